import { Injectable } from '@nestjs/common';
import { GrantAccessService } from '../../cases/grants/grant-access.service';
import type { LoadedCase } from '../../cases/reading/loaded-case';
import { refused } from '../../platform/refusals/refused';
import { UnitOfWork } from '../../platform/unit/unit-of-work';
import type { FollowUpReferralDto } from './answers.dto';
import { missingField } from './missing-field';
import { NO_WORDS, ReferralEventsRepository } from './referral-events.repository';
import { lastStep, type ReferralEventKind } from './referral-state';
import { findReferral, SentReferralsService } from './sent-referrals.service';

/** What follows a yes: the child is received, then it is over, and somebody says whether the need was met. The case is locked. */
@Injectable()
export class FollowUpReferralService {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly events: ReferralEventsRepository,
    private readonly sent: SentReferralsService,
    private readonly giving: GrantAccessService,
  ) {}

  /** Of a referral that was taken back or ran out as well: what came of it may be known later. The same once more changes nothing. */
  async recordOutcome(
    file: LoadedCase,
    id: string,
    { what, outcome, words }: FollowUpReferralDto,
  ): Promise<void> {
    if (what === 'ended' && outcome === undefined)
      throw missingField('outcome', 'Dites si le besoin a été couvert.', 'Say whether the need was met.');
    if (what === 'feedback' && words === undefined)
      throw missingField('words', 'Dites ce que devient l’enfant.', 'Say what came of the child.');
    const { sent, events } = findReferral(await this.sent.historiesOf(file), id);
    const last = lastStep(events);
    const same = what === 'feedback' ? events.findLast(({ kind }) => kind === 'feedback') : last;
    if (!last || !AFTER[what].includes(last.kind))
      throw refused(
        'nothing-to-follow',
        'Le service n’a pas accepté, ou l’orientation est déjà terminée.',
        'The service did not accept, or the referral is over already.',
      );
    const reason = what === 'ended' ? (outcome ?? null) : null;
    if (same?.kind === what && same.reason === reason && same.words === (words ?? null)) return;
    await this.events.addEvent(sent, file.key, {
      kind: what,
      reason,
      words: { ...NO_WORDS, words: words ?? null },
    });
    if (what === 'ended') await this.giving.endReferral(sent.sharingId);
    this.unit.notes({
      ...{ referral: id, followUp: what },
      ...(reason !== null && { outcome: reason }),
      ...(words !== undefined && { words }),
    });
  }
}

/** After what each may be said. An end may be said anew, otherwise than before; a child is not received after it. */
const AFTER: Readonly<Record<FollowUpReferralDto['what'], readonly ReferralEventKind[]>> = {
  'first-appointment': ['accepted', 'first-appointment'],
  feedback: ['accepted', 'first-appointment', 'ended'],
  ended: ['accepted', 'first-appointment', 'ended'],
};
