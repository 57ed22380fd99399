import { Injectable } from '@nestjs/common';
import type { LoadedCase } from '../../cases/reading/loaded-case';
import { ServiceMembersQuery } from '../../directory/services/service-members.query';
import { Refusal } from '../../platform/refusals/refusal';
import { refused } from '../../platform/refusals/refused';
import { UnitOfWork } from '../../platform/unit/unit-of-work';
import { type ReferralState, stateOf } from '../answers/referral-state';
import { SentReferralsService } from '../answers/sent-referrals.service';
import { MatchServicesService } from '../matching/match-services.service';
import { isClosed, requestState } from './capacity-state';
import { CapacityRepository, historyOf, type KeptQuestion } from './capacity.repository';

/** What a referral goes on from: a yes that holds. */
export interface ReferralAfterYes {
  readonly kept: KeptQuestion;
  readonly requestId: string;
  /** Of an earlier referral for the same need; `null`: this is the first. */
  readonly needId: string | null;
}

/** Who the child is is told to one service at a time for a need, after its yes. The case is locked. */
@Injectable()
export class ReferAfterYesService {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly capacity: CapacityRepository,
    private readonly members: ServiceMembersQuery,
    private readonly sent: SentReferralsService,
    private readonly matching: MatchServicesService,
  ) {}

  async check(file: LoadedCase, requestId: string, accountId: string): Promise<ReferralAfterYes> {
    const kept = await this.capacity.findByRequest(requestId);
    const request = kept?.requests.find(({ id }) => id === requestId);
    if (!kept || !request || kept.question.caseFileId !== file.row.id) throw new Refusal('not-found');
    const members = await this.members.listOpenMembers([request.serviceId]);
    if (!members.some(({ id }) => id === accountId))
      throw refused(
        'not-of-that-service',
        'Ce compte n’est pas de ce service.',
        'This account is not of that service.',
        'accountId',
      );
    if (await this.matching.isKeptAway(file, request.serviceId))
      throw refused(
        'kept-away',
        'Quelqu’un de ce service est tenu à l’écart de ce dossier.',
        'Somebody of this service is kept away from this case.',
      );
    if (isClosed(kept.events))
      throw refused(
        'closed',
        'Cette question est close : le service sait que l’on ne cherche plus. Demandez-lui à nouveau.',
        'This question is closed: the service knows that nobody looks any more. Ask it again.',
      );
    if (requestState(historyOf(kept), requestId, this.unit.now()) !== 'yes')
      throw refused(
        'no-yes',
        'Ce service n’a pas dit oui, ou ne tient plus la place. Demandez-lui à nouveau.',
        'This service did not say yes, or holds the place no more. Ask it again.',
      );
    const before = await this.referralsOfNeed(file, kept);
    if (before.some(({ isOpen }) => isOpen))
      throw refused(
        'one-at-a-time',
        'Un autre service sait déjà qui est l’enfant pour ce besoin. Retirez d’abord cette orientation, ou attendez sa réponse.',
        'Another service knows who the child is already, for this need. Take that referral back first, or wait for its answer.',
      );
    return { kept, requestId, needId: before.at(-1)?.needId ?? null };
  }

  async note(file: LoadedCase, { kept, requestId }: ReferralAfterYes, sharingId: string): Promise<void> {
    const happened = { kind: 'referred', requestId, sharingId } as const;
    await this.capacity.addEvent(kept, file.key, happened, this.unit.account.id);
  }

  /** Of all questions of the case for the same need, oldest first. */
  private async referralsOfNeed(file: LoadedCase, { question }: KeptQuestion) {
    const referred = await this.capacity.listReferred(file.row.id, question.need);
    return (await this.sent.historiesOf(file))
      .filter(({ sent }) => referred.includes(sent.sharingId))
      .map(({ sent, past }) => ({
        needId: sent.needId,
        isOpen: MAY_STILL_TAKE[stateOf(past, this.unit.now())],
      }));
  }
}

/** Somebody who reads who the child is, and says yes or may still do so: after a silence as well, until it is taken back. */
const MAY_STILL_TAKE = {
  sent: true,
  received: true,
  accepted: true,
  started: true,
  'other-offer': true,
  'no-answer': true,
  refused: false,
  withdrawn: false,
  ended: false,
} as const satisfies Readonly<Record<ReferralState, boolean>>;
