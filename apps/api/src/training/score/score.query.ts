import { rows } from '../../platform/data/statement';

export const SCORE_SQL = {
  /** The case that a space began with: none was opened before it. */
  firstCase: rows<{ readonly id: string }>({ id: 'uuid' }).from(
    `SELECT id FROM case_file WHERE erased_at IS NULL ORDER BY opened_at, id LIMIT 1`,
  ),
  names: rows<{ readonly id: string; readonly name: string }>({ id: 'uuid', name: 'text' }).from(
    `SELECT id, name FROM account`,
  ),
} as const;
