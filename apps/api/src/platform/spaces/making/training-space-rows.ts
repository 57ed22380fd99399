import type { TrainingMode } from '@repere/training';
import { ENDS_AT, NOTICE_DAYS } from './space-life';

/** A training space as the address book has it. */
export interface TrainingSpaceRow {
  readonly key: string;
  readonly title: string;
  readonly state: 'creating' | 'open' | 'copying' | 'archived' | 'failed';
  /** Of one that is being made: a try before this one came to nothing. */
  readonly is_tried_again: boolean;
  readonly scenario: string | null;
  /** Its text, where a trainer wrote it; `null`: it came with the product. */
  readonly scenario_text: string | null;
  readonly mode: TrainingMode;
  /** Of an assessment: how long it takes. */
  readonly limit_minutes: number | null;
  readonly owner_id: string;
  /** What the account that has it was called when the space was made: who led, as a certificate says. */
  readonly owner_name: string;
  readonly database: string;
  readonly clock_offset_ms: string;
  readonly fixed_now: Date | null;
  readonly entered_at: Date;
  readonly ends_at: Date;
  readonly ends_soon: boolean;
  /** Of a branch: key of the space that it was made from. */
  readonly branch_of: string | null;
  readonly branched_at: Date | null;
  /** The moment that it begins with, which may have been let go. */
  readonly moment_id: string | null;
}

const ROW = `key, title, state, state = 'creating' AND tries > 1 AS is_tried_again, scenario, scenario_text, mode, limit_minutes, owner_id, owner_name, database, clock_offset_ms, fixed_now, entered_at, branch_of, branched_at, moment_id, ${ENDS_AT} AS ends_at,
  ${ENDS_AT} < now() + interval '${String(NOTICE_DAYS)} days' AS ends_soon`;

/** The cases that it is given come again, or go with it. */
const LOAD_AGAIN = `UPDATE space_load l SET done = 0, begun_at = NULL, leased_until = NULL, tries = 0, state = 'waiting' FROM changed c WHERE l.key = c.key`;
const LOAD_GOES = `DELETE FROM space_load l USING changed c WHERE l.key = c.key`;

/** A statement that changes the space `$1` and lets go of its database, if it gives one, and of every moment that was kept of it. */
function letGo(change: string, load: string): string {
  return `WITH changed AS (${change}), load AS (${load}),
               moments AS (DELETE FROM space_moment m USING changed c WHERE m.key = c.key RETURNING m.database, m.key)
          INSERT INTO space_leftover (database, key)
          SELECT database, key FROM (SELECT database, key FROM changed UNION ALL SELECT database, key FROM moments) l
           WHERE database LIKE 'repere_training_%' ON CONFLICT DO NOTHING`;
}

/** Of the space `$1` and everything that was made from it. */
const LINE = `WITH RECURSIVE line AS (
    SELECT key FROM space WHERE key = $1 UNION SELECT s.key FROM space s JOIN line l ON s.branch_of = l.key WHERE s.state <> 'gone')
  SELECT key FROM line`;

const removed = (which: string): string =>
  `UPDATE space SET state = 'gone', title = '', owner_name = NULL, scenario = CASE WHEN scenario_text IS NULL THEN scenario END, scenario_text = NULL, out_of_force = NULL, code_mac = NULL, code_until = NULL
    WHERE ${which} AND state <> 'gone' RETURNING database, key`;

/** What the page *Formation* asks of the address book and changes in it, as the role that makes training spaces. */
export const TRAINING_SPACES_SQL = {
  /** `$1`: whose. Newest first. */
  ofOwner: `SELECT ${ROW} FROM space WHERE owner_id = $1 AND state <> 'gone' ORDER BY created_at DESC`,
  /** `$1`: key, `$2`: whose. */
  find: `SELECT ${ROW} FROM space WHERE key = $1 AND owner_id = $2 AND state <> 'gone'`,
  /** `$1`: id, that of a space which somebody is in. */
  byId: `SELECT ${ROW} FROM space WHERE id = $1 AND state <> 'gone'`,
  /** `$1`: key. Newest first. */
  branches: `SELECT ${ROW} FROM space WHERE branch_of = $1 AND state <> 'gone' ORDER BY created_at DESC`,
  /** `$1`: whose. Those of others count in all. */
  count: `SELECT count(*) FILTER (WHERE owner_id = $1)::int AS own, count(*)::int AS "inAll" FROM space
           WHERE owner_id IS NOT NULL AND state <> 'gone'`,
  /** `$9`: what the owner is called. */
  insert: `INSERT INTO space (key, kind, title, database, key_ring, state, owner_id, scenario, mode, scenario_text, limit_minutes, owner_name)
           VALUES ($1, 'training', $2, $3, $3, 'creating', $4, $5, $6, $7, $8, $9)`,
  /**
   * `$1` to `$6` as `insert`; `$7`: the moment, `$8`: key of the space that it is of, `$9`: where its clock stood. The time of an assessment
   * is that of the space: it is not given anew, and one that is over is over at the moment at the latest.
   */
  insertBranch: `INSERT INTO space (key, kind, title, database, key_ring, state, owner_id, scenario, mode, moment_id, branch_of, branched_at, scenario_text, owner_name, limit_minutes, limit_until, limit_clock)
                 SELECT $1, 'training', $2, $3, $3, 'creating', $4, $5, $6, $7, $8, $9::timestamptz, p.scenario_text, p.owner_name, p.limit_minutes, p.limit_until,
                        CASE WHEN p.limit_until <= now()
                             THEN least(coalesce(p.limit_clock, p.fixed_now, p.limit_until + p.clock_offset_ms * interval '1 millisecond'), $9::timestamptz) END
                   FROM space p WHERE p.key = $8`,
  beginAnew: `${letGo(
    `UPDATE space SET state = 'creating', generation = generation + 1, tries = 0,
                 is_score_shown = false, limit_until = CASE WHEN branch_of IS NOT NULL THEN limit_until END,
                 limit_clock = CASE WHEN branch_of IS NOT NULL AND limit_until <= now() THEN least(limit_clock, branched_at) END, code_mac = NULL, code_until = NULL WHERE key = $1 AND state <> 'gone' RETURNING NULL::text AS database, key`,
    LOAD_AGAIN,
  )}`,
  /** What is being kept of it is not kept; what was, stays. */
  archive: `WITH archived AS (UPDATE space SET state = 'archived', code_mac = NULL, code_until = NULL WHERE key = $1 AND state = 'open' RETURNING key)
            DELETE FROM space_moment m USING archived a WHERE m.key = a.key AND m.state <> 'kept'`,
  reopen: `UPDATE space SET state = 'open', entered_at = now() WHERE key = $1 AND state = 'archived'`,
  entered: `UPDATE space SET entered_at = now() WHERE key = $1`,
  /** `$1`: key, `$2`: which versions of its scenario are out of force by now. */
  tellVersions: `UPDATE space SET out_of_force = $2 WHERE key = $1`,
  /** Its address goes on saying that it was deleted; of what a trainer wrote no name stays. Its branches stay. */
  remove: letGo(removed(`key = $1`), LOAD_GOES),
  /** The same with every branch of it, and of those: they have its past. */
  removeWithBranches: letGo(removed(`key IN (${LINE})`), LOAD_GOES),
  /** `$1`: key. Its branches, and those of its branches. */
  branchesOf: `${LINE} WHERE key <> $1`,
  /** Nobody came for long, and its owner was told. */
  over: `SELECT key, owner_id FROM space WHERE kind = 'training' AND owner_id IS NOT NULL AND state <> 'gone' AND ${ENDS_AT} < now()`,
  /** Of whom somebody may be in there. */
  led: `SELECT key, owner_id FROM space WHERE kind = 'training' AND owner_id IS NOT NULL AND state = 'open' ORDER BY key`,
  forget: `DELETE FROM space WHERE kind = 'training' AND state = 'gone' AND entered_at < now() - interval '90 days'`,
} as const;
