import { ACCOUNT_ROLES, mayEver } from '@repere/access';
import { TASK_OF_WORKERS } from '../cases/worklist/need-tasks.query';
import { lateAt, OURS_DOABLE } from '../cases/worklist/work-phases.query';
import { command, rows } from '../platform/data/statement';
import { FOLLOWS, readsBy } from './reminder-recipients';

/** The hour of whoever has chosen none, and by mail. */
export const USUAL_HOUR = 8;

/** Somebody who may be due the day's word. */
export interface DigestReader {
  readonly id: string;
  readonly territory: string | null;
  readonly hour: number;
  readonly byMail: boolean;
  /** ISO 8601 day of the last one. */
  readonly lastDay: string | null;
}

export interface DigestCounts {
  readonly late: number;
  readonly today: number;
  readonly approvals: number;
}

/** SQL: cases that the account `$1` follows. */
export const FOLLOWED = `SELECT r.case_id FROM case_relation_now r
   WHERE r.account_id = $1 AND r.relation IN ('lead','substitute','assigned')`;

/** SQL: how many actions of case conferences that the account `$1` took on, in cases that it reads still; `when`: which of `t`. */
const ownActions = (when: string): string => `(SELECT count(*) FROM conference_task t
   WHERE t.kind = 'action' AND t.owner_id = $1 AND ${when} AND EXISTS (
     SELECT 1 FROM case_relation_now r JOIN account a ON a.id = r.account_id
      WHERE r.case_id = t.case_file_id AND r.account_id = $1 AND ${readsBy(FOLLOWS.flat(), 'r.relation', 'a.roles')}))`;

/** SQL: what needs of children wait for, in cases that the account `$1` follows; `when`: which of `t`. */
const needTasks = (when: string): string =>
  `(SELECT count(*) FROM need_task t WHERE ${TASK_OF_WORKERS} AND t.case_file_id IN (${FOLLOWED}) AND ${when})`;

/** SQL: how many referrals were prepared by the account `$1`, or in cases that it leads, and never sent; `when`: which of `p`. */
const ownPrepared = (when: string): string => `(SELECT count(*) FROM prepared_referral p
   JOIN case_file f ON f.id = p.case_file_id AND f.closed_on IS NULL
  WHERE ${when} AND EXISTS (
     SELECT 1 FROM case_relation_now r JOIN account a ON a.id = r.account_id
      WHERE r.case_id = p.case_file_id AND r.account_id = $1 AND (r.relation = 'lead' OR p.by_id = $1)
        AND ${readsBy(FOLLOWS.flat(), 'r.relation', 'a.roles')}))`;

/** SQL: minutes that the account `$1` may agree to, since others wrote them. */
const MINUTES_TO_READ = `(SELECT count(*) FROM conference_task t
   WHERE t.kind = 'minutes' AND $1 <> ALL (t.writer_ids) AND EXISTS (
     SELECT 1 FROM case_relation_now r JOIN account a ON a.id = r.account_id
      WHERE r.case_id = t.case_file_id AND r.account_id = $1 AND r.relation IN ('supervisor','on-duty')
        AND 'supervisor' = ANY (a.roles)))`;

/** SQL: proposals to lead a case that wait for the word of the account `$1` at `$2`. */
const ASKED_TO_LEAD = `(SELECT count(*) FROM lead_proposal p WHERE p.to_id = $1 AND p.outcome IS NULL AND p.until_at > $2
   AND EXISTS (SELECT 1 FROM case_relation_now r WHERE r.case_id = p.case_file_id AND r.account_id = $1))`;

/** Accounts that may follow a case. */
const READERS = ACCOUNT_ROLES.filter((role) => mayEver(role, 'read', ['lead', 'substitute', 'assigned']));

/** The day's word, one a person and day. */
export const DIGEST_SQL = {
  readers: rows<DigestReader>({
    ...{ id: 'uuid', territory: 'text?', hour: 'integer', byMail: 'boolean', lastDay: 'text?' },
  }).from(`
    SELECT a.id, (SELECT t.territory FROM team_member m JOIN team t ON t.id = m.team_id WHERE m.account_id = a.id
                   ORDER BY t.name LIMIT 1) AS territory,
           coalesce(c.digest_hour, ${String(USUAL_HOUR)})::int AS hour, coalesce(c.digest_by_mail, true) AS "byMail",
           (SELECT max(d.day)::text FROM reminder_digest d WHERE d.account_id = a.id) AS "lastDay"
      FROM account a LEFT JOIN reminder_choice c ON c.account_id = a.id
     WHERE account_is_open(a) AND a.roles && ARRAY[${READERS.map((it) => `'${it}'`).join()}]`),

  /** Of the account `$1`, at `$2`, whose day ends at `$3`. */
  count: rows<DigestCounts>({ late: 'integer', today: 'integer', approvals: 'integer' }).from(`
    SELECT (count(*) FILTER (WHERE ${lateAt('$2')}) + ${ownActions('t.due_at <= $2')} + ${needTasks('t.due_at <= $2')}
             + ${ownPrepared('p.due_at <= $2')})::int AS late,
           (count(*) FILTER (WHERE (${lateAt('$2')}) IS NOT TRUE AND (d.at_once OR d.due_at < $3))
             -- An action is due by the end of its day: what begins the next one is not late yet.
             + ${ownActions('t.due_at > $2 AND t.due_at <= $3')} + ${ASKED_TO_LEAD}
             + ${needTasks('t.due_at > $2 AND t.due_at <= $3')} + ${ownPrepared('p.due_at > $2 AND p.due_at < $3')})::int AS today,
           ((SELECT count(*) FROM step_state s
             WHERE s.to_approve IS NOT NULL AND NOT s.rests
               AND EXISTS (SELECT 1 FROM case_relation_now r JOIN account a ON a.id = r.account_id
                            WHERE r.case_id = s.case_file_id AND r.account_id = $1
                              AND (r.relation = 'approver' AND r.via = s.to_approve
                                   OR r.relation IN ('supervisor','on-duty') AND 'supervisor' = ANY (a.roles)))
               AND NOT EXISTS (SELECT 1 FROM journal_entry e WHERE e.id = s.to_approve AND e.case_file_id = s.case_file_id
                                  AND e.entered_by = $1::uuid::text)) + ${MINUTES_TO_READ})::int AS approvals
      FROM deadline d WHERE ${OURS_DOABLE} AND d.case_file_id IN (${FOLLOWED})`),

  /** Nothing where there is one of that day already. Account `$1`, day `$2`, at `$3`, what it counts. */
  keep: rows<{ readonly day: string }>({ day: 'text' }).from(`
    INSERT INTO reminder_digest (account_id, day, made_at, late, today, approvals) VALUES ($1, $2, $3, $4, $5, $6)
    ON CONFLICT DO NOTHING RETURNING day::text AS day`),

  /** What the account that asks was told last. */
  last: rows<DigestCounts & { readonly madeAt: Date }>({
    ...{ madeAt: 'timestamptz', late: 'integer', today: 'integer', approvals: 'integer' },
  }).from(`
    SELECT made_at AS "madeAt", late, today, approvals FROM reminder_digest WHERE account_id = $1 ORDER BY day DESC LIMIT 1`),

  choice: rows<{ readonly hour: number; readonly byMail: boolean }>({
    hour: 'integer',
    byMail: 'boolean',
  }).from(
    `SELECT digest_hour::int AS hour, digest_by_mail AS "byMail" FROM reminder_choice WHERE account_id = $1`,
  ),

  choose: command(`
    INSERT INTO reminder_choice (account_id, digest_hour, digest_by_mail, chosen_at) VALUES ($1, $2, $3, $4)
    ON CONFLICT (account_id) DO UPDATE
       SET digest_hour = excluded.digest_hour, digest_by_mail = excluded.digest_by_mail, chosen_at = excluded.chosen_at`),
} as const;
