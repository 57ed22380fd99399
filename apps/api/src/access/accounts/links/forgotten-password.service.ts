import { Injectable } from '@nestjs/common';
import type { DeclaredAct } from '../../../platform/unit/act';
import type { RequestPlace } from '../../../platform/requests/request-origin';
import { Secrecy } from '../../../platform/secrecy/secrecy';
import { UnitOfWork } from '../../../platform/unit/unit-of-work';
import { type RateLimit, RateLimits } from '../../../platform/limits/rate-limits';
import { AccountMails } from '../mail/account-mails';

const ASK: DeclaredAct = { type: 'account.forgot-password', purpose: 'access', idempotent: false };
const OF_LOGIN: RateLimit = { counted: 'reset-login', most: 3, minutes: 60 };
const OF_ADDRESS: RateLimit = { counted: 'reset-address', most: 30, minutes: 60 };

/** A forgotten password. What happens here is the same for every login: whether an account has it is found out by the job. */
@Injectable()
export class ForgottenPasswordService {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly secrecy: Secrecy,
    private readonly limits: RateLimits,
    private readonly mails: AccountMails,
  ) {}

  /** Refuses with `locked` after three times for a login in an hour, or thirty from an address. */
  async askForReset(place: RequestPlace, address: string, typed: string): Promise<void> {
    const login = typed.trim().toLowerCase();
    await this.unit.runAs('system:access', place, ASK, async () => {
      const [ofLogin, ofAddress] = [
        this.secrecy.blindToken('login', login),
        this.secrecy.blindToken('address', address),
      ];
      this.unit.notes({ login: ofLogin.toString('hex'), address: ofAddress.toString('hex') });
      await this.limits.pass(
        [
          { ...OF_LOGIN, key: ofLogin },
          { ...OF_ADDRESS, key: ofAddress },
        ],
        'locked',
      );
      this.mails.demandRoute();
      await this.mails.addReset(login);
    });
  }
}
