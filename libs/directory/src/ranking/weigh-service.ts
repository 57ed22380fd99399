import { needDefinition } from '../profile/service-needs';
import { PLACES_HOLD_HOURS, type ServiceProfile } from '../profile/service-profile';
import type { ServiceTrait } from '../profile/service-traits';
import type { AskedService } from './asked-service';

/** `ask`: nobody recorded it, or it can't be known from here. Only what somebody recorded is `no`. */
export const VERDICTS = ['fits', 'ask', 'no'] as const;
export type Verdict = (typeof VERDICTS)[number];

export const CRITERIA = ['need', 'age', 'sex', 'places', 'hours', 'language', 'distance', 'trait'] as const;
export type Criterion = (typeof CRITERIA)[number];

/** One reason why a service fits or doesn’t. */
export interface WeighedCriterion {
  readonly of: Criterion;
  readonly verdict: Verdict;
  /** Whether `no` shuts the service out; the others change the order alone. */
  readonly decides: boolean;
  /** Of `trait`: which. */
  readonly trait?: ServiceTrait;
}

/** A service as it is weighed: what is known of it, and what depends on where and when. */
export interface WeighedService {
  readonly id: string;
  readonly profile: ServiceProfile;
  /** Whether somebody answers at the moment that is asked about; `null`: its hours are not known. */
  readonly isOpen: boolean | null;
  /** Borders of départements between the child and it; `null`: the whole country, or not reached by land. */
  readonly borders: number | null;
  /** As many places as it said to be free were taken or are held for other children since. */
  readonly isPlaceTaken: boolean;
}

/** A neighbouring département is near. */
const NEAR = 1;

/** Each criterion that the need has, the deciding ones first. */
export function weighService(
  { profile, isOpen, borders, isPlaceTaken }: WeighedService,
  asked: AskedService,
): readonly WeighedCriterion[] {
  const need = needDefinition(asked.need);
  const criteria: WeighedCriterion[] = [
    { of: 'need', decides: true, verdict: known(profile.needs, (it) => it.includes(asked.need)) },
    { of: 'age', decides: true, verdict: ageVerdict(profile, asked) },
    { of: 'sex', decides: true, verdict: known(profile.sexes, (it) => asked.sex && it.includes(asked.sex)) },
  ];
  if (need.isBed)
    criteria.push({ of: 'places', decides: true, verdict: placesVerdict(profile, asked, isPlaceTaken) });
  criteria.push({ of: 'hours', decides: need.isAtOnce, verdict: known(isOpen, (it) => it) });
  if (asked.languages.length > 0) {
    const verdict = known(profile.languages, (spoken) => asked.languages.some((it) => speaks(spoken, it)));
    criteria.push({ of: 'language', decides: false, verdict });
  }
  criteria.push({ of: 'distance', decides: false, verdict: distanceVerdict(profile, borders) });
  for (const trait of need.wants) {
    const verdict = known(profile.traits[trait] ?? null, (has) => has);
    criteria.push({ of: 'trait', decides: false, trait, verdict });
  }
  return criteria;
}

/** `null` of what is known, or of the answer, is a question. */
function known<T>(value: T | null, fits: (value: T) => boolean | null): Verdict {
  const answer = value === null ? null : fits(value);
  if (answer === null) return 'ask';
  return answer ? 'fits' : 'no';
}

/** An age that is known between two years, of which one is served, is asked about and not refused. */
function ageVerdict({ ages: served }: ServiceProfile, { ages }: AskedService): Verdict {
  if (served === null || ages === null) return 'ask';
  if (ages.to < served.from || ages.from > served.to) return 'no';
  return ages.from >= served.from && ages.to <= served.to ? 'fits' : 'ask';
}

/** What was free yesterday is not known today, nor what was free before others took as many. */
function placesVerdict({ places }: ServiceProfile, { at }: AskedService, isPlaceTaken: boolean): Verdict {
  if (places === null || Math.abs(at - Date.parse(places.at)) > PLACES_HOLD_HOURS * 3_600_000) return 'ask';
  if (places.free <= 0) return 'no';
  return isPlaceTaken ? 'ask' : 'fits';
}

/** Far from who looks for the child is what a remote shelter is for. */
function distanceVerdict({ kind, territories }: ServiceProfile, borders: number | null): Verdict {
  if (territories.length === 0 || kind === 'remote-shelter') return 'fits';
  return borders !== null && borders <= NEAR ? 'fits' : 'no';
}

/** `fr` is spoken by who speaks `fr-CA`, and the other way round. */
const speaks = (spoken: readonly string[], language: string): boolean =>
  spoken.some((it) => primary(it) === primary(language));
const primary = (tag: string): string => tag.toLowerCase().split('-')[0] ?? tag;
