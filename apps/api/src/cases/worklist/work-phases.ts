import type { WorkItem } from '@repere/cases';

/** A row of one phase of the worklist, as SQL gives it. */
export interface WorkRow {
  readonly caseFileId: string;
  readonly runId: string;
  readonly step: string;
  readonly of: string;
  readonly origin: WorkItem['origin'];
  readonly owner: WorkItem['owner'];
  readonly dueAt: Date | null;
  readonly lateFrom: Date | null;
  readonly atOnce: boolean;
  readonly state: string;
  /** `due_at` as text with all its digits, `infinity` without one: for the cursor. */
  readonly place: string;
}

/** What a phase asks of `d` (deadline) and `s` (step_state); `$1` is now, `$2` the end of today, `$3` the end of soon, `$4` the account. */
export interface WorkPhase {
  readonly name: string;
  readonly group: WorkItem['group'];
  readonly kind: WorkItem['kind'];
  /** Which table leads: its team or case carries the scope, its index the order. */
  readonly from: 'deadline' | 'step_state';
  readonly where: string;
}

/** Open and not at rest: that of a closed case is nobody's work. */
const OPEN = `d.met_at IS NULL AND NOT d.rests`;
/** Deadlines `d` of ours that are to be met. */
export const OURS = `d.owner = 'ours' AND ${OPEN}`;
/** Deadlines `d` of ours that somebody of ours has to meet, now or once it is possible; an approval is the second person's. */
export const OURS_UNDONE = `${OURS} AND d.waits_for IN ('doing', 'opening')`;
export const OURS_DOABLE = `${OURS} AND d.waits_for = 'doing'`;
const ENTERED_BY = `(SELECT e.entered_by FROM journal_entry e WHERE e.id = s.to_approve)`;

/** In the order in which the page shows them. */
export const DATED_PHASES: readonly WorkPhase[] = [
  {
    name: 'late',
    group: 'late',
    kind: 'step',
    from: 'deadline',
    where: `${OURS_UNDONE} AND d.due_at <= $1 AND d.late_from <= $1`,
  },
  {
    name: 'today',
    group: 'today',
    kind: 'step',
    from: 'deadline',
    where: `${OURS_DOABLE} AND d.due_at <= $2 AND d.late_from > $1`,
  },
  {
    name: 'soon',
    group: 'soon',
    kind: 'step',
    from: 'deadline',
    where: `${OURS_DOABLE} AND d.due_at > $2 AND d.due_at < $3`,
  },
];

export const WAITING_PHASES: readonly WorkPhase[] = [
  {
    name: 'to-confirm',
    group: 'waiting-for-me',
    kind: 'step',
    from: 'step_state',
    where: `s.state = 'to-confirm' AND NOT s.rests AND NOT EXISTS (SELECT 1 FROM deadline o WHERE o.run_id = s.run_id AND o.step = s.step
              AND o.of = 'step' AND o.owner = 'ours' AND o.met_at IS NULL AND o.due_at < $3)`,
  },
  {
    name: 'outside',
    group: 'waiting-for-others',
    kind: 'outside',
    from: 'deadline',
    where: `d.owner = 'outside' AND ${OPEN} AND d.starts_at IS NOT NULL`,
  },
  {
    name: 'my-acts',
    group: 'waiting-for-others',
    kind: 'approval',
    from: 'step_state',
    where: `s.to_approve IS NOT NULL AND ${ENTERED_BY} = $4::text`,
  },
];

/** What this account may approve; roles of the protocols as `$5`. Its scope is always the teams. */
export const APPROVALS_PHASE: WorkPhase = {
  name: 'approvals',
  group: 'waiting-for-me',
  kind: 'approval',
  from: 'step_state',
  where: `s.to_approve IS NOT NULL AND s.approver_role = ANY ($5::text[]) AND ${ENTERED_BY} <> $4::text`,
};
