import { Injectable } from '@nestjs/common';
import { type AnswerColumns, rows } from '../../../platform/data/statement';
import type { BoundRow } from '../../../platform/secrecy/credentials/credential-macs';
import { UnitOfWork } from '../../../platform/unit/unit-of-work';

/** A passkey with the MAC that still holds. */
export interface PasskeyRow extends BoundRow<'passkey'> {
  readonly id: string;
  readonly account_id: string;
  readonly credential_id: Buffer;
  readonly public_key: Buffer;
  readonly sign_count: string;
  readonly transports: readonly string[];
}

/** Passkeys of open accounts. */
@Injectable()
export class PasskeysQuery {
  constructor(private readonly unit: UnitOfWork) {}

  ofAccount(accountId: string): Promise<readonly PasskeyRow[]> {
    return OF_ACCOUNT.readRows(this.unit.manager, [accountId]);
  }

  byCredential(credentialId: Buffer): Promise<readonly PasskeyRow[]> {
    return BY_CREDENTIAL.readRows(this.unit.manager, [credentialId]);
  }
}

const SELECT = `
  SELECT p.id, p.account_id, p.credential_id, p.public_key, p.sign_count, p.transports, live_mac(p.mac) AS mac
    FROM passkey p JOIN account a ON a.id = p.account_id WHERE account_is_open(a)`;

const COLUMNS = {
  id: 'uuid',
  account_id: 'uuid',
  credential_id: 'bytea',
  public_key: 'bytea',
  sign_count: 'bigint',
  transports: 'text[]',
  mac: 'bytea?',
} as const satisfies AnswerColumns<PasskeyRow>;

const OF_ACCOUNT = rows<PasskeyRow>(COLUMNS).from(`${SELECT} AND p.account_id = $1 ORDER BY p.created_at`);

const BY_CREDENTIAL = rows<PasskeyRow>(COLUMNS).from(
  `${SELECT} AND p.credential_id = $1 ORDER BY p.created_at`,
);
