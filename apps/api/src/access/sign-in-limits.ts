import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { SIGN_IN_SQL } from './sign-in-limits.query';

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
      await SIGN_IN_SQL.lock(manager, [token]);
    const retryAfter = await this.wait(manager, tokens, tried);
    if (retryAfter !== null) return { ok: false, retryAfter };
    // Kept no longer than they count.
    await SIGN_IN_SQL.deleteOld(manager);
    const row = await SIGN_IN_SQL.insert.first(manager, [tokens.login, tokens.address]);
    if (!row) throw new Error('the try was not counted');
    return { ok: true, attemptId: row.id };
  }

  /** It was the right password: the count of this login starts anew. */
  succeed(manager: EntityManager, attemptId: string): Promise<void> {
    return SIGN_IN_SQL.succeed(manager, [attemptId]);
  }

  private async wait(manager: EntityManager, tokens: SignInTokens, tried: Tried): Promise<number | null> {
    const row = await SIGN_IN_SQL.wait.first(manager, [tokens.login, tokens.address, tried === 'code']);
    const wait = row?.wait ?? null;
    return wait === null ? null : Math.max(wait, 1);
  }
}
