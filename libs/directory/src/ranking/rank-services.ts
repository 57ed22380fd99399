import { excludesSixteenSeventeen } from '../profile/service-profile';
import type { AskedService } from './asked-service';
import {
  type Criterion,
  type Verdict,
  type WeighedCriterion,
  type WeighedService,
  weighService,
} from './weigh-service';

/** A service with its place in the order, and why. */
export interface RankedService {
  readonly id: string;
  /** `no`: something that decides shuts it out. `ask`: nothing does, and something that decides is not known. */
  readonly standing: Verdict;
  readonly criteria: readonly WeighedCriterion[];
  readonly borders: number | null;
  /** G05: it takes younger minors and shuts out those of sixteen and seventeen. */
  readonly excludesSixteenSeventeen: boolean;
  /** G05: nothing but the age of sixteen or seventeen shuts this child out. */
  readonly lostToAge: boolean;
}

/**
 * All of them, in one order: who fits before who is to be asked before who can’t; then language, nearness, how much of what the need
 * wants, how much is known, how long one waits, and the id at last, so that the same question always has the same answer.
 */
export function rankServices(
  services: readonly WeighedService[],
  asked: AskedService,
): readonly RankedService[] {
  return services
    .map((service) => ({ ranked: rankService(service, asked), key: [] as number[], service }))
    .map((it) => ({ ...it, key: orderOf(it.ranked, it.service) }))
    .sort((one, other) => compare(one.key, other.key) || (one.ranked.id < other.ranked.id ? -1 : 1))
    .map(({ ranked }) => ranked);
}

function rankService(service: WeighedService, asked: AskedService): RankedService {
  const criteria = weighService(service, asked);
  const { id, profile, borders } = service;
  const excludes = excludesSixteenSeventeen(profile);
  const shutOutBy = criteria
    .filter(({ decides, verdict }) => decides && verdict === 'no')
    .map(({ of }) => of);
  return {
    ...{ id, criteria, borders },
    standing: standingOf(criteria),
    excludesSixteenSeventeen: excludes,
    lostToAge:
      excludes &&
      asked.ages !== null &&
      asked.ages.to >= 16 &&
      shutOutBy.every((it) => it === 'age') &&
      shutOutBy.length > 0,
  };
}

function standingOf(criteria: readonly WeighedCriterion[]): Verdict {
  const deciding = criteria.filter(({ decides }) => decides).map(({ verdict }) => verdict);
  if (deciding.includes('no')) return 'no';
  return deciding.includes('ask') ? 'ask' : 'fits';
}

const STANDING: Readonly<Record<Verdict, number>> = { fits: 0, ask: 1, no: 2 };

/** Smaller stands first. */
function orderOf({ standing, criteria, borders }: RankedService, { profile }: WeighedService): number[] {
  const count = (verdict: Verdict, of: Criterion): number =>
    criteria.filter((it) => it.of === of && it.verdict === verdict).length;
  const unknown = criteria.filter(({ decides, verdict }) => decides && verdict === 'ask').length;
  const far = count('fits', 'distance') > 0 ? Math.min(borders ?? 0, 1) : (borders ?? 99);
  return [
    STANDING[standing],
    criteria.filter(({ decides, verdict }) => decides && verdict === 'no').length,
    count('no', 'language'),
    far,
    unknown,
    count('no', 'trait') - count('fits', 'trait'),
    count('fits', 'hours') > 0 ? 0 : 1,
    profile.waitingDays ?? 30,
  ];
}

function compare(one: readonly number[], other: readonly number[]): number {
  for (const [at, value] of one.entries()) if (value !== other[at]) return value - (other[at] ?? 0);
  return 0;
}
