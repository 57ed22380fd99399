import type { Territory } from '@repere/feel';
import { holidayCalendar } from './holiday-calendar';
import { METROPOLITAN } from './metropolitan';
import { OVERSEAS } from './overseas';

/** A territory with its name for the screen. */
export interface NamedTerritory extends Territory {
  readonly name: string;
}

const MAINLAND = 'Europe/Paris';

/** Départements where Good Friday and 26 December are holidays (Code du travail, L3134-13; local law of Alsace and Moselle). */
const LOCAL_LAW: ReadonlySet<string> = new Set(['57', '67', '68']);

/** Every French département, and every inhabited collectivity overseas, in the order of their codes. */
export const territories: readonly NamedTerritory[] = [
  ...METROPOLITAN.map(([code, name]) => ({
    code,
    name,
    zone: MAINLAND,
    isHoliday: (date: string) => holidayCalendar('FR', LOCAL_LAW.has(code) ? code : undefined)(date),
  })),
  ...OVERSEAS.map(({ code, name, zone, country }) => ({
    code,
    name,
    zone,
    isHoliday: (date: string) => holidayCalendar(country)(date),
  })),
];

const byCode: ReadonlyMap<string, NamedTerritory> = new Map(territories.map((it) => [it.code, it]));

/** The territory of an INSEE département code (`93`, `2A`, `974`), with its time zone and public holidays; `undefined` for any other code. */
export function territoryOf(inseeCode: string): NamedTerritory | undefined {
  return byCode.get(inseeCode);
}

/** Time zone of the territory with this code; that of the mainland where there is none, or no such. */
export const zoneOf = (inseeCode: string | null | undefined): string =>
  territoryOf(inseeCode ?? '')?.zone ?? MAINLAND;
