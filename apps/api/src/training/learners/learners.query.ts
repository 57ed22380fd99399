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
  /** `$1`: a name, `$2`: the browser. */
  count: rows<{
    readonly here: number;
    readonly asked: number;
    readonly ofDevice: number;
    readonly isTaken: boolean;
  }>({ here: 'integer', asked: 'integer', ofDevice: 'integer', isTaken: 'boolean' }).from(
    `SELECT (count(*) FILTER (WHERE state <> 'refused'))::int AS here, count(*)::int AS asked,
            (count(*) FILTER (WHERE device = $2))::int AS "ofDevice",
            coalesce(bool_or(state <> 'refused' AND lower(name) = lower($1)), false) AS "isTaken" FROM learner`,
  ),
  insert: command(`INSERT INTO learner (id, device, name, role, state) VALUES ($1, $2, $3, $4, 'waiting')`),
  /** `$1`: id, `$2`: the event, `$3`: when. */
  certify: command(`UPDATE learner SET certificate_seq = $2, certified_at = $3 WHERE id = $1`),
  /** `$1`: id, `$2`: state, `$3`: the account, once there is one. */
  decide: command(`UPDATE learner SET state = $2, account_id = coalesce($3, account_id) WHERE id = $1`),
} as const;
