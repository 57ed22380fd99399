import { METROPOLITAN } from './metropolitan';
import { OVERSEAS } from './overseas';

const names: ReadonlyMap<string, string> = new Map([
  ...METROPOLITAN.map(([code, name]) => [code, name] as const),
  ...OVERSEAS.map(({ code, name }) => [code, name] as const),
]);

/** The name of a territory by its INSEE code (`93`); a code that isn't known stays as it is. Light: without calendars. */
export const territoryName = (inseeCode: string): string => names.get(inseeCode) ?? inseeCode;
