import type { DeadlineView, StepView } from '../journal/engine-types';

/** How pressing a step is, the most pressing first. `later` is folded on every page. */
export const BANDS = [
  /** Danger, the health clock, a missing child, what law or medicine wants at once. */
  'protects-now',
  /** Late by law or by medicine. */
  'late-law',
  'today',
  'late',
  'this-week',
  /** Done, and to be looked at again since a correction. */
  'to-confirm',
  /** Awaited from an authority, then from a second person. */
  'others',
  'later',
] as const;
export type Band = (typeof BANDS)[number];

/** The moments that part the bands, epoch ms. */
export interface BandTimes {
  readonly now: number;
  readonly endOfToday: number;
  readonly endOfWeek: number;
}

/** A step's place among all others of all cases: by band, then `rank`, then `dueAt` (`null`: no date), then `place`. */
export interface Placement {
  readonly band: Band;
  readonly rank: number;
  readonly dueAt: number | null;
}

/** What protects and has no date is placed as if it were due in three days. */
export const PROTECTS_WITHIN_MS = 72 * 3_600_000;

/**
 * Whether a deadline puts its step before all others: `always` what is due at once by its nature, `until-late` a window of
 * care for as long as it is open, `null` none. An old date that reached us late is nothing that has to be done at once.
 */
export function urgencyOf(
  { protective }: Pick<StepView, 'protective'>,
  { origin, owner, atOnce, passedBefore }: Pick<DeadlineView, 'origin' | 'owner' | 'atOnce' | 'passedBefore'>,
): 'always' | 'until-late' | null {
  if (owner === 'outside') return null;
  if (atOnce) return protective || origin === 'LEGAL' || origin === 'MEDICAL' ? 'always' : null;
  return origin === 'MEDICAL' && passedBefore === undefined ? 'until-late' : null;
}

/**
 * The child's health comes first, then what is decided at once (it says which letter is the right one), then the law; care
 * that has some hours comes right after what is due at once.
 */
export const urgencyRank = (
  { kind }: Pick<StepView, 'kind'>,
  { origin, atOnce }: Pick<DeadlineView, 'origin' | 'atOnce'>,
): number => {
  if (!atOnce) return WINDOW_RANK;
  return kind === 'decision' ? Math.min(DECISION_RANK, AT_ONCE_RANK[origin]) : AT_ONCE_RANK[origin];
};

const DECISION_RANK = 1;
const AT_ONCE_RANK = { MEDICAL: 0, LEGAL: 2, REPORT: 3, TOOL: 4 } as const satisfies Record<
  DeadlineView['origin'],
  number
>;

/** Of care that has some hours. */
const WINDOW_RANK = 5;

/** Every rank that what presses before all others may have, and what does not has the first of them. */
export const URGENCY_RANKS: readonly number[] = [
  ...new Set([DECISION_RANK, ...Object.values(AT_ONCE_RANK), WINDOW_RANK]),
].sort((one, other) => one - other);

/** Whether audit calls a deadline late: only after `lateFrom`, the same moment on every page. */
export const isPast = (lateFrom: number | null, now: number): boolean => lateFrom !== null && lateFrom < now;

/** Whether a step may be done now, as its state tells. */
export const isOpen = ({
  state,
  deadline,
  suspendedBy,
}: Pick<StepView, 'state' | 'deadline' | 'suspendedBy'>): boolean =>
  suspendedBy === undefined && (state === 'ready' || state === 'to-confirm' || isDueAgain(deadline));

/** Whether a duty that comes again waits for its next time, though its step was done. */
const isDueAgain = (deadline: StepView['deadline']): boolean =>
  deadline?.lastDoneAt !== undefined && deadline.metAt === null;

/** Where what a decision still lacks, or its second person, belongs now; `null`: neither is missing. */
export function placementOfApproval(times: BandTimes, step: StepView): Placement | null {
  const { approvalDeadline: deadline, toApprove } = step;
  if (toApprove !== null) return { band: 'others', rank: 1, dueAt: deadline?.dueAt ?? null };
  if (deadline?.metAt !== null || deadline.dueAt === null) return null;
  return { band: bandByDate(times, deadline, deadline.dueAt), rank: 0, dueAt: deadline.dueAt };
}

/** Where a step belongs now; `null`: it is nothing to be done. A step that is not possible yet shows only if the law is late. */
export function placementOf(times: BandTimes, step: StepView): Placement | null {
  const { deadline } = step;
  // What needs the child is nobody's work while the child is missing.
  if (step.suspendedBy) return null;
  const running = deadline?.metAt === null ? deadline : null;
  if (running?.owner === 'outside') return placeOutside(step, running);
  if (!isOpen(step)) return running && placeShut(times, step, running);
  if (running && isUrgent(times, step, running))
    return { band: 'protects-now', rank: urgencyRank(step, running), dueAt: running.dueAt };
  const dueAt = running?.dueAt ?? null;
  if (running && dueAt !== null) return { band: bandByDate(times, running, dueAt), rank: 0, dueAt };
  return step.state === 'to-confirm'
    ? { band: 'to-confirm', rank: 0, dueAt: null }
    : placeUndated(times, step);
}

function placeOutside(step: StepView, { dueAt, from }: DeadlineView): Placement | null {
  const isWaitedFor = step.state !== 'not-applicable' && step.state !== 'waived' && from !== null;
  return isWaitedFor ? { band: 'others', rank: 0, dueAt } : null;
}

/** A date of the law that passed stays before everybody's eyes, whatever keeps the step shut (G13). */
function placeShut(times: BandTimes, step: StepView, deadline: DeadlineView): Placement | null {
  return isShutByLaw(step, deadline) && isPast(deadline.lateFrom, times.now)
    ? { band: 'late-law', rank: 0, dueAt: deadline.dueAt }
    : null;
}

const isShutByLaw = ({ state }: StepView, { origin }: DeadlineView): boolean =>
  (state === 'blocked' || state === 'not-yet') && origin === 'LEGAL';

/** Whether a step is shown as late, of ours: it can be done and its date has passed, or a date of the law has, whatever keeps it shut. */
export function isLate(step: StepView, now: number): boolean {
  const { deadline } = step;
  if (deadline?.metAt !== null || deadline.owner !== 'ours' || step.suspendedBy) return false;
  return isPast(deadline.lateFrom, now) && (isOpen(step) || isShutByLaw(step, deadline));
}

function isUrgent({ now }: BandTimes, step: StepView, deadline: DeadlineView): boolean {
  const urgency = urgencyOf(step, deadline);
  return urgency === 'always' || (urgency === 'until-late' && !isPast(deadline.dueAt, now));
}

function placeUndated({ now }: BandTimes, { protective }: StepView): Placement {
  return protective
    ? { band: 'this-week', rank: 0, dueAt: now + PROTECTS_WITHIN_MS }
    : { band: 'later', rank: 0, dueAt: null };
}

function bandByDate(
  { now, endOfToday, endOfWeek }: BandTimes,
  { origin, lateFrom }: DeadlineView,
  dueAt: number,
): Band {
  if (isPast(lateFrom, now)) return origin === 'LEGAL' || origin === 'MEDICAL' ? 'late-law' : 'late';
  if (dueAt <= endOfToday) return 'today';
  return dueAt <= endOfWeek ? 'this-week' : 'later';
}

/** Less than zero if `a` comes before `b`. Without a date a step comes first in its band: an unknown hour is now. */
export const comparePlacements = (a: Placement, b: Placement): number =>
  BANDS.indexOf(a.band) - BANDS.indexOf(b.band) || a.rank - b.rank || compareDates(a.dueAt, b.dueAt);

const compareDates = (a: number | null, b: number | null): number =>
  a === b ? 0 : a === null ? -1 : b === null ? 1 : a - b;
