/** A moment of a training space as the address book has it: a copy of its database that nobody enters. */
export interface MomentRow {
  readonly id: string;
  readonly key: string;
  readonly title: string;
  readonly state: 'making' | 'kept' | 'failed';
  /** Where the space's clock stood; `null`: it is not kept yet. */
  readonly at: Date | null;
  readonly asked_at: Date;
}

/** How many moments of one space are kept: each takes as much room as the space. */
export const MOST_MOMENTS = 6;
/** How many this installation keeps in all. */
export const MOST_MOMENTS_IN_ALL = 300;

const ROW = 'id, key, title, state, at, asked_at';

/** What is kept of training spaces, as the role that makes them. */
export const MOMENTS_SQL = {
  /** `$1`: keys. First to last. */
  ofSpaces: `SELECT ${ROW} FROM space_moment WHERE key = ANY ($1::text[]) ORDER BY asked_at, id`,
  /** `$1`: id, `$2`: key of its space. */
  find: `SELECT ${ROW} FROM space_moment WHERE id = $1 AND key = $2`,
  /** `$1`: id, of whichever space. */
  isKept: `SELECT 1 FROM space_moment WHERE id = $1 AND state = 'kept'`,
  /** `$1`: key. */
  count: `SELECT count(*) FILTER (WHERE key = $1)::int AS own, count(*)::int AS "inAll" FROM space_moment`,
  insert: `INSERT INTO space_moment (id, key, title) SELECT $1, key, $3 FROM space WHERE key = $2 AND state IN ('open', 'copying')
           RETURNING ${ROW}`,
  /** `$1`: id, `$2`: key. */
  drop: `WITH gone AS (DELETE FROM space_moment WHERE id = $1 AND key = $2 RETURNING database, key)
         INSERT INTO space_leftover (database, key) SELECT database, key FROM gone WHERE database IS NOT NULL ON CONFLICT DO NOTHING`,
} as const;
