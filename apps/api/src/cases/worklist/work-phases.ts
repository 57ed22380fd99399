import { PROTECTS_WITHIN_MS } from '@repere/case-engine';
import type { WorkItemDto } from './worklist.dto';

/** A row of one phase of the worklist, as SQL gives it. */
export interface WorkRow {
  readonly caseFileId: string;
  readonly runId: string;
  readonly step: string;
  readonly of: string;
  readonly origin: WorkItemDto['origin'];
  readonly owner: WorkItemDto['owner'];
  readonly dueAt: Date | null;
  readonly lateFrom: Date | null;
  readonly atOnce: boolean;
  /** The place in the phase, for the cursor: rank, then date as text with all its digits, then place in the case. */
  readonly rank: number;
  readonly sortedAt: string;
  readonly place: number;
}

/** A row as the page needs it: of which phase, how its step stands, and what its run follows. */
export interface FoundRow extends WorkRow {
  readonly phase: string;
  readonly state: string;
  readonly protocol: string;
  readonly version: string;
}

/**
 * One source of rows, read from an index of its own in the order of the list: which table leads, whose team or lead carries the
 * scope; what it asks of `d` (deadline) and `s` (step_state). `$1` is now, `$2` the end of today, `$3` the end of the week, `$4` the
 * account, `$5` its roles of the protocols.
 */
export interface WorkBranch {
  readonly from: 'deadline' | 'deadline and step' | 'step_state';
  readonly where: string;
  /** The order of its rows where it is one for all. */
  readonly rank?: string;
  /** When it counts as due, if not at its deadline's date. */
  readonly sortedAt?: string;
}

/** A stretch of the list. The same order as `orderSteps` of the engine, over many cases: a test compares them. */
export interface WorkPhase {
  readonly name: string;
  readonly group: WorkItemDto['group'];
  readonly kind: WorkItemDto['kind'];
  readonly branches: readonly WorkBranch[];
  /** Those of its rows that are past their time; without it there are none. */
  readonly late?: readonly WorkBranch[];
}

/** Open and not at rest: that of a closed case is nobody's work. */
const OPEN = `d.met_at IS NULL AND NOT d.rests`;
/** Deadlines `d` of ours that are to be met, and whose step is known to apply. */
export const OURS = `d.owner = 'ours' AND ${OPEN} AND d.waits_for IS NOT NULL`;
/** Deadlines `d` of ours that somebody of ours has to meet, now or once it is possible; an approval is the second person's. */
export const OURS_UNDONE = `${OURS} AND d.waits_for IN ('doing', 'opening')`;
export const OURS_DOABLE = `${OURS} AND d.waits_for = 'doing'`;
/** Audit calls a deadline `d` late only after its moment: the same everywhere. */
export const lateAt = (now: string): string => `d.late_from < ${now}`;

/** When `d` is due, as its indexes are ordered: without a date it comes first. */
export const DUE = `(CASE WHEN d.due_at IS NULL THEN '-infinity' ELSE d.due_at END)`;

/**
 * Deadlines of one lane, as `deadline_lane` parts them: `now` and `care` press before all others, `care` only while its window is
 * open; `law` and `tool` can be done, `shut` not yet; `outside` is owed by others.
 */
const lane = (
  name: 'now' | 'care' | 'law' | 'tool' | 'shut' | 'outside',
  ...conditions: readonly string[]
): WorkBranch => ({
  from: 'deadline',
  where: [OPEN, `deadline_lane(d.owner, d.waits_for, d.urgency, d.origin) = '${name}'`, ...conditions].join(
    ' AND ',
  ),
});

/** Nothing is late before it is due: the first condition is what an index can be read by. */
const LATE = [`${DUE} <= $1`, lateAt('$1')] as const;
/** A window of care that is over presses as what law and medicine ask does. */
const CARE_IS_OVER = 'd.due_at < $1';
/** Between its date and its being late lies a day, a week-end; more only for a child who was away. */
const SLACK = `interval '96 hours'`;
const HAS_SLACK = `d.late_from - d.due_at > ${SLACK} AND d.late_from >= $1 AND d.due_at <= $1::timestamptz - ${SLACK}`;
const NOT_LATE = `d.late_from >= $1`;
const UNTIL_TODAY = [`${DUE} > $1::timestamptz - ${SLACK}`, `${DUE} <= $2`, NOT_LATE] as const;
const THIS_WEEK = [`${DUE} > $2`, `${DUE} <= $3`] as const;
/** A date of the law that passed is shown whatever keeps its step shut (G13). */
const SHUT_LATE: WorkBranch = {
  ...lane('shut', ...LATE, `s.state IN ('blocked', 'not-yet')`),
  from: 'deadline and step',
};
const ENTERED_BY = `(SELECT e.entered_by FROM journal_entry e WHERE e.id = s.to_approve)`;
const TO_APPROVE = `s.to_approve IS NOT NULL`;
const IN_THREE_DAYS = `($1::timestamptz + interval '${String(PROTECTS_WITHIN_MS)} milliseconds')`;

const undated = (where: string, more: Pick<WorkBranch, 'rank' | 'sortedAt'> = {}): WorkBranch => ({
  from: 'step_state',
  where,
  ...more,
});
const first = (which: 'protects' | 'other', more: string, order?: Pick<WorkBranch, 'rank' | 'sortedAt'>) =>
  undated(`s.state IN ('ready', 'to-confirm') AND NOT s.rests AND s.stands_first = '${which}'${more}`, order);

/** To be confirmed since a correction, with no date of ours that runs. */
const TO_CONFIRM = `s.state = 'to-confirm' AND NOT s.rests AND NOT EXISTS (SELECT 1 FROM deadline o WHERE o.run_id = s.run_id
  AND o.step = s.step AND o.of = 'step' AND o.owner = 'ours' AND o.met_at IS NULL AND (o.due_at IS NOT NULL OR o.urgency IS NOT NULL))`;

const LATE_LAW = [lane('law', ...LATE), lane('care', CARE_IS_OVER, ...LATE), SHUT_LATE];
const LATE_TOOL = [lane('tool', ...LATE)];

/** In the order in which the page shows them. */
export const DATED_PHASES: readonly WorkPhase[] = [
  {
    ...{ name: 'now', group: 'now', kind: 'step' },
    branches: [lane('now'), lane('care', `${DUE} >= $1`), lane('care', `${DUE} = '-infinity'`)],
    late: [lane('now', ...LATE)],
  },
  { name: 'late-law', group: 'today', kind: 'step', branches: LATE_LAW, late: LATE_LAW },
  {
    ...{ name: 'today', group: 'today', kind: 'step' },
    branches: [
      lane('law', ...UNTIL_TODAY),
      lane('tool', ...UNTIL_TODAY),
      lane('care', CARE_IS_OVER, ...UNTIL_TODAY),
      { from: 'deadline', where: `${OURS_DOABLE} AND d.urgency IS DISTINCT FROM 'always' AND ${HAS_SLACK}` },
    ],
  },
  { name: 'late', group: 'late', kind: 'step', branches: LATE_TOOL, late: LATE_TOOL },
  {
    ...{ name: 'soon', group: 'soon', kind: 'step' },
    branches: [
      lane('law', ...THIS_WEEK),
      lane('tool', ...THIS_WEEK),
      first('protects', '', { rank: '0::int', sortedAt: IN_THREE_DAYS }),
    ],
  },
];

export const WAITING_PHASES: readonly WorkPhase[] = [
  { name: 'to-confirm', group: 'waiting-for-me', kind: 'step', branches: [undated(TO_CONFIRM)] },
  {
    ...{ name: 'outside', group: 'waiting-for-others', kind: 'outside' },
    branches: [lane('outside', 'd.starts_at IS NOT NULL')],
    late: [lane('outside', 'd.starts_at IS NOT NULL', ...LATE)],
  },
  {
    ...{ name: 'my-acts', group: 'waiting-for-others', kind: 'approval' },
    branches: [undated(`${TO_APPROVE} AND ${ENTERED_BY} = $4::text`)],
  },
];

const MINE_TO_APPROVE = `${TO_APPROVE} AND s.approver_role = ANY ($5::text[]) AND ${ENTERED_BY} <> $4::text`;

/** What this account may approve. Its scope is always the teams. */
export const APPROVALS_PHASE: WorkPhase = {
  ...{ name: 'approvals', group: 'waiting-for-me', kind: 'approval' },
  branches: [undated(MINE_TO_APPROVE)],
  late: [undated(`${MINE_TO_APPROVE} AND ${lateAt('$1')}`)],
};

/** A case of which nothing stands above: what its worker goes on with, since no case is without a line. */
export const LATER_PHASE: WorkPhase = {
  ...{ name: 'later', group: 'later', kind: 'step' },
  branches: [
    first('other', ` AND (CASE WHEN s.quiet_until IS NULL THEN 'infinity' ELSE s.quiet_until END) > $3`),
    { from: 'deadline', where: `${OPEN} AND d.stands_first AND d.due_at > $3` },
  ],
};

/** Of ours, what comes next: for when nothing is late. */
export const NEXT_PHASE: WorkPhase = {
  ...{ name: 'next', group: 'soon', kind: 'step' },
  branches: [{ from: 'deadline', where: `${OURS} AND d.due_at > $1` }],
};

/** In their order on the page. */
export const PHASES: readonly WorkPhase[] = [
  ...DATED_PHASES,
  APPROVALS_PHASE,
  ...WAITING_PHASES,
  LATER_PHASE,
];
