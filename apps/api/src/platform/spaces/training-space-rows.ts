import type { TrainingMode } from '@repere/training';
import { ENDS_AT, NOTICE_DAYS } from './space-life';

/** A training space as the address book has it. */
export interface TrainingSpaceRow {
  readonly key: string;
  readonly title: string;
  readonly state: 'creating' | 'open' | 'archived' | 'failed';
  readonly scenario: string | null;
  readonly mode: TrainingMode;
  readonly owner_id: string;
  readonly database: string;
  readonly clock_offset_ms: string;
  readonly fixed_now: Date | null;
  readonly entered_at: Date;
  readonly ends_at: Date;
  readonly ends_soon: boolean;
}

const ROW = `key, title, state, scenario, mode, owner_id, database, clock_offset_ms, fixed_now, entered_at, ${ENDS_AT} AS ends_at,
  ${ENDS_AT} < now() + interval '${String(NOTICE_DAYS)} days' AS ends_soon`;

/** What the page *Formation* asks of the address book and changes in it, as the role that makes training spaces. */
export const TRAINING_SPACES_SQL = {
  /** `$1`: whose. Newest first. */
  ofOwner: `SELECT ${ROW} FROM space WHERE owner_id = $1 AND state <> 'gone' ORDER BY created_at DESC`,
  /** `$1`: key, `$2`: whose. */
  find: `SELECT ${ROW} FROM space WHERE key = $1 AND owner_id = $2 AND state <> 'gone'`,
  /** `$1`: whose. Those of others count in all. */
  count: `SELECT count(*) FILTER (WHERE owner_id = $1)::int AS own, count(*)::int AS "inAll" FROM space
           WHERE owner_id IS NOT NULL AND state <> 'gone'`,
  insert: `INSERT INTO space (key, kind, title, database, key_ring, state, owner_id, scenario, mode)
           VALUES ($1, 'training', $2, $3, $3, 'creating', $4, $5, $6)`,
  beginAnew: `UPDATE space SET state = 'creating', generation = generation + 1, tries = 0,
                 is_score_shown = false, code_mac = NULL, code_until = NULL WHERE key = $1 AND state <> 'gone'`,
  archive: `UPDATE space SET state = 'archived', code_mac = NULL, code_until = NULL WHERE key = $1 AND state = 'open'`,
  reopen: `UPDATE space SET state = 'open', entered_at = now() WHERE key = $1 AND state = 'archived'`,
  entered: `UPDATE space SET entered_at = now() WHERE key = $1`,
  /** Its address goes on saying that it was deleted. */
  remove: `WITH gone AS (UPDATE space SET state = 'gone', title = '', code_mac = NULL, code_until = NULL WHERE key = $1 AND state <> 'gone' RETURNING database, key)
           INSERT INTO space_leftover (database, key) SELECT database, key FROM gone WHERE database LIKE 'repere_training_%'
           ON CONFLICT DO NOTHING`,
  /** Nobody came for long, and its owner was told. */
  over: `SELECT key, owner_id FROM space WHERE kind = 'training' AND owner_id IS NOT NULL AND state <> 'gone' AND ${ENDS_AT} < now()`,
  forget: `DELETE FROM space WHERE kind = 'training' AND state = 'gone' AND entered_at < now() - interval '90 days'`,
} as const;
