import { rows } from '../../platform/data/statement';

const BATCH = 50;

/** Cases that time alone changes. */
export const DUE_CASES_SQL = {
  /** Whether nobody else looks for them meanwhile. */
  lookAlone: rows<{ readonly isAlone: boolean }>({ isAlone: 'boolean' }).from(
    `SELECT pg_try_advisory_xact_lock(hashtext('repere refold')) AS "isAlone"`,
  ),

  /** Due at `$1`, first come first. */
  list: rows<{ readonly id: string }>({ id: 'uuid' }).from(
    `SELECT id FROM case_file WHERE next_change_at <= $1 ORDER BY next_change_at LIMIT ${String(BATCH)}`,
  ),

  /** Case `$1` if it still is at `$2`, and nobody else has it in hand. */
  lock: rows<{ readonly id: string }>({ id: 'uuid' }).from(
    `SELECT id FROM case_file WHERE id = $1 AND next_change_at <= $2 FOR UPDATE SKIP LOCKED`,
  ),
} as const;
