import type { DeadlineEntity } from '../entities/projections/deadline.entity';
import type { StepStateEntity } from '../entities/projections/step-state.entity';
import type { WorkLineEntity } from '../entities/projections/work-line.entity';
import type { ProjectedRow } from './projection';

/**
 * Where a line stands in lists of work, as far as no clock says it; from one lane to another only an act moves it. `now` and `window`
 * press before all others, `window` only while it is open; `law` and `tool` can be done, `shut` is of the law and can not be done yet,
 * `outside` is owed by others; `ahead` is shown by nothing but its date. `slack`: late only long after its date. Without a date:
 * `confirm` is to be confirmed, `approve` waits for a second person. What stands for a case: `protects` whatever else there is, `idle`
 * and `dated` where nothing presses, `quiet` until something does.
 */
export const LANES = [
  ...(['now', 'window', 'law', 'tool', 'shut', 'outside', 'ahead', 'slack', 'confirm', 'approve'] as const),
  ...(['protects', 'idle', 'quiet', 'dated'] as const),
] as const;
export type Lane = (typeof LANES)[number];

/** More than a day, a week-end and a bank holiday: only a child who was away has as long between a date and its being late. */
export const SLACK_MS = 96 * 3_600_000;

type WorkRow = ProjectedRow<WorkLineEntity>;
type DeadlineRow = ProjectedRow<DeadlineEntity>;
type StepRow = ProjectedRow<StepStateEntity>;

/** A deadline, with what of its place is not a column of its own. */
export interface WorkDeadline {
  readonly row: DeadlineRow;
  readonly urgency: 'always' | 'until-late' | null;
  readonly rank: number;
  /** It stands for its case, of which nothing comes before it and everything has a date. */
  readonly standsFirst: boolean;
}

export interface WorkStep {
  readonly row: StepRow;
  /** In its case. */
  readonly place: number;
  readonly version: string;
  /** Who entered the act that waits for an approval; `null`: none does. */
  readonly enteredBy: string | null;
  /** It stands for its case; `null`: it does not. */
  readonly standsFirst: 'protects' | 'other' | null;
  /** Of the step that stands for its case: when something presses more, epoch ms; `0` since ever, `null` never. */
  readonly quietUntil: number | null;
}

/** The lines of a case in lists of work. What is met or at rest is nobody's work. */
export function projectWork(
  deadlines: readonly WorkDeadline[],
  steps: readonly WorkStep[],
): readonly WorkRow[] {
  const stepOf = new Map(steps.map((it) => [`${it.row.run_id}/${it.row.step}`, it]));
  const approvals = new Map(
    deadlines.flatMap(({ row }) =>
      row.of === 'approval' ? [[`${row.run_id}/${row.step}`, row] as const] : [],
    ),
  );
  return [
    ...deadlines.flatMap((it): WorkRow[] => {
      const step = stepOf.get(`${it.row.run_id}/${it.row.step}`);
      if (!step || it.row.met_at !== null || it.row.rests) return [];
      return lanesOfDeadline(it, step.row.state).map((lane) =>
        // Nothing but its date is read of it.
        lineOf(lane, lane === 'ahead' ? 0 : it.rank, it.row, step),
      );
    }),
    ...steps.flatMap((step): WorkRow[] => {
      const due = approvals.get(`${step.row.run_id}/${step.row.step}`) ?? null;
      return lanesOfStep(step, deadlines).map((lane) => lineOf(lane, 0, due, step));
    }),
  ];
}

function lanesOfDeadline({ row, urgency, standsFirst }: WorkDeadline, state: string): readonly Lane[] {
  const { owner, waits_for, due_at, starts_at } = row;
  const isOurs = owner === 'ours' && waits_for !== null;
  const first: readonly Lane[] = standsFirst && due_at !== null ? ['dated'] : [];
  if (owner === 'outside') return starts_at === null ? first : ['outside', ...first];
  if (!isOurs) return first;
  const slack: readonly Lane[] =
    waits_for === 'doing' && urgency !== 'always' && hasSlack(row) ? ['slack'] : [];
  const lane = laneOf(row, urgency, state) ?? (due_at === null ? null : 'ahead');
  return [...(lane === null ? [] : [lane]), ...slack, ...first];
}

function laneOf(
  { waits_for, origin }: DeadlineRow,
  urgency: WorkDeadline['urgency'],
  state: string,
): Lane | null {
  if (waits_for === 'doing') {
    if (urgency === 'always') return 'now';
    if (urgency === 'until-late') return 'window';
    return origin === 'LEGAL' || origin === 'MEDICAL' ? 'law' : 'tool';
  }
  // A date of the law that passed is shown whatever keeps its step shut (G13).
  return waits_for === 'opening' && origin === 'LEGAL' && (state === 'blocked' || state === 'not-yet')
    ? 'shut'
    : null;
}

const hasSlack = ({ due_at, late_from }: DeadlineRow): boolean =>
  due_at !== null && late_from !== null && Date.parse(late_from) - Date.parse(due_at) > SLACK_MS;

function lanesOfStep(
  { row, standsFirst, quietUntil }: WorkStep,
  deadlines: readonly WorkDeadline[],
): readonly Lane[] {
  const { state, rests, to_approve } = row;
  const isDoable = (state === 'ready' || state === 'to-confirm') && !rests;
  return [
    ...(state === 'to-confirm' && !rests && !isDated(row, deadlines) ? (['confirm'] as const) : []),
    ...(to_approve === null ? [] : (['approve'] as const)),
    ...(isDoable && standsFirst === 'protects' ? (['protects'] as const) : []),
    ...(isDoable && standsFirst === 'other' && quietUntil === null ? (['idle'] as const) : []),
    ...(isDoable && standsFirst === 'other' && quietUntil !== null && quietUntil > 0
      ? (['quiet'] as const)
      : []),
  ];
}

/** Whether a date of ours runs for this step. */
const isDated = (step: StepRow, deadlines: readonly WorkDeadline[]): boolean =>
  deadlines.some(
    ({ row, urgency }) =>
      row.run_id === step.run_id &&
      row.step === step.step &&
      row.of === 'step' &&
      row.owner === 'ours' &&
      row.met_at === null &&
      (row.due_at !== null || urgency !== null),
  );

function lineOf(lane: Lane, rank: number, due: DeadlineRow | null, step: WorkStep): WorkRow {
  const { row, place, version, enteredBy, quietUntil } = step;
  const isSortedByDate = lane !== 'protects';
  return {
    ...{ run_id: row.run_id, step: row.step, of: due?.of ?? 'step', lane, rank, place },
    ...{ protocol: row.protocol, version, state: row.state },
    ...{ origin: due?.origin ?? null, owner: due?.owner ?? 'ours', at_once: due?.at_once ?? false },
    approver_role: lane === 'approve' ? row.approver_role : null,
    entered_by: lane === 'approve' ? enteredBy : null,
    sorted_at: (isSortedByDate ? due?.due_at : null) ?? '-infinity',
    due_at: due?.due_at ?? null,
    late_from: due?.late_from ?? null,
    quiet_until: lane === 'quiet' && quietUntil !== null ? new Date(quietUntil).toISOString() : null,
  };
}
