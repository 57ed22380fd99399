import { Injectable } from '@nestjs/common';
import { type BoundRow, CredentialMacs } from '../../platform/secrecy/credentials/credential-macs';
import { UnitOfWork } from '../../platform/unit-of-work';
import { AccountMails } from '../accounts/mail/account-mails';
import type { ProviderSubject } from './provider-subjects';

/** An account that is known by an identity. */
export interface LinkedAccount {
  readonly accountId: string;
  readonly isClosed: boolean;
}

/** An identity by which an account is known. */
export interface ProviderLink {
  readonly provider: string;
  readonly issuer: string;
  readonly linkedAt: Date;
  readonly linkedBy: string;
}

export interface NewLink {
  readonly accountId: string;
  readonly provider: string;
  readonly subject: ProviderSubject;
  readonly linkedBy: string;
}

/**
 * Which account is who at which provider: by (issuer, sub), never by anything else. Whoever's account is linked or unlinked gets
 * word by mail. Every call is in a unit of work.
 */
@Injectable()
export class ProviderLinks {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly mails: AccountMails,
    private readonly macs: CredentialMacs,
  ) {}

  async find({ issuer, token }: ProviderSubject): Promise<LinkedAccount | null> {
    const [row]: (BoundRow<'provider-link'> & {
      readonly account_id: string;
      readonly isClosed: boolean;
    })[] = await this.unit.manager.query(
      `SELECT l.account_id, l.provider, l.issuer, l.subject_token, l.linked_by, live_mac(l.mac) AS mac,
              NOT account_is_open(a) AS "isClosed"
         FROM provider_link l JOIN account a ON a.id = l.account_id WHERE l.issuer = $1 AND l.subject_token = $2`,
      [issuer, token],
    );
    if (!row || !this.macs.fits(this.unit.space, 'provider-link', row)) return null;
    return { accountId: row.account_id, isClosed: row.isClosed };
  }

  async of(accountId: string): Promise<readonly ProviderLink[]> {
    return this.unit.manager.query(
      `SELECT provider, issuer, linked_at AS "linkedAt", linked_by AS "linkedBy"
         FROM provider_link WHERE account_id = $1 ORDER BY linked_at`,
      [accountId],
    );
  }

  /** Links; else whose fault it is: the identity belongs to somebody, or the account has one there already. */
  async add({
    accountId,
    provider,
    subject,
    linkedBy,
  }: NewLink): Promise<'linked' | 'taken' | 'linked-already'> {
    const mac = this.macs.make(this.unit.space, 'provider-link', {
      account_id: accountId,
      provider,
      issuer: subject.issuer,
      subject_token: subject.token,
      linked_by: linkedBy,
    });
    const made: unknown[] = await this.unit.manager.query(
      `INSERT INTO provider_link (account_id, provider, issuer, subject_token, linked_at, linked_by, mac)
       VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT DO NOTHING RETURNING 1`,
      [accountId, provider, subject.issuer, subject.token, new Date(this.unit.now()), linkedBy, mac],
    );
    if (made.length > 0) {
      await this.mails.add('provider-linked', accountId);
      return 'linked';
    }
    const holder = await this.find(subject);
    return holder && holder.accountId !== accountId ? 'taken' : 'linked-already';
  }

  /** Whether the account has another way in than this identity: a password, a passkey, an identity elsewhere. */
  async isLeftAWay(accountId: string, issuer: string): Promise<boolean> {
    const ways: unknown[] = await this.unit.manager.query(
      `SELECT 1 FROM account WHERE id = $1 AND password_hash IS NOT NULL
       UNION ALL SELECT 1 FROM passkey WHERE account_id = $1
       UNION ALL SELECT 1 FROM provider_link WHERE account_id = $1 AND issuer <> $2`,
      [accountId, issuer],
    );
    return ways.length > 0;
  }

  /** Whether there was one. */
  async remove(accountId: string, issuer: string): Promise<boolean> {
    const [, count]: [unknown, number] = await this.unit.manager.query(
      `DELETE FROM provider_link WHERE account_id = $1 AND issuer = $2`,
      [accountId, issuer],
    );
    if (count > 0) await this.mails.add('provider-unlinked', accountId);
    return count > 0;
  }
}
