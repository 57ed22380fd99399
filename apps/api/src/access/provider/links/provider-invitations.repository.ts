import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { IsNull, Repository } from 'typeorm';
import { databaseNow } from '../../../platform/data/database-now';
import { CredentialMacs } from '../../../platform/secrecy/credentials/credential-macs';
import { UnitOfWork } from '../../../platform/unit/unit-of-work';
import { ProviderInvitationEntity } from '../../entities/provider/provider-invitation.entity';
import { hashTicket } from '../flow/provider-flow';
import { ProviderInvitationsQuery } from './provider-invitations.query';

/** For whom an invitation was, and from whom. */
export interface TakenInvitation {
  readonly accountId: string;
  readonly invitedBy: string;
}

/** An administrator's word that whoever holds this link may link an identity to this account, once. In a unit of work. */
@Injectable()
export class ProviderInvitations {
  constructor(
    @InjectRepository(ProviderInvitationEntity)
    private readonly invitations: Repository<ProviderInvitationEntity>,
    private readonly query: ProviderInvitationsQuery,
    private readonly unit: UnitOfWork,
    private readonly macs: CredentialMacs,
  ) {}

  /**
   * The token of a new invitation, shown once; older ones of the account no longer hold. `null`: no account that waits for its
   * owner. One that has been entered is linked by its owner alone: who administers must not come in by somebody else's name.
   */
  async makeInvitation(accountId: string, provider: string): Promise<string | null> {
    const invitedBy = this.unit.account.id;
    if (!(await this.query.lockWaiting(accountId))) return null;
    await this.invitations.update({ accountId, usedAt: IsNull() }, { usedAt: () => 'now()' });
    const invitedAt = await databaseNow(this.unit.manager);
    const token = randomBytes(32).toString('base64url');
    const tokenHash = hashTicket(token);
    const mac = this.macs.makeMac(this.unit.space, 'provider-invitation', {
      ...{ token_hash: tokenHash, account_id: accountId, provider },
      ...{ invited_by: invitedBy, invited_at: invitedAt },
    });
    await this.invitations.insert({ tokenHash, accountId, provider, invitedBy, invitedAt, mac });
    return token;
  }

  /** Id of the invitation of this provider that has this token and still holds. */
  async findInvitation(token: string, provider: string): Promise<string | null> {
    const row = await this.query.findInvitation(hashTicket(token), provider);
    return row && this.macs.fits(this.unit.space, 'provider-invitation', row) ? row.id : null;
  }

  /** Its link opens nothing any more; `null`: there is none of this id that holds. Whose it was. */
  withdraw(id: string): Promise<string | null> {
    return this.query.withdraw(id);
  }

  /** Uses it up; `null`: it no longer holds. */
  async takeInvitation(id: string, provider: string): Promise<TakenInvitation | null> {
    const row = await this.query.lock(id, provider);
    if (!row || !this.macs.fits(this.unit.space, 'provider-invitation', row)) return null;
    await this.invitations.update(id, { usedAt: () => 'now()' });
    return { accountId: row.account_id, invitedBy: row.invited_by };
  }
}
