import { createHash, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { type BoundRow, CredentialMacs } from '../../platform/secrecy/credentials/credential-macs';
import type { Bound } from '../../platform/secrecy/credentials/credentials';
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
  constructor(
    private readonly unit: UnitOfWork,
    private readonly macs: CredentialMacs,
  ) {}

  /** A fresh token, 256 bits. What nobody finished in time goes. */
  async open({ accountId, challenge }: PendingSignIn): Promise<{ token: string; until: Date }> {
    const token = randomBytes(32).toString('base64url');
    await this.unit.manager.query(`DELETE FROM pending_sign_in WHERE NOT (${ALIVE})`);
    const [machine]: { now: Date }[] = await this.unit.manager.query(
      `SELECT date_trunc('milliseconds', now()) AS now`,
    );
    if (!machine) throw new Error('the database has no clock');
    const row = { token_hash: hashOf(token), account_id: accountId, challenge, created_at: machine.now };
    await this.unit.manager.query(
      `INSERT INTO pending_sign_in (token_hash, account_id, challenge, created_at, mac) VALUES ($1, $2, $3, $4, $5)`,
      [row.token_hash, accountId, challenge, row.created_at, this.bind(row)],
    );
    return { token, until: new Date(machine.now.getTime() + PENDING_MINUTES * 60_000) };
  }

  /** Who waits under this token; `null`: nobody, or no more. */
  async find(token: string): Promise<(PendingSignIn & { readonly until: Date }) | null> {
    const [row]: (Row & { readonly until: Date })[] = await this.unit.manager.query(
      `SELECT ${COLUMNS}, created_at + make_interval(mins => ${PENDING_MINUTES}) AS until
         FROM pending_sign_in WHERE token_hash = $1 AND ${ALIVE}`,
      [hashOf(token)],
    );
    const pending = this.ours(row);
    return row && pending ? { ...pending, until: row.until } : null;
  }

  /** The same, with one try counted before it is made; `null` as well after the last one. */
  async countTry(token: string): Promise<PendingSignIn | null> {
    const [row]: Row[] = await this.unit.manager.query(
      `WITH tried AS (UPDATE pending_sign_in SET tries = tries + 1
                       WHERE token_hash = $1 AND tries < ${TRIES} AND ${ALIVE} RETURNING *)
       SELECT ${COLUMNS} FROM tried`,
      [hashOf(token)],
    );
    return this.ours(row);
  }

  async setChallenge(token: string, challenge: Buffer): Promise<void> {
    const [row]: Row[] = await this.unit.manager.query(
      `SELECT ${COLUMNS} FROM pending_sign_in WHERE token_hash = $1 FOR UPDATE`,
      [hashOf(token)],
    );
    if (!row || !this.ours(row)) return;
    await this.unit.manager.query(
      `UPDATE pending_sign_in SET challenge = $2, mac = $3 WHERE token_hash = $1`,
      [row.token_hash, challenge, this.bind({ ...row, challenge })],
    );
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

  private bind(row: Bound<'pending-sign-in'>): Buffer {
    return this.macs.make(this.unit.space, 'pending-sign-in', row);
  }

  /** Whoever got here by the right password, and not by a row that somebody wrote. */
  private ours(row: Row | undefined): PendingSignIn | null {
    if (!row || !this.macs.fits(this.unit.space, 'pending-sign-in', row)) return null;
    return { accountId: row.account_id, challenge: row.challenge };
  }
}

interface Row extends BoundRow<'pending-sign-in'> {
  readonly token_hash: Buffer;
  readonly account_id: string | null;
  readonly challenge: Buffer | null;
  readonly created_at: Date;
}

const COLUMNS = `token_hash, account_id, challenge, created_at, live_mac(mac) AS mac`;

const ALIVE = `created_at > now() - make_interval(mins => ${PENDING_MINUTES})`;

const hashOf = (token: string): Buffer => createHash('sha256').update(token).digest();
