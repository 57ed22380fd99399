import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { UnitRepository } from '../../../platform/data/unit-repository';
import { CredentialMacs } from '../../../platform/secrecy/credentials/credential-macs';
import { UnitOfWork } from '../../../platform/unit/unit-of-work';
import { AccountMails } from '../../accounts/mail/account-mails';
import { ProviderLinkEntity } from '../../entities/provider/provider-link.entity';
import { ProviderLinksQuery } from './provider-links.query';
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
    @InjectRepository(ProviderLinkEntity) private readonly links: UnitRepository<ProviderLinkEntity>,
    private readonly query: ProviderLinksQuery,
    private readonly unit: UnitOfWork,
    private readonly mails: AccountMails,
    private readonly macs: CredentialMacs,
  ) {}

  async findLink(subject: ProviderSubject): Promise<LinkedAccount | null> {
    const row = await this.query.findLink(subject);
    if (!row || !this.macs.fits(this.unit.space, 'provider-link', row)) return null;
    return { accountId: row.account_id, isClosed: row.isClosed };
  }

  listLinks(accountId: string): Promise<readonly ProviderLink[]> {
    return this.links.find({
      select: { id: true, provider: true, issuer: true, linkedAt: true, linkedBy: true },
      where: { accountId },
      order: { linkedAt: 'ASC' },
    });
  }

  /** Links; else whose fault it is: the identity belongs to somebody, or the account has one there already. */
  async addLink({
    accountId,
    provider,
    subject,
    linkedBy,
  }: NewLink): Promise<'linked' | 'taken' | 'linked-already'> {
    const mac = this.macs.makeMac(this.unit.space, 'provider-link', {
      account_id: accountId,
      provider,
      issuer: subject.issuer,
      subject_token: subject.token,
      linked_by: linkedBy,
    });
    const isNew = await this.links.insertNew({
      ...{ accountId, provider, issuer: subject.issuer, subjectToken: subject.token, linkedBy, mac },
      linkedAt: new Date(this.unit.now()),
    });
    if (isNew) {
      await this.mails.addMail('provider-linked', accountId);
      return 'linked';
    }
    const holder = await this.findLink(subject);
    return holder && holder.accountId !== accountId ? 'taken' : 'linked-already';
  }

  /** Whether the account has another way in than this identity: a password, a passkey, an identity elsewhere. */
  isLeftAWay(accountId: string, issuer: string): Promise<boolean> {
    return this.query.isLeftAWay(accountId, issuer);
  }

  /** Whether there was one. */
  async removeLink(accountId: string, issuer: string): Promise<boolean> {
    const isRemoved = (await this.links.delete({ accountId, issuer })).affected !== 0;
    if (isRemoved) await this.mails.addMail('provider-unlinked', accountId);
    return isRemoved;
  }
}
