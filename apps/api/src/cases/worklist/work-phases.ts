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
  readonly state: string;
  /** The place in the phase, for the cursor: rank, then date as text with all its digits, then place in the case. */
  readonly rank: number;
  readonly sortedAt: string;
  readonly place: number;
}

/** A row as the page needs it: of which phase, and what its run follows. */
export interface FoundRow extends WorkRow {
  readonly phase: string;
  readonly protocol: string;
  readonly version: string;
}

/**
 * One source of rows: which table leads, whose team or case carries the scope; what it asks of `d` (deadline) and `s`
 * (step_state). `$1` is now, `$2` the end of today, `$3` the end of the week, `$4` the account.
 */
export interface WorkBranch {
  readonly from: 'deadline' | 'step_state';
  readonly where: string;
  /** When it counts as due, if not at its deadline's date. */
  readonly sortedAt?: string;
}

/** A stretch of the list. The same order as `orderSteps` of the engine, over many cases: a test compares them. */
export interface WorkPhase {
  readonly name: string;
  readonly group: WorkItemDto['group'];
  readonly kind: WorkItemDto['kind'];
  readonly branches: readonly WorkBranch[];
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

const IS_LATE = lateAt('$1');
/** What protects now: at once by its nature, or a window of care that is still open. */
const URGENT = `(d.urgency = 'always' OR d.urgency = 'until-late' AND (d.due_at IS NULL OR d.due_at >= $1))`;
/** A step that is not possible yet presses nobody, whatever it is. */
const NOT_URGENT = `(d.waits_for <> 'doing' OR ${URGENT} IS NOT TRUE)`;
const OF_LAW = `d.origin IN ('LEGAL', 'MEDICAL')`;
/** A date of the law that passed is shown whatever keeps its step shut (G13). */
const SHOWN_LATE = `(d.waits_for = 'doing' OR d.waits_for = 'opening' AND d.origin = 'LEGAL' AND s.state IN ('blocked', 'not-yet'))`;
const ENTERED_BY = `(SELECT e.entered_by FROM journal_entry e WHERE e.id = s.to_approve)`;
const FIRST = `s.state IN ('ready', 'to-confirm') AND NOT s.rests AND s.stands_first`;
const IN_THREE_DAYS = `($1::timestamptz + interval '${String(PROTECTS_WITHIN_MS)} milliseconds')`;

const dated = (where: string): readonly WorkBranch[] => [{ from: 'deadline', where }];
const undated = (where: string, sortedAt?: string): readonly WorkBranch[] => [
  { from: 'step_state', where, ...(sortedAt !== undefined && { sortedAt }) },
];

/** To be confirmed since a correction, with no date of ours that runs. */
const TO_CONFIRM = `s.state = 'to-confirm' AND NOT s.rests AND NOT EXISTS (SELECT 1 FROM deadline o WHERE o.run_id = s.run_id
  AND o.step = s.step AND o.of = 'step' AND o.owner = 'ours' AND o.met_at IS NULL AND (o.due_at IS NOT NULL OR o.urgency IS NOT NULL))`;

/** In the order in which the page shows them. */
export const DATED_PHASES: readonly WorkPhase[] = [
  { name: 'now', group: 'now', kind: 'step', branches: dated(`${OURS_DOABLE} AND ${URGENT}`) },
  {
    name: 'late-law',
    group: 'today',
    kind: 'step',
    branches: dated(`${OURS_UNDONE} AND ${NOT_URGENT} AND ${IS_LATE} AND ${OF_LAW} AND ${SHOWN_LATE}`),
  },
  {
    name: 'today',
    group: 'today',
    kind: 'step',
    branches: dated(`${OURS_DOABLE} AND ${NOT_URGENT} AND d.due_at <= $2 AND d.late_from >= $1`),
  },
  {
    name: 'late',
    group: 'late',
    kind: 'step',
    branches: dated(`${OURS_DOABLE} AND ${NOT_URGENT} AND ${IS_LATE} AND NOT (${OF_LAW})`),
  },
  {
    name: 'soon',
    group: 'soon',
    kind: 'step',
    branches: [
      ...dated(`${OURS_DOABLE} AND ${NOT_URGENT} AND d.due_at > $2 AND d.due_at <= $3`),
      ...undated(`${FIRST} = 'protects'`, IN_THREE_DAYS),
    ],
  },
];

export const WAITING_PHASES: readonly WorkPhase[] = [
  { name: 'to-confirm', group: 'waiting-for-me', kind: 'step', branches: undated(TO_CONFIRM) },
  {
    name: 'outside',
    group: 'waiting-for-others',
    kind: 'outside',
    branches: dated(`d.owner = 'outside' AND ${OPEN} AND d.starts_at IS NOT NULL`),
  },
  {
    name: 'my-acts',
    group: 'waiting-for-others',
    kind: 'approval',
    branches: undated(`s.to_approve IS NOT NULL AND ${ENTERED_BY} = $4::text`),
  },
];

/** What this account may approve; roles of the protocols as `$5`. Its scope is always the teams. */
export const APPROVALS_PHASE: WorkPhase = {
  name: 'approvals',
  group: 'waiting-for-me',
  kind: 'approval',
  branches: undated(
    `s.to_approve IS NOT NULL AND s.approver_role = ANY ($5::text[]) AND ${ENTERED_BY} <> $4::text`,
  ),
};

/** A case of which nothing stands above: what its worker goes on with, since no case is without a line. */
const IS_QUIET = `NOT EXISTS (SELECT 1 FROM deadline q WHERE q.case_file_id = s.case_file_id AND q.owner = 'ours' AND q.met_at IS NULL
    AND NOT q.rests AND q.waits_for = 'doing' AND (q.due_at <= $3 OR q.urgency IS NOT NULL AND q.due_at IS NULL))
  AND NOT EXISTS (SELECT 1 FROM step_state q WHERE q.case_file_id = s.case_file_id AND NOT q.rests
    AND (q.stands_first = 'protects' OR q.state = 'to-confirm'))`;

export const LATER_PHASE: WorkPhase = {
  name: 'later',
  group: 'later',
  kind: 'step',
  branches: [
    ...undated(`${FIRST} = 'other' AND ${IS_QUIET}`),
    ...dated(
      `${OURS_DOABLE} AND d.due_at > $3 AND ${IS_QUIET}
       AND NOT EXISTS (SELECT 1 FROM step_state f WHERE f.case_file_id = s.case_file_id AND f.stands_first IS NOT NULL AND NOT f.rests)
       AND NOT EXISTS (SELECT 1 FROM deadline e WHERE e.case_file_id = d.case_file_id AND e.owner = 'ours' AND e.met_at IS NULL
         AND NOT e.rests AND e.waits_for = 'doing' AND (e.due_at, e.place, e.of) < (d.due_at, d.place, d.of))`,
    ),
  ],
};

/** In their order on the page. */
export const PHASES: readonly WorkPhase[] = [
  ...DATED_PHASES,
  APPROVALS_PHASE,
  ...WAITING_PHASES,
  LATER_PHASE,
];
