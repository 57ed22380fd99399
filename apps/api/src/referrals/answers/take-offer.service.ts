import { Injectable } from '@nestjs/common';
import type { LoadedCase } from '../../cases/reading/loaded-case';
import { refused } from '../../platform/refusals/refused';
import { UnitOfWork } from '../../platform/unit/unit-of-work';
import { OneAtATime } from '../needs/one-at-a-time';
import type { TakeOfferDto } from './answers.dto';
import { ReferralEventsRepository } from './referral-events.repository';
import { isOfferTaken, lastStep, OFFER_TAKEN } from './referral-state';
import { findReferral, SentReferralsService } from './sent-referrals.service';

/** What a service offered instead is taken by whoever refers: a yes that both have said. The case is locked. */
@Injectable()
export class TakeOfferService {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly sent: SentReferralsService,
    private readonly events: ReferralEventsRepository,
    private readonly oneAtATime: OneAtATime,
  ) {}

  /** Once, however often it is pressed. Refused where the service said or offered something else since, or another has the child. */
  async takeOffer(file: LoadedCase, id: string, { offeredAt }: TakeOfferDto): Promise<void> {
    const { sent, events, past } = findReferral(await this.sent.historiesOf(file), id);
    const isTaken = isOfferTaken(past);
    if (!isTaken && lastStep(events)?.kind !== 'other-offer')
      throw refused(
        'no-offer',
        'Ce service ne propose pas autre chose, ou a répondu autrement depuis.',
        'This service offers nothing else, or answered otherwise since.',
      );
    const offer = events.findLast(({ kind }) => kind === 'other-offer');
    if (offer?.at.getTime() !== Date.parse(offeredAt)) throw anotherOffer();
    if (isTaken) return;
    if (past.endedAt !== null || past.until <= this.unit.now())
      throw refused(
        'referral-withdrawn',
        'Cette orientation a pris fin. Pour prendre la proposition, orientez à nouveau vers ce service.',
        'This referral is over. To take the offer, refer to this service again.',
      );
    await this.oneAtATime.checkAnswer(file, sent, 'accepted');
    await this.events.addEvent(sent, file.key, { kind: 'accepted', reason: OFFER_TAKEN });
    this.unit.notes({ referral: id, offer: 'taken' });
  }
}

const anotherOffer = () =>
  refused(
    'offer-changed',
    'Ce service propose autre chose depuis. Relisez « Orientations », puis prenez ce qui y est proposé.',
    'This service offers something else since. Read “Referrals” again, then take what is offered there.',
    'offeredAt',
  );
