import { TASK_OF_WORKERS } from '../../cases/worklist/need-tasks.query';
import type { DeadlineOrigin } from '@repere/protocol';
import { rows } from '../../platform/data/statement';
import { FOLLOWED } from '../digest.query';

/** Most that a page lists. */
export const LISTED = 100;

/** A reminder of an account, with the deadline that it is about. */
export interface InboxRow {
  readonly id: string;
  readonly caseFileId: string;
  readonly runId: string;
  readonly step: string;
  readonly of: 'step' | 'approval';
  readonly why: 'follows' | 'approves' | 'on-duty';
  readonly at: Date;
  readonly answeredAt: Date | null;
  readonly answeredBy: string | null;
  readonly origin: DeadlineOrigin;
  readonly dueAt: Date | null;
  readonly lateFrom: Date | null;
  readonly atOnce: boolean;
  readonly protocol: string;
  readonly version: string;
  readonly total: number;
}

export const INBOX_SQL = {
  /** Of the account `$1`: what is open still, of cases that it sees still. */
  list: rows<InboxRow>({
    ...{ id: 'uuid', caseFileId: 'uuid', runId: 'uuid', step: 'text', of: 'text', why: 'text' },
    ...{ at: 'timestamptz', answeredAt: 'timestamptz?', answeredBy: 'uuid?', origin: 'text' },
    ...{
      dueAt: 'timestamptz?',
      lateFrom: 'timestamptz?',
      atOnce: 'boolean',
      protocol: 'text',
      version: 'text',
    },
    total: 'integer',
  }).from(`
    SELECT m.id, m.case_file_id AS "caseFileId", m.run_id AS "runId", m.step, m.of, n.why, n.at,
           m.answered_at AS "answeredAt", m.answered_by AS "answeredBy", d.origin, d.due_at AS "dueAt",
           d.late_from AS "lateFrom", d.at_once AS "atOnce", r.protocol, r.version, (count(*) OVER ())::int AS total
      FROM reminder_notice n JOIN reminder m ON m.id = n.reminder_id
      JOIN deadline d ON d.run_id = m.run_id AND d.step = m.step AND d.of = m.of
      JOIN run r ON r.id = m.run_id
     WHERE n.account_id = $1 AND m.over_at IS NULL
     ORDER BY m.answered_at IS NOT NULL, n.at DESC, m.id LIMIT ${String(LISTED)}`),

  /** Of the account `$1`: what needs of children that it follows wait for. */
  needs: rows<{ readonly count: number }>({ count: 'integer' }).from(
    `SELECT count(*)::int AS count FROM need_task t WHERE ${TASK_OF_WORKERS} AND (t.asker_id = $1 OR t.case_file_id IN (${FOLLOWED}))`,
  ),

  hasAddress: rows<{ readonly has: boolean }>({ has: 'boolean' }).from(
    `SELECT email IS NOT NULL AS has FROM account WHERE id = $1`,
  ),
} as const;
