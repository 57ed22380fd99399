import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { type AnswerColumns, rows } from '../../../platform/data/statement';
import type { BoundRow } from '../../../platform/secrecy/credentials/credential-macs';
import { UnitOfWork } from '../../../platform/unit/unit-of-work';
import { DECIDES_OVER_OTHERS } from '../../accounts/administration/account-rows.query';
import type { ProviderInvitationDto } from '../../accounts/administration/pending-invitations.dto';

export const INVITATION_DAYS = 3;

/** An invitation with the MAC that still holds. */
export interface InvitationRow extends BoundRow<'provider-invitation'> {
  readonly id: string;
  readonly token_hash: Buffer;
  readonly account_id: string;
  readonly provider: string;
  readonly invited_by: string;
  readonly invited_at: Date;
  readonly mac: Buffer | null;
}

/** Invitations that hold now. */
@Injectable()
export class ProviderInvitationsQuery {
  constructor(private readonly unit: UnitOfWork) {}

  /** Whether the account waits for its owner; held until the transaction ends. */
  async lockWaiting(accountId: string): Promise<boolean> {
    return (await LOCK_WAITING.first(this.unit.manager, [accountId])) !== null;
  }

  findInvitation(tokenHash: Buffer, provider: string): Promise<InvitationRow | null> {
    return FIND.first(this.unit.manager, [tokenHash, provider]);
  }

  /** Its link opens nothing any more; `null`: there is none of this id that holds. Whose it was. */
  async withdraw(id: string): Promise<string | null> {
    return (await WITHDRAW.first(this.unit.manager, [id]))?.account ?? null;
  }

  lock(id: string, provider: string): Promise<InvitationRow | null> {
    return LOCK.first(this.unit.manager, [id, provider]);
  }
}

/** The invitation by a provider that holds for this account: a newer one ends those before. */
export async function providerInvitationOf(
  manager: EntityManager,
  accountId: string,
): Promise<ProviderInvitationDto | null> {
  const row = await STANDING.first(manager, [accountId]);
  return row ? { ...row, invitedAt: row.invitedAt.toISOString(), until: row.until.toISOString() } : null;
}

interface PendingInvitationRow {
  readonly id: string;
  readonly provider: string;
  readonly invitedBy: string;
  readonly invitedAt: Date;
  readonly until: Date;
}

const COLUMNS = `i.id, i.token_hash, i.account_id, i.provider, i.invited_by, i.invited_at, live_mac(i.mac) AS mac`;

/** Until when an invitation `i` holds. */
const HELD_UNTIL = `i.invited_at + make_interval(days => ${String(INVITATION_DAYS)})`;

/** Whether an invitation `i` opens anything now. */
const HOLDS = `i.used_at IS NULL AND ${HELD_UNTIL} > now()
          AND EXISTS (SELECT 1 FROM account a WHERE a.id = i.account_id AND a.password_hash IS NULL AND account_is_open(a)
                        AND NOT ${DECIDES_OVER_OTHERS})`;

const INVITATION: AnswerColumns<InvitationRow> = {
  ...{ id: 'uuid', token_hash: 'bytea', account_id: 'uuid', provider: 'text', invited_by: 'uuid' },
  ...{ invited_at: 'timestamptz', mac: 'bytea?' },
};

const LOCK_WAITING = rows<{ readonly id: string }>({ id: 'uuid' }).from(`
  SELECT a.id FROM account a WHERE id = $1 AND password_hash IS NULL AND disabled_at IS NULL
     AND NOT EXISTS (SELECT 1 FROM provider_link l WHERE l.account_id = a.id) FOR UPDATE`);

const FIND = rows<InvitationRow>(INVITATION).from(
  `SELECT ${COLUMNS} FROM provider_invitation i WHERE i.token_hash = $1 AND i.provider = $2 AND ${HOLDS}`,
);

const WITHDRAW = rows<{ readonly account: string }>({ account: 'uuid' }).from(`
  WITH withdrawn AS (UPDATE provider_invitation i SET used_at = now() WHERE i.id = $1 AND ${HOLDS} RETURNING i.account_id)
  SELECT account_id AS account FROM withdrawn`);

const LOCK = rows<InvitationRow>(INVITATION).from(
  `SELECT ${COLUMNS} FROM provider_invitation i WHERE i.id = $1 AND i.provider = $2 AND ${HOLDS} FOR UPDATE`,
);

const STANDING = rows<PendingInvitationRow>({
  ...{ id: 'uuid', provider: 'text', invitedBy: 'text', invitedAt: 'timestamptz', until: 'timestamptz' },
}).from(`
  SELECT i.id, i.provider, by.name AS "invitedBy", i.invited_at AS "invitedAt", ${HELD_UNTIL} AS until
    FROM provider_invitation i JOIN account by ON by.id = i.invited_by
   WHERE i.account_id = $1 AND ${HOLDS}`);
