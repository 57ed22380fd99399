import { command, rows } from '../platform/data/statement';

const PER_LOGIN = 5;
/** Of codes: so few digits must not be tried for weeks. Not of passwords: it would lock a colleague out for a day. */
const CODES_A_DAY = 30;
const PER_ADDRESS = 60;
const WINDOW_MINUTES = 15;

/** Tries at signing in, by the database server's clock as it goes on within the transaction. */
export const SIGN_IN_SQL = {
  /** Others that try with this token wait until the transaction ends. */
  lock: command(`SELECT pg_advisory_xact_lock(hashtextextended($1, 0))`),

  /** Those that count no more. */
  deleteOld: command(`DELETE FROM sign_in_attempt WHERE at < clock_timestamp() - interval '1 day'`),

  insert: rows<{ readonly id: string }>({ id: 'bigint' }).from(
    `INSERT INTO sign_in_attempt (login_token, address_token) VALUES ($1, $2) RETURNING id`,
  ),

  succeed: command(`UPDATE sign_in_attempt SET succeeded = true WHERE id = $1`),

  /** Seconds to wait; `$3`: whether the limit of a day holds as well. */
  wait: rows<{ readonly wait: number | null }>({ wait: 'integer?' }).from(`
    WITH since AS (SELECT clock_timestamp() - make_interval(mins => ${WINDOW_MINUTES}) AS at),
         last_success AS (SELECT coalesce(max(at), '-infinity') AS at FROM sign_in_attempt
                           WHERE login_token = $1 AND succeeded),
         of_login AS (SELECT at FROM sign_in_attempt
                       WHERE login_token = $1 AND NOT succeeded
                         AND at > (SELECT at FROM since) AND at > (SELECT at FROM last_success)
                       ORDER BY at DESC LIMIT ${PER_LOGIN}),
         of_address AS (SELECT at FROM sign_in_attempt
                         WHERE address_token = $2 AND NOT succeeded AND at > (SELECT at FROM since)
                         ORDER BY at DESC LIMIT ${PER_ADDRESS}),
         of_day AS (SELECT at + interval '1 day' AS again_at FROM sign_in_attempt
                     WHERE login_token = $1 AND NOT succeeded
                       AND at > clock_timestamp() - interval '1 day' AND at > (SELECT at FROM last_success)
                     ORDER BY at DESC LIMIT ${CODES_A_DAY}),
         limits AS (SELECT min(at) + make_interval(mins => ${WINDOW_MINUTES}) AS again_at
                      FROM of_login HAVING count(*) >= ${PER_LOGIN}
                    UNION ALL
                    SELECT min(at) + make_interval(mins => ${WINDOW_MINUTES})
                      FROM of_address HAVING count(*) >= ${PER_ADDRESS}
                    UNION ALL
                    SELECT min(again_at) FROM of_day HAVING $3 AND count(*) >= ${CODES_A_DAY})
    SELECT ceil(extract(epoch FROM max(again_at) - clock_timestamp()))::int AS wait FROM limits`),

  openAccount: rows<{ readonly id: string }>({ id: 'uuid' }).from(
    `SELECT id FROM account a WHERE login = $1 AND account_is_open(a)`,
  ),
} as const;
