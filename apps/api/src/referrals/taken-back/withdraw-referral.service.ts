import { Injectable } from '@nestjs/common';
import { GrantAccessService } from '../../cases/grants/grant-access.service';
import type { LoadedCase } from '../../cases/reading/loaded-case';
import { UnitOfWork } from '../../platform/unit/unit-of-work';
import { findReferral, SentReferralsService } from '../answers/sent-referrals.service';
import { ReferralEventsRepository } from '../answers/referral-events.repository';
import { NothingAsked } from './nothing-asked';

/**
 * One referral is taken back; others of the case stay as they are, to the same service as well. An account reads nothing behind it any more;
 * a service without one knows it still: that it was told stays in the register.
 */
@Injectable()
export class WithdrawReferralService {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly sent: SentReferralsService,
    private readonly events: ReferralEventsRepository,
    private readonly giving: GrantAccessService,
    private readonly over: NothingAsked,
  ) {}

  /** The case is locked. Once, however often it is pressed. */
  async withdraw(file: LoadedCase, id: string): Promise<void> {
    const { sent, past } = findReferral(await this.sent.historiesOf(file), id);
    if (past.endedAt !== null) return;
    // What is over by itself was open to an account until then, and is closed to it.
    if (sent.partnerId !== null && past.until <= this.unit.now()) return;
    if (sent.partnerId === null) await this.events.addEvent(sent, file.key, { kind: 'withdrawn' });
    else await this.giving.endReferral(id);
    // The link of a service without account goes on to open, and says so.
    await this.over.tellOfReferral(id);
    this.unit.notes({ referral: id });
  }
}
