import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { type BoundRow, CredentialMacs } from '../../platform/secrecy/credentials/credential-macs';
import { UnitOfWork } from '../../platform/unit-of-work';
import { DECIDES_OVER_OTHERS } from '../accounts/administration/accounts.repository';
import { hashTicket } from './provider-flow';

export const INVITATION_DAYS = 3;

/** For whom an invitation was, and from whom. */
export interface TakenInvitation {
  readonly accountId: string;
  readonly invitedBy: string;
}

/** An administrator's word that whoever holds this link may tie an identity to this account, once. In a unit of work. */
@Injectable()
export class ProviderInvitations {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly macs: CredentialMacs,
  ) {}

  /**
   * The token of a new invitation, shown once; older ones of the account no longer hold. `null`: no account that waits for its
   * owner. One that has been entered is linked by its owner alone: who administers must not come in by somebody else's name.
   */
  async make(accountId: string, provider: string): Promise<string | null> {
    const { manager, account } = this.unit;
    const waiting: unknown[] = await manager.query(
      `SELECT 1 FROM account a WHERE id = $1 AND password_hash IS NULL AND disabled_at IS NULL
          AND NOT EXISTS (SELECT 1 FROM provider_link l WHERE l.account_id = a.id) FOR UPDATE`,
      [accountId],
    );
    if (waiting.length === 0) return null;
    await manager.query(
      `UPDATE provider_invitation SET used_at = now() WHERE account_id = $1 AND used_at IS NULL`,
      [accountId],
    );
    const [machine]: { now: Date }[] = await manager.query(`SELECT date_trunc('milliseconds', now()) AS now`);
    if (!machine) throw new Error('the database has no clock');
    const token = randomBytes(32).toString('base64url');
    const bound = {
      token_hash: hashTicket(token),
      account_id: accountId,
      provider,
      invited_by: account.id,
      invited_at: machine.now,
    };
    await manager.query(
      `INSERT INTO provider_invitation (token_hash, account_id, provider, invited_by, invited_at, mac)
       VALUES ($1, $2, $3, $4, $5, $6)`,
      [
        bound.token_hash,
        accountId,
        provider,
        account.id,
        machine.now,
        this.macs.make(this.unit.space, 'provider-invitation', bound),
      ],
    );
    return token;
  }

  /** Id of the invitation of this provider that has this token and still holds. */
  async find(token: string, provider: string): Promise<string | null> {
    const [row]: InvitationRow[] = await this.unit.manager.query(
      `SELECT ${COLUMNS} FROM provider_invitation i WHERE i.token_hash = $1 AND i.provider = $2 AND ${HOLDS}`,
      [hashTicket(token), provider],
    );
    return row && this.macs.fits(this.unit.space, 'provider-invitation', row) ? row.id : null;
  }

  /** Its link opens nothing any more; `null`: there is none of this id that holds. Whose it was. */
  async withdraw(id: string): Promise<string | null> {
    const [row]: { account: string }[] = await this.unit.manager.query(
      `WITH withdrawn AS (UPDATE provider_invitation i SET used_at = now() WHERE i.id = $1 AND ${HOLDS} RETURNING i.account_id)
       SELECT account_id AS account FROM withdrawn`,
      [id],
    );
    return row?.account ?? null;
  }

  /** Uses it up; `null`: it no longer holds. */
  async take(id: string, provider: string): Promise<TakenInvitation | null> {
    const [row]: InvitationRow[] = await this.unit.manager.query(
      `SELECT ${COLUMNS} FROM provider_invitation i WHERE i.id = $1 AND i.provider = $2 AND ${HOLDS} FOR UPDATE`,
      [id, provider],
    );
    if (!row || !this.macs.fits(this.unit.space, 'provider-invitation', row)) return null;
    await this.unit.manager.query(`UPDATE provider_invitation SET used_at = now() WHERE id = $1`, [id]);
    return { accountId: row.account_id, invitedBy: row.invited_by };
  }
}

interface InvitationRow extends BoundRow<'provider-invitation'> {
  readonly id: string;
  readonly account_id: string;
  readonly invited_by: string;
}

const COLUMNS = `i.id, i.token_hash, i.account_id, i.provider, i.invited_by, i.invited_at, live_mac(i.mac) AS mac`;

/** Until when an invitation `i` holds. */
export const HELD_UNTIL = `i.invited_at + make_interval(days => ${String(INVITATION_DAYS)})`;

/** Whether an invitation `i` opens anything now. */
export const HOLDS = `i.used_at IS NULL AND ${HELD_UNTIL} > now()
          AND EXISTS (SELECT 1 FROM account a WHERE a.id = i.account_id AND a.password_hash IS NULL AND account_is_open(a)
                        AND NOT ${DECIDES_OVER_OTHERS})`;
