import { Injectable } from '@nestjs/common';
import { rows } from '../../../platform/data/statement';
import type { BoundRow } from '../../../platform/secrecy/credentials/credential-macs';
import { UnitOfWork } from '../../../platform/unit/unit-of-work';
import type { ProviderSubject } from './provider-subjects';

/** An identity with the MAC that still holds, and whether its account is closed. */
export interface LinkRow extends BoundRow<'provider-link'> {
  readonly account_id: string;
  readonly provider: string;
  readonly issuer: string;
  readonly subject_token: Buffer;
  readonly linked_by: string;
  readonly mac: Buffer | null;
  readonly isClosed: boolean;
}

/** Identities beside the accounts that they open. */
@Injectable()
export class ProviderLinksQuery {
  constructor(private readonly unit: UnitOfWork) {}

  findLink({ issuer, token }: ProviderSubject): Promise<LinkRow | null> {
    return FIND.first(this.unit.manager, [issuer, token]);
  }

  /** Whether the account has another way in than this identity: a password, a passkey, an identity elsewhere. */
  async isLeftAWay(accountId: string, issuer: string): Promise<boolean> {
    const found = await OTHER_WAYS.first(this.unit.manager, [accountId, issuer]);
    return found?.isLeft ?? false;
  }
}

const FIND = rows<LinkRow>({
  account_id: 'uuid',
  provider: 'text',
  issuer: 'text',
  subject_token: 'bytea',
  linked_by: 'uuid',
  mac: 'bytea?',
  isClosed: 'boolean',
}).from(`
  SELECT l.account_id, l.provider, l.issuer, l.subject_token, l.linked_by, live_mac(l.mac) AS mac,
         NOT account_is_open(a) AS "isClosed"
    FROM provider_link l JOIN account a ON a.id = l.account_id WHERE l.issuer = $1 AND l.subject_token = $2`);

const OTHER_WAYS = rows<{ readonly isLeft: boolean }>({ isLeft: 'boolean' }).from(`
  SELECT EXISTS (SELECT 1 FROM account WHERE id = $1 AND password_hash IS NOT NULL)
         OR EXISTS (SELECT 1 FROM passkey WHERE account_id = $1)
         OR EXISTS (SELECT 1 FROM provider_link WHERE account_id = $1 AND issuer <> $2) AS "isLeft"`);
