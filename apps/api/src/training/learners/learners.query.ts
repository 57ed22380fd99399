import { type AnswerColumns, command, rows } from '../../platform/data/statement';

/** Somebody who came by the code. */
export interface LearnerRow {
  readonly id: string;
  readonly name: string;
  readonly role: string;
  readonly state: string;
  readonly accountId: string | null;
  readonly askedAt: Date;
  /** The event that is their certificate; `null`: none. */
  readonly certificateSeq: string | null;
}

const LEARNER: AnswerColumns<LearnerRow> = {
  ...{ id: 'uuid', name: 'text', role: 'text', state: 'text' },
  ...{ accountId: 'uuid?', askedAt: 'timestamptz', certificateSeq: 'bigint?' },
};
const COLUMNS = `id, name, role, state, account_id AS "accountId", asked_at AS "askedAt", certificate_seq AS "certificateSeq"`;

export const LEARNERS_SQL = {
  /** Who else asks or decides waits until the transaction ends: the last place is given once. */
  lock: command(`SELECT pg_advisory_xact_lock(hashtext('repere training learners'))`),
  /** `$1`: the browser. */
  ofDevice: rows<LearnerRow>(LEARNER).from(
    `SELECT ${COLUMNS} FROM learner WHERE device = $1 ORDER BY asked_at, id`,
  ),
  /** Who waits comes first. */
  all: rows<LearnerRow>(LEARNER).from(
    `SELECT ${COLUMNS} FROM learner ORDER BY array_position(ARRAY['waiting','admitted','refused'], state), asked_at, id`,
  ),
  find: rows<LearnerRow>(LEARNER).from(`SELECT ${COLUMNS} FROM learner WHERE id = $1`),
  /** `$1`: the account: none of those whom whoever leads plays. */
  ofAccount: rows<LearnerRow>(LEARNER).from(`SELECT ${COLUMNS} FROM learner WHERE account_id = $1`),
  /** `$1`: the browser. */
  count: rows<{
    readonly here: number;
    readonly asked: number;
    readonly ofDevice: number;
  }>({ here: 'integer', asked: 'integer', ofDevice: 'integer' }).from(
    `SELECT (count(*) FILTER (WHERE state <> 'refused'))::int AS here, count(*)::int AS asked,
            (count(*) FILTER (WHERE device = $1))::int AS "ofDevice" FROM learner`,
  ),
  /** What people here are called: who learns, and the fictional staff. Who was shown out has let go of their name. */
  names: rows<{ readonly name: string }>({ name: 'text' }).from(
    `SELECT name FROM learner WHERE state <> 'refused'
      UNION ALL SELECT a.name FROM account a WHERE NOT EXISTS (SELECT 1 FROM learner l WHERE l.account_id = a.id)`,
  ),
  insert: command(`INSERT INTO learner (id, device, name, role, state) VALUES ($1, $2, $3, $4, 'waiting')`),
  /** `$1`: id, `$2`: the event, `$3`: when. */
  certify: command(`UPDATE learner SET certificate_seq = $2, certified_at = $3 WHERE id = $1`),
  /** `$1`: id, `$2`: state, `$3`: the account, once there is one. */
  decide: command(`UPDATE learner SET state = $2, account_id = coalesce($3, account_id) WHERE id = $1`),
} as const;
