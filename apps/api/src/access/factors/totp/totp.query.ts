import { Injectable } from '@nestjs/common';
import { type AnswerColumns, rows } from '../../../platform/data/statement';
import type { BoundRow } from '../../../platform/secrecy/credentials/credential-macs';
import { UnitOfWork } from '../../../platform/unit/unit-of-work';

/** An authenticator app with the MAC that still holds. */
export interface TotpRow extends BoundRow<'one-time-code'> {
  readonly id: string;
  readonly account_id: string;
  readonly secret: Buffer;
  readonly key_id: string;
  /** bigint. */
  readonly last_step: string | null;
}

/** Authenticator apps of an account: the one that waits for its first code, the one in use. */
@Injectable()
export class TotpQuery {
  constructor(private readonly unit: UnitOfWork) {}

  waiting(accountId: string): Promise<TotpRow | null> {
    return WAITING.first(this.unit.manager, [accountId]);
  }

  inUse(accountId: string): Promise<TotpRow | null> {
    return IN_USE.first(this.unit.manager, [accountId]);
  }
}

const SELECT = `SELECT id, account_id, secret, key_id, live_mac(mac) AS mac, last_step FROM totp_factor WHERE account_id = $1`;

const COLUMNS = {
  id: 'uuid',
  account_id: 'uuid',
  secret: 'bytea',
  key_id: 'uuid',
  mac: 'bytea?',
  last_step: 'bigint?',
} as const satisfies AnswerColumns<TotpRow>;

const WAITING = rows<TotpRow>(COLUMNS).from(`${SELECT} AND confirmed_at IS NULL`);

const IN_USE = rows<TotpRow>(COLUMNS).from(`${SELECT} AND confirmed_at IS NOT NULL`);
