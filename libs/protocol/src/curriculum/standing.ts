import { addMonths, dayNumber, isoDay } from '@repere/feel';
import type { Role } from '../documents/document';
import { partsOf } from '../versions/compare-versions';
import type { CurriculumItem, RenewingKind } from './curriculum';

/** Somebody was trained: in these versions, on this day, in one of these roles. */
export interface Trained {
  readonly roles: readonly Role[];
  /** By protocol, the version that was practised. */
  readonly versions: Readonly<Record<string, string>>;
  readonly scenario: string;
  /** ISO day. */
  readonly on: string;
}

/** Why it is to be renewed: its time is over, a newer version asks for it, or it was before the day since which it counts. */
export type RenewalCause = 'months' | 'version' | 'since';

/** Where somebody stands with one item. `until`: ISO day, the last on which it holds if no version comes before. */
export type Standing =
  | { readonly state: 'never' }
  | {
      readonly state: 'up-to-date' | 'renewal-due';
      readonly on: string;
      readonly until: string;
      readonly version: string;
      readonly because: readonly RenewalCause[];
    };

/** What an item is held against. `versions`: in force, by protocol. */
export interface StandingNow {
  /** ISO day. */
  readonly today: string;
  readonly versions: Readonly<Record<string, string>>;
}

/**
 * Where somebody with these trainings stands with an item. One whose day has not come is not counted, and one of another version than
 * what is in force is to be renewed, be it older or newer: doubt never makes somebody trained.
 */
export function standingOf(item: CurriculumItem, trained: readonly Trained[], now: StandingNow): Standing {
  const standings = trained
    .filter((it) => countsFor(item, it) && it.on <= now.today)
    .flatMap((it) => heldStanding(item, it, now))
    .sort((a, b) => (a.on < b.on ? 1 : a.on > b.on ? -1 : 0));
  return standings.find(({ state }) => state === 'up-to-date') ?? standings[0] ?? { state: 'never' };
}

/** The last day on which training of that day holds. */
export const holdsUntil = (item: Pick<CurriculumItem, 'months'>, on: string): string =>
  isoDay(lastDay(item, on));

/** So many days before its end training ends soon (TOOL): time to find a class. */
const SOON_DAYS = 60;

/** The day from which training of that day ends soon. */
export const endsSoonFrom = (item: Pick<CurriculumItem, 'months'>, on: string): string =>
  isoDay(lastDay(item, on) - SOON_DAYS);

function lastDay({ months }: Pick<CurriculumItem, 'months'>, on: string): number {
  const [year = 0, month = 1, day = 1] = on.split('-').map(Number);
  return addMonths(dayNumber(year, month, day), months, 'last-day');
}

const countsFor = ({ protocol, roles, scenarios }: CurriculumItem, it: Trained): boolean =>
  Object.hasOwn(it.versions, protocol) &&
  it.roles.some((role) => roles.includes(role)) &&
  (scenarios.length === 0 || scenarios.includes(it.scenario));

function heldStanding(
  item: CurriculumItem,
  { versions, on }: Trained,
  now: StandingNow,
): readonly Exclude<Standing, { readonly state: 'never' }>[] {
  const version = versions[item.protocol];
  const inForce = now.versions[item.protocol];
  if (version === undefined) return [];
  const until = holdsUntil(item, on);
  const because: readonly RenewalCause[] = [
    ...(now.today > until ? (['months'] as const) : []),
    // What is not in force any more, or not known, holds for nobody.
    ...(inForce === undefined || differs(item.renews, version, inForce) ? (['version'] as const) : []),
    ...(item.since !== null && on < item.since ? (['since'] as const) : []),
  ];
  return [{ state: because.length > 0 ? 'renewal-due' : 'up-to-date', on, until, version, because }];
}

/** Whether what is in force is another version by so much; an older one as well: it may be the one that was not practised. */
function differs(renews: RenewingKind, version: string, inForce: string): boolean {
  const [one, other] = [partsOf(version), partsOf(inForce)];
  return one[0] !== other[0] || (renews === 'minor' && one[1] !== other[1]);
}
