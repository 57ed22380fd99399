import { Injectable } from '@nestjs/common';
import type { LoadedCase } from '../../cases/reading/loaded-case';
import { refused } from '../../platform/refusals/refused';
import { UnitOfWork } from '../../platform/unit/unit-of-work';
import { ReferralEventsRepository } from '../answers/referral-events.repository';
import { NothingAsked } from '../taken-back/nothing-asked';
import { findReferral, SentReferralsService } from '../answers/sent-referrals.service';

/** What a service without account was told is asked of it no more. It knows it still: that it was told stays in the register. */
@Injectable()
export class WithdrawToldService {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly sent: SentReferralsService,
    private readonly events: ReferralEventsRepository,
    private readonly over: NothingAsked,
  ) {}

  /** The case is locked. Once, however often it is pressed. */
  async withdraw(file: LoadedCase, id: string): Promise<void> {
    const { sent, past } = findReferral(await this.sent.historiesOf(file), id);
    if (sent.serviceId === null)
      throw refused(
        'has-account',
        'Cette orientation est ouverte à un compte : retirez-lui l’accès.',
        'This referral is open to an account: take its access back.',
      );
    if (past.endedAt !== null) return;
    await this.events.addEvent(sent, file.key, { kind: 'withdrawn' });
    // Its link goes on to open, and says so.
    await this.over.tellOfReferral(id);
    this.unit.notes({ referral: id });
  }
}
