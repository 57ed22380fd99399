/** A moment of a training space as the address book has it: a copy of its database that nobody enters. */
export interface MomentRow {
  readonly id: string;
  readonly key: string;
  readonly title: string;
  readonly state: 'making' | 'kept' | 'failed';
  /** Where the space's clock stood; `null`: it is not kept yet. */
  readonly at: Date | null;
  readonly asked_at: Date;
  /** Kept by itself before time went on: it gives way to what is kept by name. */
  readonly is_automatic: boolean;
}

/** How many moments of one space are kept: each takes as much room as the space. */
export const MOST_MOMENTS = 6;
/** So many of them by themselves, before time went on. */
export const MOST_AUTOMATIC = 2;
/** How many this installation keeps in all. */
export const MOST_MOMENTS_IN_ALL = 300;

const ROW = 'id, key, title, state, at, asked_at, is_automatic';

/** What is kept of training spaces, as the role that makes them. */
export const MOMENTS_SQL = {
  /** `$1`: keys. First to last. */
  ofSpaces: `SELECT ${ROW} FROM space_moment WHERE key = ANY ($1::text[]) ORDER BY asked_at, id`,
  /** `$1`: id, `$2`: key of its space. */
  find: `SELECT ${ROW} FROM space_moment WHERE id = $1 AND key = $2`,
  /** `$1`: id, of whichever space. */
  isKept: `SELECT 1 FROM space_moment WHERE id = $1 AND state = 'kept'`,
  /** `$1`: key. */
  count: `SELECT count(*) FILTER (WHERE key = $1)::int AS own, count(*) FILTER (WHERE key = $1 AND is_automatic AND state <> 'making')::int AS automatic, count(*)::int AS "inAll" FROM space_moment`,
  /** `$1`: id, `$2`: key, `$3`: title, `$4`: whether it is kept by itself. */
  insert: `INSERT INTO space_moment (id, key, title, is_automatic) SELECT $1, key, $3, $4 FROM space WHERE key = $2 AND state IN ('open', 'copying')
           RETURNING ${ROW}`,
  /** `$1`: key. The newest. */
  lastKept: `SELECT ${ROW} FROM space_moment WHERE key = $1 AND state = 'kept' ORDER BY asked_at DESC, id LIMIT 1`,
  /** `$1`: key, `$2`: how many stay of those that were kept by themselves; the oldest go. */
  dropAutomatic: `WITH gone AS (DELETE FROM space_moment WHERE id IN (
                    SELECT id FROM space_moment WHERE key = $1 AND is_automatic AND state <> 'making' ORDER BY asked_at DESC, id OFFSET $2)
                  RETURNING database, key)
         INSERT INTO space_leftover (database, key) SELECT database, key FROM gone WHERE database IS NOT NULL ON CONFLICT DO NOTHING`,
  /** `$1`: id, `$2`: key. */
  drop: `WITH gone AS (DELETE FROM space_moment WHERE id = $1 AND key = $2 RETURNING database, key)
         INSERT INTO space_leftover (database, key) SELECT database, key FROM gone WHERE database IS NOT NULL ON CONFLICT DO NOTHING`,
} as const;
