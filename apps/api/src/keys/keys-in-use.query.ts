import { rows } from '../platform/data/statement';

/** Of the index of names under one key: how many of all cases. */
export interface IndexUnder {
  readonly id: string;
  readonly isFinished: boolean;
  readonly cases: number;
  readonly of: number;
}

/** Under which keys a space's data are. */
export const KEYS_IN_USE_SQL = {
  dataKeys: rows<{ readonly id: string; readonly count: number }>({ id: 'text', count: 'integer' }).from(
    `SELECT kek_id AS id, count(*)::int AS count FROM data_key WHERE wrapped IS NOT NULL GROUP BY 1 ORDER BY 1`,
  ),

  index: rows<IndexUnder>({ id: 'text', isFinished: 'boolean', cases: 'integer', of: 'integer' }).from(`
    SELECT g.key_id AS id, g.finished_at IS NOT NULL AS "isFinished",
           (SELECT count(*)::int FROM child_signature s WHERE s.generation = g.generation) AS cases,
           (SELECT count(*)::int FROM case_file) AS of
      FROM index_generation g ORDER BY g.generation`),
} as const;
