import type { DirectoryService, ServiceToWrite } from '@repere/contract';
import {
  DIRECTORY_KINDS,
  type DirectoryKind,
  SERVED_SEXES,
  SERVICE_LIMITS,
  SERVICE_NEEDS,
  SERVICE_TRAITS,
} from '@repere/directory';
import { formatPeriod, listOf, readPeriod } from '../on-call/typed-contact';

/** A service as it is typed: lists with commas, numbers as text; what is left empty is not known. */
export interface TypedService {
  readonly name: string;
  readonly kind: string | null;
  readonly territories: string;
  readonly needs: readonly string[];
  readonly ageFrom: string;
  readonly ageTo: string;
  readonly sexes: readonly string[];
  readonly languages: string;
  readonly has: readonly string[];
  readonly hasNot: readonly string[];
  readonly freePlaces: string;
  readonly waitingDays: string;
  readonly phones: string;
  readonly email: string;
  readonly opening: string | null;
  readonly weekdays: string;
  readonly weekends: string;
  readonly address: string;
  readonly say: string;
}

export const NO_SERVICE_TYPED: TypedService = {
  ...{ name: '', kind: null, territories: '', needs: [], ageFrom: '', ageTo: '', sexes: [], languages: '' },
  ...{ has: [], hasNot: [], freePlaces: '', waitingDays: '', phones: '', email: '' },
  ...{ opening: 'unknown', weekdays: '', weekends: '', address: '', say: '' },
};

export const WHOLE_NUMBER = /^\d{1,4}$/;
export const TERRITORY = /^[0-9]{1,3}$|^2[AB]$/i;

const codesOf = <C extends string>(codes: readonly C[], typed: readonly string[]): readonly C[] =>
  codes.filter((code) => typed.includes(code));
const knownOf = <T>(list: readonly T[]): readonly T[] | null => (list.length > 0 ? list : null);
const numberOf = (typed: string): number | null => (typed.trim() ? Number(typed.trim()) : null);
/** `1` is what a spreadsheet makes of `01`. */
export const territoryCode = (typed: string): string => typed.toUpperCase().padStart(2, '0');

/** `address`: as it was, where its place was left empty and it is secret: nobody reads it here. */
export function readService(typed: TypedService, before: DirectoryService | null): ServiceToWrite {
  const { ageFrom, ageTo, opening, email, say, address } = typed;
  const ages =
    ageFrom.trim() || ageTo.trim()
      ? { from: numberOf(ageFrom) ?? 0, to: numberOf(ageTo) ?? SERVICE_LIMITS.age }
      : null;
  const keepsAddress = before?.hasSecretAddress === true && !address.trim();
  return {
    name: typed.name.trim(),
    kind: DIRECTORY_KINDS.find((it): it is DirectoryKind => it === typed.kind) ?? 'ngo',
    territories: listOf(typed.territories).map(territoryCode),
    needs: knownOf(codesOf(SERVICE_NEEDS, typed.needs)),
    ages,
    sexes: knownOf(codesOf(SERVED_SEXES, typed.sexes)),
    languages: knownOf(listOf(typed.languages).map((it) => it.toLowerCase())),
    has: codesOf(SERVICE_TRAITS, typed.has),
    hasNot: codesOf(SERVICE_TRAITS, typed.hasNot),
    freePlaces: numberOf(typed.freePlaces),
    waitingDays: numberOf(typed.waitingDays),
    phones: listOf(typed.phones),
    ...(email.trim() && { email: email.trim() }),
    opening: opening === 'always' || opening === 'at-hours' ? opening : 'unknown',
    ...(opening === 'at-hours' && {
      hours: { weekdays: readPeriod(typed.weekdays), weekends: readPeriod(typed.weekends) },
    }),
    ...(!keepsAddress && { address: address.trim() }),
    ...(say.trim() && { say: say.trim() }),
  };
}

/** What is known stands in the form; free places are asked anew each time, since they were those of that moment. */
export const typedOf = (service: DirectoryService): TypedService => ({
  ...NO_SERVICE_TYPED,
  name: service.name,
  kind: service.kind,
  territories: service.territories.join(', '),
  needs: service.needs ?? [],
  ageFrom: service.ages ? String(service.ages.from) : '',
  ageTo: service.ages ? String(service.ages.to) : '',
  sexes: service.sexes ?? [],
  languages: service.languages?.join(', ') ?? '',
  has: service.has,
  hasNot: service.hasNot,
  waitingDays:
    service.waitingDays === null || service.waitingDays === undefined ? '' : String(service.waitingDays),
  phones: service.phones.join(', '),
  email: service.email ?? '',
  opening: service.opening,
  weekdays: formatPeriod(service.hours?.weekdays),
  weekends: formatPeriod(service.hours?.weekends),
  address: service.address ?? '',
  say: service.say ?? '',
});
