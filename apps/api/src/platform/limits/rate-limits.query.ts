import { command, rows } from '../data/statement';

/** More than one try adds. */
const MOST_GONE = 1_000;

/** Tries that count against limits, by the database server's clock as it goes on within the transaction. */
export const RATE_LIMITS_SQL = {
  /** Others that count one of `$1` wait until the transaction ends. */
  lock: command(
    `SELECT pg_advisory_xact_lock(hashtextextended(counted, 17)) FROM unnest($1::text[]) AS t (counted)`,
  ),

  /** Counts a try by each limit, or by none: then `wait` says how many seconds. `$1`: what is counted, `$2`: keys, `$3`: most, `$4`: minutes. */
  count: rows<{ readonly wait: number | null; readonly ids: readonly string[] }>({
    ...{ wait: 'integer?', ids: 'text[]' },
  }).from(`
    WITH asked AS (SELECT * FROM unnest($1::text[], $2::bytea[], $3::int[], $4::int[]) AS t (counted, key, most, minutes)),
         -- Read once: an index finds nothing by a time that goes on.
         clock AS MATERIALIZED (SELECT clock_timestamp() AS at),
         waiting AS (
           SELECT ceil(extract(epoch FROM max(reached.again_at) - (SELECT at FROM clock)))::int AS wait
             FROM asked CROSS JOIN LATERAL (
               SELECT min(at) + make_interval(mins => asked.minutes) AS again_at
                 FROM (SELECT at FROM rate_limit_hit h WHERE h.counted = asked.counted AND h.key = asked.key
                          AND at > (SELECT at FROM clock) - make_interval(mins => asked.minutes)
                        ORDER BY at DESC LIMIT asked.most) AS last
               HAVING count(*) >= asked.most) AS reached),
         -- Kept no longer than the longest limit counts.
         gone AS (DELETE FROM rate_limit_hit WHERE id = ANY (ARRAY(
                    SELECT id FROM rate_limit_hit WHERE at < (SELECT at FROM clock) - interval '1 day'
                     ORDER BY at LIMIT ${String(MOST_GONE)} FOR UPDATE SKIP LOCKED))),
         hit AS (INSERT INTO rate_limit_hit (counted, key)
                 SELECT DISTINCT counted, key FROM asked WHERE (SELECT wait FROM waiting) IS NULL RETURNING id)
    SELECT (SELECT wait FROM waiting) AS wait, ARRAY(SELECT id::text FROM hit) AS ids`),

  /** `$1`: ids of a try, `$2`: what starts anew with it. */
  giveBack: command(`
    DELETE FROM rate_limit_hit h USING rate_limit_hit it
     WHERE it.id = ANY ($1::bigint[]) AND h.counted = it.counted AND h.key = it.key
       AND (h.id = it.id OR h.id < it.id AND it.counted = ANY ($2::text[]))`),
} as const;
