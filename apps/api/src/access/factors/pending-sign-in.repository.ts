import { createHash, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../platform/unit-of-work';

export const PENDING_MINUTES = 5;
const TRIES = 5;

/** Somebody between the two steps of signing in. */
export interface PendingSignIn {
  /** `null`: nobody said who they are, a passkey will. */
  readonly accountId: string | null;
  /** What a passkey has to sign. */
  readonly challenge: Buffer | null;
}

/** What waits for its second step, by the hash of the token in the cookie of one browser; all processes count its tries. In a unit of work. */
@Injectable()
export class PendingSignInRepository {
  constructor(private readonly unit: UnitOfWork) {}

  /** A fresh token, 256 bits. What nobody finished in time goes. */
  async open({ accountId, challenge }: PendingSignIn): Promise<{ token: string; until: Date }> {
    const token = randomBytes(32).toString('base64url');
    await this.unit.manager.query(`DELETE FROM pending_sign_in WHERE NOT (${ALIVE})`);
    const [row]: { until: Date }[] = await this.unit.manager.query(
      `INSERT INTO pending_sign_in (token_hash, account_id, challenge) VALUES ($1, $2, $3)
       RETURNING created_at + make_interval(mins => ${PENDING_MINUTES}) AS until`,
      [hashOf(token), accountId, challenge],
    );
    if (!row) throw new Error('nothing was kept');
    return { token, until: row.until };
  }

  /** Who waits under this token; `null`: nobody, or no more. */
  async find(token: string): Promise<(PendingSignIn & { readonly until: Date }) | null> {
    const [row]: (Row & { readonly until: Date })[] = await this.unit.manager.query(
      `SELECT account_id, challenge, created_at + make_interval(mins => ${PENDING_MINUTES}) AS until
         FROM pending_sign_in WHERE token_hash = $1 AND ${ALIVE}`,
      [hashOf(token)],
    );
    return row ? { accountId: row.account_id, challenge: row.challenge, until: row.until } : null;
  }

  /** The same, with one try counted before it is made; `null` as well after the last one. */
  async countTry(token: string): Promise<PendingSignIn | null> {
    const [row]: Row[] = await this.unit.manager.query(
      `WITH tried AS (UPDATE pending_sign_in SET tries = tries + 1
                       WHERE token_hash = $1 AND tries < ${TRIES} AND ${ALIVE} RETURNING account_id, challenge)
       SELECT account_id, challenge FROM tried`,
      [hashOf(token)],
    );
    return row ? { accountId: row.account_id, challenge: row.challenge } : null;
  }

  async setChallenge(token: string, challenge: Buffer): Promise<void> {
    await this.unit.manager.query(`UPDATE pending_sign_in SET challenge = $2 WHERE token_hash = $1`, [
      hashOf(token),
      challenge,
    ]);
  }

  /** It leads to one session and no second: whether it was still there. */
  async take(token: string): Promise<boolean> {
    const [{ taken } = { taken: 0 }]: { taken: number }[] = await this.unit.manager.query(
      `WITH taken AS (DELETE FROM pending_sign_in WHERE token_hash = $1 RETURNING 1)
       SELECT count(*)::int AS taken FROM taken`,
      [hashOf(token)],
    );
    return taken === 1;
  }
}

interface Row {
  readonly account_id: string | null;
  readonly challenge: Buffer | null;
}

const ALIVE = `created_at > now() - make_interval(mins => ${PENDING_MINUTES})`;

const hashOf = (token: string): Buffer => createHash('sha256').update(token).digest();
