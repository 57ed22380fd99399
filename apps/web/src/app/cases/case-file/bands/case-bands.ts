import type { CaseView, DeadlineView, RunView, StepView } from '@repere/case-engine';
import type { StepPlace } from '@repere/contract';
import type { StepState } from '@repere/protocol';
import { type Band, isOpen, orderSteps } from '@repere/case-engine';

/** Bands that stand open on the page of a case, the most pressing first. */
export const OPEN_BANDS = ['today', 'late', 'this-week', 'begun', 'to-confirm', 'others'] as const;
export type OpenBand = (typeof OPEN_BANDS)[number];

/** What is folded, with its count. */
export const FOLDS = ['later', 'shut', 'done', 'out'] as const;
export type Fold = (typeof FOLDS)[number];

/** Lines of a band that stand open, however many it has; the rest is a press away, with its count. */
const MOST_IN_SIGHT = {
  today: 5,
  late: 4,
  'this-week': 2,
  begun: 6,
  'to-confirm': 4,
  others: 2,
} as const satisfies Record<OpenBand, number>;

/** One step, or what its decision still lacks, where it stands on the page of a case. */
export interface BandLine {
  readonly run: RunView;
  readonly step: StepView;
  readonly of: DeadlineView['of'];
  /** Its date, as long as it runs. */
  readonly deadline: DeadlineView | null;
  /** Other protocols that ask the same act: done here, it is offered there as done. */
  readonly alsoIn: readonly RunView[];
}

export interface CaseBands {
  readonly open: Readonly<Record<OpenBand, readonly BandLine[]>>;
  readonly folded: Readonly<Record<Fold, readonly BandLine[]>>;
}

type Group = OpenBand | Fold;

const isFold = (group: Group): boolean => FOLDS.some((it) => it === group);

/** Late law and what protects stand first in what is due today; they were sorted before it. */
const GROUP_OF = {
  'protects-now': 'today',
  'late-law': 'today',
  today: 'today',
  late: 'late',
  'this-week': 'this-week',
  'to-confirm': 'to-confirm',
  others: 'others',
  later: 'later',
} as const satisfies Record<Band, Group>;

/** A step that has no place in the order: by its state. Ready and without a place, others owe it and its time hasn't begun. */
const FOLD_OF = {
  ready: 'later',
  'to-confirm': 'later',
  waiting: 'shut',
  blocked: 'shut',
  'not-yet': 'shut',
  'awaiting-approval': 'done',
  'done-to-approve': 'done',
  done: 'done',
  waived: 'done',
  'not-applicable': 'out',
} as const satisfies Record<StepState, Fold>;

/** Every step of the case, each in its band or fold, but for the one that the page says first. `drafts`: by run and step, `run/step`. */
export function caseBands(
  view: CaseView,
  next: StepPlace | null,
  drafts: Readonly<Record<string, unknown>> = {},
): CaseBands {
  const hasDraft = (run: RunView, step: StepView): boolean => `${run.runId}/${step.id}` in drafts;
  // What was begun is never folded away, possible or not: it holds somebody's words.
  const shownIn = (group: Group, run: RunView, step: StepView): Group =>
    isFold(group) && hasDraft(run, step) ? 'begun' : group;
  // The next step can be done: what of it waits for a second person stays.
  const ordered = withoutFirst(orderSteps(view), (it) => it.isOpen && isStep(next, it.run, it.step));
  const placed = ordered.map(({ band, run, step, of, deadline }) => ({
    group: shownIn(GROUP_OF[band], run, step),
    line: { run, step, of, deadline: running(deadline), alsoIn: [] },
  }));
  const isPlaced = new Set(ordered.map(({ run, step }) => `${run.runId}/${step.id}`));
  const rest = view.runs.flatMap((run) =>
    run.steps
      .filter((step) => !isPlaced.has(`${run.runId}/${step.id}`) && !isStep(next, run, step))
      .map((step) => ({
        group: shownIn(step.suspendedBy ? 'shut' : FOLD_OF[step.state], run, step),
        line: { run, step, of: 'step' as const, deadline: running(step.deadline), alsoIn: [] },
      })),
  );
  const linesOf = (group: Group): readonly BandLine[] =>
    askedOnce(
      [...placed, ...rest].filter((it) => it.group === group).map(({ line }) => line),
      ({ run, step }) => hasDraft(run, step),
    );
  return {
    open: mapKeys(OPEN_BANDS, linesOf),
    folded: mapKeys(FOLDS, linesOf),
  };
}

/** A band as it stands on the page: what law and medicine want today or wanted is never folded, nor a single line. */
export function foldLongBand(
  name: OpenBand,
  lines: readonly BandLine[],
): { readonly inSight: readonly BandLine[]; readonly rest: readonly BandLine[] } {
  const most = MOST_IN_SIGHT[name];
  const stands = (line: BandLine, place: number): boolean =>
    place < most || ((name === 'today' || name === 'late') && isOfLawOrCare(line));
  const rest = lines.filter((line, place) => !stands(line, place));
  return rest.length > 1 ? { inSight: lines.filter(stands), rest } : { inSight: lines, rest: [] };
}

const isOfLawOrCare = ({ deadline }: BandLine): boolean =>
  deadline?.origin === 'LEGAL' || deadline?.origin === 'MEDICAL';

const isStep = (next: StepPlace | null, run: RunView, step: StepView) =>
  next?.runId === run.runId && next.step === step.id;

const running = (deadline: DeadlineView | null): DeadlineView | null =>
  deadline?.metAt === null ? deadline : null;

function withoutFirst<T>(all: readonly T[], test: (it: T) => boolean): readonly T[] {
  const first = all.findIndex(test);
  return first < 0 ? all : all.toSpliced(first, 1);
}

/** An act that two protocols ask is one line: that of the more pressing. What was begun keeps its own. */
function askedOnce(lines: readonly BandLine[], hasDraft: (line: BandLine) => boolean): readonly BandLine[] {
  const kept: BandLine[] = [];
  for (const line of lines) {
    const same = hasDraft(line) ? -1 : kept.findIndex((it) => isSameAct(it, line));
    const first = kept[same];
    if (first) kept[same] = { ...first, alsoIn: [...first.alsoIn, line.run] };
    else kept.push(line);
  }
  return kept;
}

/** The same part of two protocols, both to be done. */
const isSameAct = (a: BandLine, b: BandLine): boolean =>
  a.step.part !== undefined &&
  a.step.part === b.step.part &&
  a.run !== b.run &&
  a.of === 'step' &&
  b.of === 'step' &&
  isOpen(a.step) &&
  isOpen(b.step);

const mapKeys = <K extends string, V>(keys: readonly K[], valueOf: (key: K) => V): Readonly<Record<K, V>> =>
  Object.fromEntries(keys.map((key) => [key, valueOf(key)])) as Readonly<Record<K, V>>;
