import {
  REFUSAL_REASONS,
  type RefusalReason,
  UNMET_REASONS,
  type UnmetReason,
} from '../answers/referral-state';

/** When it is wanted, as a service is asked. */
export const CAPACITY_WANTED = ['at-once', 'within-a-day', 'within-a-week'] as const;
export type CapacityWanted = (typeof CAPACITY_WANTED)[number];

/** What a service may answer. That it says nothing in time is an answer as well, and is found from the clock. */
export const CAPACITY_ANSWERS = ['yes', 'no', 'other-offer', 'elsewhere'] as const;
export type CapacityAnswer = (typeof CAPACITY_ANSWERS)[number];

/**
 * `reminded`: the service was chased. `referred`: who the child is was opened to an account of this service; `told`: it was told by telephone or
 * letter. Of a whole question: `closed`, nobody looks any more; `taken`, the same, noted by itself since a service accepted the child;
 * `unmet`; `met`, the need is covered, whoever covers it.
 */
export const CAPACITY_EVENTS = [
  ...CAPACITY_ANSWERS,
  'reminded',
  'referred',
  'told',
  'closed',
  'taken',
  'unmet',
  'met',
] as const;
export type CapacityEventKind = (typeof CAPACITY_EVENTS)[number];

/** Why a service says no, or why nobody meets the need: the same lists as of a referral. */
export const CAPACITY_REASONS = [...new Set([...REFUSAL_REASONS, ...UNMET_REASONS])];
export type CapacityReason = RefusalReason | UnmetReason;

/**
 * How one service stands. `lapsed`: it said yes, and holds the place no more. `closed`: it was not answered, and nobody looks any more.
 * `kept-away`: somebody of it is kept away from the case since; no child is told to it, whatever place it offered.
 */
export const REQUEST_STATES = [
  'waiting',
  'yes',
  'no',
  'other-offer',
  'elsewhere',
  'no-answer',
  'lapsed',
  'closed',
  'kept-away',
] as const;
export type RequestState = (typeof REQUEST_STATES)[number];

/** How a question stands. `found`: a yes holds. `open`: nobody says yes, and nobody may still do so in time. */
export const QUESTION_STATES = ['waiting', 'found', 'open', 'unmet', 'closed'] as const;
export type QuestionState = (typeof QUESTION_STATES)[number];
/** As long as somebody may still answer, a place is held, or nobody said what came of it. */
export const RUNNING_QUESTIONS = ['waiting', 'found', 'open'] as const satisfies readonly QuestionState[];
export type RunningQuestion = (typeof RUNNING_QUESTIONS)[number];

/** An event, as far as a state is found from it; times in epoch milliseconds. */
export interface CapacityPast {
  readonly kind: CapacityEventKind;
  readonly requestId: string | null;
  readonly heldUntil: number | null;
}

/** A question with what came of it, oldest first. */
export interface CapacityHistory {
  readonly requestIds: readonly string[];
  readonly events: readonly CapacityPast[];
  /** Requests to services of which somebody is kept away from the case. */
  readonly keptAway: ReadonlySet<string>;
  readonly askedAt?: number;
  /** When an answer is due. */
  readonly dueAt: number;
}

/** How many of the services that were asked stand how: the evidence of a gap. */
export type CapacityCounts = Readonly<Record<RequestState, number>>;

export const isCapacityAnswer = (kind: CapacityEventKind): kind is CapacityAnswer =>
  CAPACITY_ANSWERS.some((it) => it === kind);

/** How one service stands now; a later answer takes the place of an earlier one. */
export function requestState(history: CapacityHistory, requestId: string, now: number): RequestState {
  const said = saidState(history, requestId, now);
  return history.keptAway.has(requestId) && COULD_TAKE.has(said) ? 'kept-away' : said;
}

/** What may become a place: nothing of it counts of a service of which somebody is kept away; that it said no counts still. */
const COULD_TAKE: ReadonlySet<RequestState> = new Set(['waiting', 'yes', 'lapsed', 'other-offer']);

function saidState({ events, dueAt }: CapacityHistory, requestId: string, now: number): RequestState {
  const last = events.findLast((it) => it.requestId === requestId && isCapacityAnswer(it.kind));
  if (last?.kind === 'yes') return (last.heldUntil ?? 0) > now ? 'yes' : 'lapsed';
  if (last?.kind === 'no' || last?.kind === 'other-offer' || last?.kind === 'elsewhere') return last.kind;
  if (isClosed(events)) return 'closed';
  return dueAt <= now ? 'no-answer' : 'waiting';
}

/** Whether a link to this request that was made then is still of use: it was not answered since, and somebody looks. */
export const isAskedSince = (
  events: readonly (Pick<CapacityPast, 'kind' | 'requestId'> & { readonly at: Date })[],
  requestId: string,
  since: Date,
): boolean =>
  !isClosed(events) &&
  !events.some((it) => it.requestId === requestId && isCapacityAnswer(it.kind) && it.at >= since);

export function countStates(history: CapacityHistory, now: number): CapacityCounts {
  const states = history.requestIds.map((id) => requestState(history, id, now));
  return Object.fromEntries(
    REQUEST_STATES.map((it) => [it, states.filter((state) => state === it).length]),
  ) as CapacityCounts;
}

/** How the whole question stands. A yes that comes after it was recorded as unmet is a yes. */
export function questionState(history: CapacityHistory, now: number): QuestionState {
  if (isClosed(history.events)) return 'closed';
  const { yes, waiting } = countStates(history, now);
  if (yes > 0) return 'found';
  if (waiting > 0) return 'waiting';
  return history.events.some(({ kind }) => kind === 'unmet') ? 'unmet' : 'open';
}

/** Nobody is asked any more. Whether somebody meets the need is another matter. */
export const isClosed = (events: readonly Pick<CapacityPast, 'kind'>[]): boolean =>
  events.some(({ kind }) => kind === 'closed' || kind === 'taken' || kind === 'met');

/** It may keep a place for the child still: it did not say no, and was not told who the child is, which goes on as a referral. */
export const mayHoldPlace = (
  events: readonly Pick<CapacityPast, 'kind' | 'requestId'>[],
  requestId: string,
): boolean => {
  const own = events.filter((it) => it.requestId === requestId);
  const last = own.findLast(({ kind }) => isCapacityAnswer(kind))?.kind;
  return last !== 'no' && last !== 'elsewhere' && !isToldTo(own);
};

/** Who the child is was told to the service, by an account or without one. */
export const isToldTo = (events: readonly Pick<CapacityPast, 'kind'>[]): boolean =>
  events.some(({ kind }) => kind === 'referred' || kind === 'told');
