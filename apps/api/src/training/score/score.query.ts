import { rows } from '../../platform/data/statement';

/** What may have been refused by the engine: an act, or the question whether it would be. */
const TRIED = `l.case_file_id = $1 AND (l.type = 'step.check' OR l.outcome = 'refused'
  AND l.type IN ('step.complete', 'step.amend', 'step.approve', 'step.return', 'step.waive'))`;

/** An event of the record, with what it commits to, sealed. */
export interface TriedRow {
  readonly at: Date;
  readonly eventId: string;
  readonly keyId: string;
  readonly content: Buffer;
}

export const SCORE_SQL = {
  /** The case that a space began with: none was opened before it. */
  firstCase: rows<{ readonly id: string }>({ id: 'uuid' }).from(
    `SELECT id FROM case_file WHERE erased_at IS NULL ORDER BY opened_at, id LIMIT 1`,
  ),
  /** `$1`: the case, `$2`: after this moment of the machine. Who acts, not what time brought about. */
  after: rows<{ readonly id: string }>({ id: 'uuid' }).from(
    `SELECT id FROM journal_entry WHERE case_file_id = $1 AND machine_at > $2 ORDER BY seq LIMIT 10000`,
  ),
  /** `$1`: the case. How often something was tried. */
  triedCount: rows<{ readonly n: number }>({ n: 'integer' }).from(
    `SELECT count(*)::int AS n FROM access_event l WHERE ${TRIED}`,
  ),
  /** `$1`: the case. The earliest first. */
  tried: rows<TriedRow>({ at: 'timestamptz', eventId: 'uuid', keyId: 'uuid', content: 'bytea' }).from(
    `SELECT l.at, p.event_id AS "eventId", p.key_id AS "keyId", p.content
       FROM access_event l JOIN ledger_payload p ON p.event_seq = l.event_seq WHERE ${TRIED} ORDER BY l.event_seq LIMIT 2000`,
  ),
  names: rows<{ readonly id: string; readonly name: string }>({ id: 'uuid', name: 'text' }).from(
    `SELECT id, name FROM account`,
  ),
} as const;
