import { rows } from '../../platform/data/statement';

export const SCORE_SQL = {
  /** The case that a space began with: none was opened before it. */
  firstCase: rows<{ readonly id: string }>({ id: 'uuid' }).from(
    `SELECT id FROM case_file WHERE erased_at IS NULL ORDER BY opened_at, id LIMIT 1`,
  ),
  /** `$1`: the case, `$2`: after this moment of the machine. Who acts, not what time brought about. */
  after: rows<{ readonly id: string }>({ id: 'uuid' }).from(
    `SELECT id FROM journal_entry WHERE case_file_id = $1 AND machine_at > $2 ORDER BY seq LIMIT 10000`,
  ),
  names: rows<{ readonly id: string; readonly name: string }>({ id: 'uuid', name: 'text' }).from(
    `SELECT id, name FROM account`,
  ),
} as const;
