import { createHash, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { Repository } from 'typeorm';
import { databaseNow } from '../../../platform/data/database-now';
import { CredentialMacs } from '../../../platform/secrecy/credentials/credential-macs';
import type { Bound } from '../../../platform/secrecy/credentials/credentials';
import { UnitOfWork } from '../../../platform/unit/unit-of-work';
import { PendingSignInEntity } from '../../entities/sign-in/pending-sign-in.entity';
import { PENDING_MINUTES, type PendingRow, PendingSignInQuery } from './pending-sign-in.query';

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
    @InjectRepository(PendingSignInEntity) private readonly waiting: Repository<PendingSignInEntity>,
    private readonly query: PendingSignInQuery,
    private readonly unit: UnitOfWork,
    private readonly macs: CredentialMacs,
  ) {}

  /** A fresh token, 256 bits. What nobody finished in time goes. */
  async openPendingSignIn({ accountId, challenge }: PendingSignIn): Promise<{ token: string; until: Date }> {
    const token = randomBytes(32).toString('base64url');
    await this.query.deleteOverdue();
    const createdAt = await databaseNow(this.unit.manager);
    const tokenHash = hashOf(token);
    const row = { token_hash: tokenHash, account_id: accountId, challenge, created_at: createdAt };
    await this.waiting.insert({ tokenHash, accountId, challenge, createdAt, mac: this.bind(row) });
    return { token, until: new Date(createdAt.getTime() + PENDING_MINUTES * 60_000) };
  }

  /** Who waits under this token; `null`: nobody, or no more. */
  async findPendingSignIn(token: string): Promise<(PendingSignIn & { readonly until: Date }) | null> {
    const row = await this.query.findAlive(hashOf(token));
    const pending = this.ours(row);
    return row && pending ? { ...pending, until: row.until } : null;
  }

  /** The same, with one try counted before it is made; `null` as well after the last one. */
  async countTry(token: string): Promise<PendingSignIn | null> {
    return this.ours(await this.query.countTry(hashOf(token)));
  }

  async setChallenge(token: string, challenge: Buffer): Promise<void> {
    const row = await this.query.lock(hashOf(token));
    if (!row || !this.ours(row)) return;
    await this.waiting.update(
      { tokenHash: row.token_hash },
      { challenge, mac: this.bind({ ...row, challenge }) },
    );
  }

  /** It leads to one session and no second: whether it was still there. */
  async takePending(token: string): Promise<boolean> {
    return (await this.waiting.delete({ tokenHash: hashOf(token) })).affected === 1;
  }

  private bind(row: Bound<'pending-sign-in'>): Buffer {
    return this.macs.makeMac(this.unit.space, 'pending-sign-in', row);
  }

  /** Whether the row is ours: made after the right password, and not written by somebody. */
  private ours(row: PendingRow | null): PendingSignIn | null {
    if (!row || !this.macs.fits(this.unit.space, 'pending-sign-in', row)) return null;
    return { accountId: row.account_id, challenge: row.challenge };
  }
}

const hashOf = (token: string): Buffer => createHash('sha256').update(token).digest();
