import { Injectable } from '@nestjs/common';
import { rows } from '../../platform/data/statement';
import type { BoundRow } from '../../platform/secrecy/credentials/credential-macs';
import { UnitOfWork } from '../../platform/unit/unit-of-work';

interface EmailRow extends BoundRow<'email'> {
  readonly id: string;
  readonly email: Buffer | null;
  readonly mac: Buffer | null;
}

/** Addresses of accounts with the MACs that still hold. */
@Injectable()
export class AccountEmailsQuery {
  constructor(private readonly unit: UnitOfWork) {}

  findEmail(accountId: string): Promise<EmailRow | null> {
    return FIND.first(this.unit.manager, [accountId]);
  }
}

const FIND = rows<EmailRow>({ id: 'uuid', email: 'bytea?', mac: 'bytea?' }).from(
  `SELECT id, email, live_mac(email_mac) AS mac FROM account WHERE id = $1`,
);
