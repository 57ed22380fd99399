export const LOAD_STATES = ['waiting', 'stopped', 'done', 'failed'] as const;
export type LoadState = (typeof LOAD_STATES)[number];

/** Fictional cases that a training space is given, by their series, as the address book has them. */
export interface LoadRow {
  readonly key: string;
  readonly cases: number;
  readonly seed: number;
  /** How many are there. */
  readonly done: number;
  readonly state: LoadState;
  /** Where the space’s clock stood when the first was told: what goes on later counts its days from there. */
  readonly begun_at: Date | null;
}

/** Cases that spaces of one person may be given in all: what a person can make the server compute has a budget. */
export const MOST_LOADED = 2_000;
/** A fault that comes each time is a person's to mend. */
const MOST_TRIES = 4;
/** So long nobody else takes it up: as long as the slowest few cases take. */
const LEASE = `interval '90 seconds'`;

const ROW = 'l.key, l.cases, l.seed, l.done, l.state, l.begun_at';

/** Loads of training spaces, as the role that makes these. */
export const LOADS_SQL = {
  /** `$1`: keys. */
  ofSpaces: `SELECT ${ROW} FROM space_load l WHERE l.key = ANY ($1::text[])`,
  /** `$1`: whose. */
  countOf: `SELECT coalesce(sum(l.cases), 0)::int AS cases FROM space_load l JOIN space s ON s.key = l.key WHERE s.owner_id = $1 AND s.state <> 'gone'`,
  /** `$1`: key, `$2`: how many, `$3`: the series, `$4`: whether from a command line. Nothing where the space has one, or is no place for it. */
  insert: `INSERT INTO space_load AS l (key, cases, seed, is_by_hand) SELECT key, $2, $3, $4 FROM space WHERE key = $1 AND state IN ('creating', 'open', 'copying')
           ON CONFLICT DO NOTHING RETURNING ${ROW}`,
  /** `$1`: key. */
  stop: `UPDATE space_load l SET state = 'stopped' WHERE l.key = $1 AND l.state = 'waiting' RETURNING ${ROW}`,
  /** `$1`: key. */
  goOn: `UPDATE space_load l SET state = 'waiting', tries = 0 WHERE l.key = $1 AND l.state IN ('stopped', 'failed') RETURNING ${ROW}`,
  /** Those that a page asked for, of spaces that are open, or soon will be; first asked for first. */
  waiting: `SELECT l.key, s.state = 'open' AS "isOpen" FROM space_load l JOIN space s ON s.key = l.key
             WHERE l.state = 'waiting' AND NOT l.is_by_hand AND s.state IN ('creating', 'open', 'copying') ORDER BY l.asked_at, l.key`,
  /** `$1`: key, `$2`: where the space’s clock stands. Nothing where another process has it in hand. */
  take: `UPDATE space_load l SET leased_until = now() + ${LEASE}, begun_at = coalesce(l.begun_at, $2), tries = l.tries + 1 FROM space s
          WHERE l.key = $1 AND s.key = l.key AND s.state = 'open' AND l.state = 'waiting' AND (l.leased_until IS NULL OR l.leased_until < now())
          RETURNING ${ROW}`,
  /** `$1`: key, `$2`: id of the space that they are in, `$3`: how many are there. Nothing where the space was begun anew, put away, or is gone. */
  progress: `UPDATE space_load l SET done = $3, leased_until = now() + ${LEASE}, tries = 0, state = CASE WHEN $3 >= l.cases THEN 'done' ELSE l.state END
               FROM space s WHERE l.key = $1 AND s.key = l.key AND s.id = $2 AND s.state = 'open' RETURNING ${ROW}`,
  /** `$1`: key. Another may take it up. */
  release: `UPDATE space_load SET leased_until = NULL, state = CASE WHEN state = 'waiting' AND tries > ${String(MOST_TRIES)} THEN 'failed' ELSE state END WHERE key = $1`,
} as const;
