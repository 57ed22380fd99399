import { Injectable } from '@nestjs/common';
import type { DeclaredAct } from '../../../platform/unit/act';
import { Refusal } from '../../../platform/refusals/refusal';
import type { RequestPlace } from '../../../platform/requests/request-origin';
import { CredentialMacs } from '../../../platform/secrecy/credentials/credential-macs';
import { Secrecy } from '../../../platform/secrecy/secrecy';
import { UnitOfWork } from '../../../platform/unit/unit-of-work';
import { type RateLimit, RateLimits } from '../../../platform/limits/rate-limits';
import { AccountLinksQuery } from './account-links.query';
import { AccountMails } from '../mail/account-mails';
import { hashOfLink } from '../mail/link-token';
import { PasswordPolicy } from '../password-policy';
import { PasswordHashes } from '../../passwords/password-hashes.repository';
import { Passwords } from '../../passwords/passwords';
import { EndSessions } from '../../sessions/end-sessions.service';
import type { LinkStateDto } from './account-links.dto';

const CHECK: DeclaredAct = { type: 'account.open-link', purpose: 'access', idempotent: false };
const REDEEM: DeclaredAct = { ...CHECK, type: 'account.set-password' };
const OF_ADDRESS: RateLimit = { counted: 'link-address', most: 60, minutes: 15 };

/** Links from mails: whoever has one sets the password of its account, once. */
@Injectable()
export class AccountLinksService {
  constructor(
    private readonly query: AccountLinksQuery,
    private readonly unit: UnitOfWork,
    private readonly secrecy: Secrecy,
    private readonly limits: RateLimits,
    private readonly policy: PasswordPolicy,
    private readonly passwords: Passwords,
    private readonly mails: AccountMails,
    private readonly sessions: EndSessions,
    private readonly hashes: PasswordHashes,
    private readonly macs: CredentialMacs,
  ) {}

  /** Whom the link is for; refuses with `link-dead` one that is unknown, used, replaced, or too old. */
  async checkLink(place: RequestPlace, address: string, token: string): Promise<LinkStateDto> {
    await this.pass(place, address);
    return this.unit.runAs('system:access', place, CHECK, async () => {
      const { account, ...link } = await this.findLink(token);
      this.unit.notes({ account, kind: link.kind });
      return link;
    });
  }

  /** Sets the password and ends every session. The second factor stays as it is. */
  async redeem(place: RequestPlace, address: string, token: string, password: string): Promise<void> {
    await this.pass(place, address);
    const link = await this.unit.runAs('system:access', place, CHECK, () => this.findLink(token));
    await this.policy.demand(password, link, 'password');
    // Outside any transaction: it takes a quarter of a second.
    const hash = await this.passwords.hash(password);
    await this.unit.runAs('system:access', place, REDEEM, async () => {
      if (!(await this.query.use(hashOfLink(token), link.account))) throw dead();
      await this.hashes.setHash(link.account, hash);
      await this.mails.endLinks(link.account);
      await this.sessions.ofAccount(link.account);
      if (link.kind === 'reset') await this.mails.addMail('password-changed', link.account);
      this.unit.notes({ account: link.account, kind: link.kind });
    });
  }

  private async findLink(token: string): Promise<LinkStateDto & { readonly account: string }> {
    const row = await this.query.findLink(hashOfLink(token));
    if (!row || !this.macs.fits(this.unit.space, 'mail', row)) throw dead();
    const { kind, account, login, name, language } = row;
    return { kind, account, login, name, language };
  }

  /** Counted by itself, so that a refusal counts too. */
  private pass(place: RequestPlace, address: string): Promise<void> {
    return this.unit.unrecorded('system:access', place, () =>
      this.limits.pass([{ ...OF_ADDRESS, key: this.secrecy.blindToken('address', address) }], 'locked'),
    );
  }
}

const dead = (): Refusal =>
  new Refusal('refused', {
    reasons: [
      {
        code: 'link-dead',
        text: {
          fr: 'Ce lien ne sert plus : il a déjà servi, un autre l’a remplacé, ou son délai est passé.',
          en: 'This link is of no use any more: it was used, replaced by another, or its time is over.',
        },
      },
    ],
  });
