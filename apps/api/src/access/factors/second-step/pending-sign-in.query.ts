import { Injectable } from '@nestjs/common';
import { type AnswerColumns, command, rows } from '../../../platform/data/statement';
import type { BoundRow } from '../../../platform/secrecy/credentials/credential-macs';
import { UnitOfWork } from '../../../platform/unit/unit-of-work';

export const PENDING_MINUTES = 5;
const TRIES = 5;

/** A sign-in half way, with the MAC that still holds. */
export interface PendingRow extends BoundRow<'pending-sign-in'> {
  readonly token_hash: Buffer;
  readonly account_id: string | null;
  readonly challenge: Buffer | null;
  readonly created_at: Date;
  readonly mac: Buffer | null;
}

type PendingUntil = PendingRow & { readonly until: Date };

/** Sign-ins half way, by the database server's clock. */
@Injectable()
export class PendingSignInQuery {
  constructor(private readonly unit: UnitOfWork) {}

  deleteOverdue(): Promise<void> {
    return DELETE_OVERDUE(this.unit.manager);
  }

  findAlive(tokenHash: Buffer): Promise<PendingUntil | null> {
    return ALIVE_ONE.first(this.unit.manager, [tokenHash]);
  }

  /** One more try of one that has tries left. */
  countTry(tokenHash: Buffer): Promise<PendingRow | null> {
    return COUNT_TRY.first(this.unit.manager, [tokenHash]);
  }

  lock(tokenHash: Buffer): Promise<PendingRow | null> {
    return LOCK.first(this.unit.manager, [tokenHash]);
  }
}

const COLUMNS = `token_hash, account_id, challenge, created_at, live_mac(mac) AS mac`;

const ALIVE = `created_at > now() - make_interval(mins => ${PENDING_MINUTES})`;

const PENDING: AnswerColumns<PendingRow> = {
  ...{
    token_hash: 'bytea',
    account_id: 'uuid?',
    challenge: 'bytea?',
    created_at: 'timestamptz',
    mac: 'bytea?',
  },
};

const DELETE_OVERDUE = command(`DELETE FROM pending_sign_in WHERE NOT (${ALIVE})`);

const ALIVE_ONE = rows<PendingUntil>({ ...PENDING, until: 'timestamptz' }).from(`
  SELECT ${COLUMNS}, created_at + make_interval(mins => ${PENDING_MINUTES}) AS until
    FROM pending_sign_in WHERE token_hash = $1 AND ${ALIVE}`);

const COUNT_TRY = rows<PendingRow>(PENDING).from(`
  WITH tried AS (UPDATE pending_sign_in SET tries = tries + 1
                  WHERE token_hash = $1 AND tries < ${TRIES} AND ${ALIVE} RETURNING *)
  SELECT ${COLUMNS} FROM tried`);

const LOCK = rows<PendingRow>(PENDING).from(
  `SELECT ${COLUMNS} FROM pending_sign_in WHERE token_hash = $1 FOR UPDATE`,
);
