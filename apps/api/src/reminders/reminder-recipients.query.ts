import { rows } from '../platform/data/statement';
import { FOLLOWS, readsBy } from './reminder-recipients';

/** A reminder that is to be told of, held until the transaction ends. */
export interface DueReminder {
  readonly id: string;
  readonly caseFileId: string;
  readonly runId: string;
  readonly step: string;
  readonly of: 'step' | 'approval';
}

const DUE = {
  id: 'uuid',
  caseFileId: 'uuid',
  runId: 'uuid',
  step: 'text',
  of: 'text',
} as const;
const COLUMNS = `m.id, m.case_file_id AS "caseFileId", m.run_id AS "runId", m.step, m.of`;
/** With its case: who writes that one has it first and its reminders then, so that waiting for it here could last for ever. */
const LOCKED = `FROM reminder m JOIN case_file c ON c.id = m.case_file_id`;
const WITHOUT_WAITING = `FOR UPDATE OF m SKIP LOCKED FOR KEY SHARE OF c SKIP LOCKED`;
const AT_ONCE = 100;

/** Without an answer for so long, whoever is on duty is told. */
export const ANSWER_WITHIN_MINUTES = 30;

const UNTOLD = `reminded_at IS NULL AND over_at IS NULL`;
const WAITS = `passed_on_at IS NULL AND answered_at IS NULL AND over_at IS NULL`;
/** `$1`: now. */
const TO_REMIND = `${UNTOLD} AND remind_at <= $1`;
/** `$1`: by when it was told of, and nobody has answered since. */
const UNANSWERED = `reminded_at <= $1 AND ${WAITS}`;

/** SQL: when the next reminder is to be told of or passed on after `$1`, by the space's clock. */
export const NEXT_REMINDER = `(SELECT min(at) FROM (
   SELECT remind_at AS at FROM reminder WHERE ${UNTOLD}
   UNION ALL SELECT reminded_at + interval '${String(ANSWER_WITHIN_MINUTES)} minutes' FROM reminder WHERE ${WAITS}) due
   WHERE at > $1)`;

/** Whom a reminder goes to. By the relations as they hold now: who is away, barred or gone is told nothing. */
export const REMINDERS_SQL = {
  /** One process looks; the others have nothing to do. */
  lookAlone: rows<{ readonly isAlone: boolean }>({ isAlone: 'boolean' }).from(
    `SELECT pg_try_advisory_xact_lock(hashtext('repere reminders')) AS "isAlone"`,
  ),

  listDue: rows<{ readonly id: string }>({ id: 'uuid' }).from(
    `SELECT id FROM reminder WHERE ${TO_REMIND} ORDER BY remind_at LIMIT ${String(AT_ONCE)}`,
  ),

  listUnanswered: rows<{ readonly id: string }>({ id: 'uuid' }).from(
    `SELECT id FROM reminder WHERE ${UNANSWERED} ORDER BY reminded_at LIMIT ${String(AT_ONCE)}`,
  ),

  lockDue: rows<DueReminder>(DUE).from(
    `SELECT ${COLUMNS} ${LOCKED} WHERE ${TO_REMIND} AND m.id = $2 ${WITHOUT_WAITING}`,
  ),

  lockUnanswered: rows<DueReminder>(DUE).from(
    `SELECT ${COLUMNS} ${LOCKED} WHERE ${UNANSWERED} AND m.id = $2 ${WITHOUT_WAITING}`,
  ),

  /** Everybody who works on the case `$1`, by relation. */
  around: rows<{ readonly id: string; readonly relation: string }>({ id: 'uuid', relation: 'text' }).from(`
    SELECT DISTINCT r.account_id AS id, r.relation FROM case_relation_now r JOIN account a ON a.id = r.account_id
     WHERE r.case_id = $1 AND ${readsBy(FOLLOWS.flat(), 'r.relation', 'a.roles')}`),

  /** Who may approve what waits in step `$3` of run `$2` of the case `$1`: asked for it, or in charge; not whoever did it. */
  approvers: rows<{ readonly id: string; readonly relation: string }>({ id: 'uuid', relation: 'text' }).from(`
    SELECT DISTINCT r.account_id AS id, r.relation
      FROM step_state s JOIN case_relation_now r ON r.case_id = s.case_file_id JOIN account a ON a.id = r.account_id
     WHERE s.case_file_id = $1 AND s.run_id = $2 AND s.step = $3
       AND (r.relation = 'approver' AND r.via = s.to_approve
            OR r.relation IN ('supervisor','on-duty') AND 'supervisor' = ANY (a.roles))
       AND NOT EXISTS (SELECT 1 FROM journal_entry e WHERE e.id = s.to_approve AND e.case_file_id = s.case_file_id
                          AND e.entered_by = r.account_id::text)`),

  /** Who was told of it already. */
  listNoticed: rows<{ readonly id: string }>({ id: 'uuid' }).from(
    `SELECT account_id AS id FROM reminder_notice WHERE reminder_id = $1`,
  ),
} as const;
