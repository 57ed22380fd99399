import { rows } from '../../platform/data/statement';

/** Looked for at once; several transactions recompute them. */
const BATCH = 200;

/** Cases that time alone changes. */
export const DUE_CASES_SQL = {
  /** Whether nobody else looks for them meanwhile. */
  lookAlone: rows<{ readonly isAlone: boolean }>({ isAlone: 'boolean' }).from(
    `SELECT pg_try_advisory_xact_lock(hashtext('repere recompute')) AS "isAlone"`,
  ),

  /** Due at `$1`, first come first. */
  list: rows<{ readonly id: string }>({ id: 'uuid' }).from(
    `SELECT id FROM case_file WHERE next_change_at <= $1 ORDER BY next_change_at LIMIT ${String(BATCH)}`,
  ),

  /** Those of the cases `$1` that still are at `$2`, and that nobody else has in hand. */
  lock: rows<{ readonly id: string }>({ id: 'uuid' }).from(
    `SELECT id FROM case_file WHERE id = ANY ($1::uuid[]) AND next_change_at <= $2 FOR UPDATE SKIP LOCKED`,
  ),
} as const;
