import { InjectRepository } from '@nestjs/typeorm';
import { Repository } from 'typeorm';
import { AccountEntity } from '../entities/accounts/account.entity';
import { Injectable } from '@nestjs/common';
import type { Request } from 'express';
import type { DeclaredAct } from '../../platform/unit/act';
import { Refusal } from '../../platform/refusals/refusal';
import { placeOfRequest } from '../../platform/requests/request-origin';
import { UnitOfWork } from '../../platform/unit/unit-of-work';
import type { RequestContext } from '../../platform/unit/unit';
import { PasswordHashes } from '../passwords/password-hashes.repository';
import { Passwords } from '../passwords/passwords';
import { SessionAuthentication } from '../sign-in/session-authentication';
import { EndSessions } from '../sessions/end-sessions.service';
import { type RateLimit, RateLimits } from '../../platform/limits/rate-limits';
import { AccountMails } from './mail/account-mails';
import { PasswordPolicy } from './password-policy';

const CHANGE: DeclaredAct = { type: 'account.change-password', purpose: 'access', idempotent: false };
const TRY: DeclaredAct = { ...CHANGE, type: 'account.try-password', isUnrecorded: true };
const TRIES: RateLimit = { counted: 'own-password', most: 5, minutes: 15 };

interface Own {
  readonly id: string;
  readonly login: string;
  readonly name: string;
  readonly hash: string | null;
}

/** Changing one's own password, with the old one. In parts, since hashing belongs into no transaction. */
@Injectable()
export class OwnPasswordService {
  constructor(
    @InjectRepository(AccountEntity) private readonly accounts: Repository<AccountEntity>,
    private readonly unit: UnitOfWork,
    private readonly authentication: SessionAuthentication,
    private readonly limits: RateLimits,
    private readonly policy: PasswordPolicy,
    private readonly passwords: Passwords,
    private readonly hashes: PasswordHashes,
    private readonly sessions: EndSessions,
    private readonly mails: AccountMails,
  ) {}

  /** Every other session of the account ends. Refuses a wrong old password, and a new one that is none. */
  async changePassword(request: Request, current: string, next: string): Promise<void> {
    const context: RequestContext = {
      ...placeOfRequest(request),
      enter: this.authentication.ofRequest(request),
    };
    const own = await this.beginTry(request, context);
    if (!(await this.passwords.fits(own.hash, current))) await this.refuseWrong(context);
    await this.policy.demand(next, own, 'next');
    if (await this.passwords.fits(own.hash, next)) throw refused('same-password', 'next', SAME);
    const hash = await this.passwords.hash(next);
    await this.unit.runAct(context, CHANGE, async () => {
      // Changed elsewhere meanwhile: the old password isn't the old one any more.
      if (own.hash === null || !(await this.hashes.setHash(own.id, hash, own.hash)))
        throw refused('wrong-password', 'current', WRONG);
      await this.sessions.ofAccount(own.id, this.authentication.sessionOf(request).id);
      await this.mails.endLinks(own.id);
      await this.mails.addMail('password-changed', own.id);
    });
  }

  private beginTry(request: Request, context: RequestContext): Promise<Own> {
    return this.unit.runAct(context, TRY, async () => {
      this.authentication.admit(request, TRY);
      const { id } = this.unit.account;
      await this.limits.passForAccount(TRIES, 'locked');
      const own = await this.accounts.findOne({
        select: { id: true, login: true, name: true },
        where: { id },
      });
      if (!own) throw new Refusal('unauthenticated');
      return { ...own, hash: await this.hashes.findHash(id) };
    });
  }

  /** In a unit of its own, so that it is in the record. */
  private refuseWrong(context: RequestContext): Promise<never> {
    return this.unit.runAct(context, CHANGE, async () => {
      throw refused('wrong-password', 'current', WRONG);
    });
  }
}

const WRONG = {
  fr: 'Ce n’est pas votre mot de passe actuel.',
  en: 'This is not your current password.',
};
const SAME = {
  fr: 'C’est déjà votre mot de passe. Choisissez-en un autre.',
  en: 'This is your password already. Choose another.',
};

const refused = (code: string, field: string, text: typeof WRONG): Refusal =>
  new Refusal('refused', { reasons: [{ code, field, text }] });
