import { Injectable } from '@nestjs/common';
import { rows } from '../../platform/data/statement';
import type { BoundRow } from '../../platform/secrecy/credentials/credential-macs';
import { UnitOfWork } from '../../platform/unit/unit-of-work';

interface HashRow extends BoundRow<'password'> {
  readonly id: string;
  readonly password_hash: string | null;
  readonly mac: Buffer | null;
}

/** Hashes of passwords with the MACs that still hold. */
@Injectable()
export class PasswordHashesQuery {
  constructor(private readonly unit: UnitOfWork) {}

  findHash(accountId: string): Promise<HashRow | null> {
    return FIND.first(this.unit.manager, [accountId]);
  }
}

const FIND = rows<HashRow>({ id: 'uuid', password_hash: 'text?', mac: 'bytea?' }).from(
  `SELECT id, password_hash, live_mac(password_mac) AS mac FROM account WHERE id = $1`,
);
