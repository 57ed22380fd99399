import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

const PER_LOGIN = 5;
const PER_ADDRESS = 60;
const WINDOW_MINUTES = 15;

/** Keyed hashes of what was typed and of where it came from. */
export interface SignInTokens {
  readonly login: Buffer;
  readonly address: Buffer;
}

/** A try that may go on, or how long to wait. */
export type Reservation =
  { readonly ok: true; readonly attemptId: string } | { readonly ok: false; readonly retryAfter: number };

/**
 * Limits on failed attempts, counted in the database so that all processes share them. The same for logins that exist
 * and that don't: being locked tells nothing about an account.
 */
@Injectable()
export class SignInLimits {
  /** Counts a try as failed before it is made: a hundred at the same moment get no further than five. */
  async reserve(manager: EntityManager, tokens: SignInTokens): Promise<Reservation> {
    await manager.query(`SELECT pg_advisory_xact_lock(hashtextextended($1, 0))`, [
      tokens.login.toString('hex'),
    ]);
    const retryAfter = await this.wait(manager, tokens);
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

  private async wait(manager: EntityManager, tokens: SignInTokens): Promise<number | null> {
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
            limits AS (SELECT min(at) AS oldest FROM of_login HAVING count(*) >= ${PER_LOGIN}
                       UNION ALL
                       SELECT min(at) FROM of_address HAVING count(*) >= ${PER_ADDRESS})
       SELECT ceil(extract(epoch FROM max(oldest) - (SELECT at FROM since)))::int AS wait FROM limits`,
      [tokens.login, tokens.address],
    );
    return wait === null ? null : Math.max(wait, 1);
  }
}
