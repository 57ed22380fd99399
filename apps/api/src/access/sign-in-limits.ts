import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

const PER_LOGIN = 5;
/** Of codes: so few digits must not be tried for weeks. Not of passwords: it would lock a colleague out for a day. */
const CODES_A_DAY = 30;
const PER_ADDRESS = 60;
const WINDOW_MINUTES = 15;

/** Keyed hashes of what was typed and of where it came from. */
export interface SignInTokens {
  /** What is tried: a login, or the second step of an account. */
  readonly login: Buffer;
  readonly address: Buffer;
}

export type Tried = 'password' | 'code';

/** A try that may go on, or how long to wait. */
export type Reservation =
  { readonly ok: true; readonly attemptId: string } | { readonly ok: false; readonly retryAfter: number };

/**
 * Limits on failed attempts, counted in the database so that all processes share them. The same for logins that exist
 * and that don't: being locked tells nothing about an account.
 */
@Injectable()
export class SignInLimits {
  /** Counts a try as failed before it is made: a hundred at the same moment get no further than five, of an address than sixty. */
  async reserve(
    manager: EntityManager,
    tokens: SignInTokens,
    tried: Tried = 'password',
  ): Promise<Reservation> {
    // One after another of a login, and of an address; always in the same order, so that no two wait for each other.
    for (const token of [tokens.login, tokens.address].map((it) => it.toString('hex')).sort())
      await manager.query(`SELECT pg_advisory_xact_lock(hashtextextended($1, 0))`, [token]);
    const retryAfter = await this.wait(manager, tokens, tried);
    if (retryAfter !== null) return { ok: false, retryAfter };
    // Kept no longer than they count.
    await manager.query(`DELETE FROM sign_in_attempt WHERE at < clock_timestamp() - interval '1 day'`);
    const [row]: { id: string }[] = await manager.query(
      `INSERT INTO sign_in_attempt (login_token, address_token) VALUES ($1, $2) RETURNING id`,
      [tokens.login, tokens.address],
    );
    if (!row) throw new Error('the try was not counted');
    return { ok: true, attemptId: row.id };
  }

  /** It was the right password: the count of this login starts anew. */
  async succeed(manager: EntityManager, attemptId: string): Promise<void> {
    await manager.query(`UPDATE sign_in_attempt SET succeeded = true WHERE id = $1`, [attemptId]);
  }

  private async wait(manager: EntityManager, tokens: SignInTokens, tried: Tried): Promise<number | null> {
    const [{ wait } = { wait: null }]: { wait: number | null }[] = await manager.query(
      `WITH since AS (SELECT clock_timestamp() - make_interval(mins => ${WINDOW_MINUTES}) AS at),
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
       SELECT ceil(extract(epoch FROM max(again_at) - clock_timestamp()))::int AS wait FROM limits`,
      [tokens.login, tokens.address, tried === 'code'],
    );
    return wait === null ? null : Math.max(wait, 1);
  }
}
