import { Injectable } from '@nestjs/common';
import type { LoadedCase } from '../../cases/reading/loaded-case';
import { Refusal } from '../../platform/refusals/refusal';
import { UnitOfWork } from '../../platform/unit/unit-of-work';
import type { AnswerReferralDto } from '../answers/answers.dto';
import { AnswerReferralService, noLongerAsked } from '../answers/answer-referral.service';
import { ReferralEventsRepository } from '../answers/referral-events.repository';
import { ReferralGrantsQuery } from '../answers/referral-grants.query';
import { isAnswer, isClosedByNo, OFFER_TAKEN, pastOf, stateOf } from '../answers/referral-state';
import { showEvent } from '../answers/sent-referrals.service';
import { hasNewForService } from '../messages/message-state';
import { ReferralMessages } from '../messages/referral-messages.service';
import { StillOver } from '../taken-back/still-over';
import { numberOf } from '../capacity/number-of';
import { TeamCallBackQuery } from '../team-call-back.query';
import { SharingRepository } from '../../privacy/sharing/sharing.repository';
import { type ReceivedTermsDto, receivedTerms } from '../received-terms';
import type { LinkedReferralDto } from './linked-referral.dto';

/** A referral for who holds its link and the code: as the system, in a case that is locked. */
@Injectable()
export class LinkedReferralService {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly events: ReferralEventsRepository,
    private readonly grants: ReferralGrantsQuery,
    private readonly answering: AnswerReferralService,
    private readonly callBacks: TeamCallBackQuery,
    private readonly sharing: SharingRepository,
    private readonly stillOver: StillOver,
    private readonly messages: ReferralMessages,
  ) {}

  /** That they have it is known from the first time that they open it, whoever else told of it before. */
  async openLinked(file: LoadedCase, sharingId: string): Promise<LinkedReferralDto> {
    const { events, sent, past } = await this.readLinked(file, sharingId);
    const isOpen = past.endedAt === null && past.until > this.unit.now();
    if (isOpen && !events.some(({ kind }) => kind === 'received')) {
      await this.events.addByLink(sent, file.key, { kind: 'received' });
      this.unit.notes({ referral: sharingId, isReceived: true });
    }
    return this.showLinked(file, sharingId);
  }

  async answerLinked(
    file: LoadedCase,
    sharingId: string,
    answer: AnswerReferralDto,
  ): Promise<LinkedReferralDto> {
    await this.answering.answerByLink(file, sharingId, answer);
    return this.showLinked(file, sharingId);
  }

  /** Where nothing is asked any more nobody would read it. */
  async writeLinked(file: LoadedCase, sharingId: string, words: string): Promise<LinkedReferralDto> {
    const referral = await this.readLinked(file, sharingId);
    if (await this.stillOver.overOf(file, referral.sent, referral.past)) throw noLongerAsked();
    await this.messages.writeByLink(file, referral, words);
    return this.showLinked(file, sharingId);
  }

  /** Whether the team wrote what was not seen there. */
  async hasNewMessage(sharingId: string): Promise<boolean> {
    const events = await this.events.listCodes(sharingId);
    return hasNewForService({ events }, await this.events.listMessageCodes(sharingId));
  }

  /** Whether a link that was made then is of use still: what it asks goes on, and was not answered since, or there is something to read. */
  async isAskedSince(sharingId: string, since: Date): Promise<boolean> {
    const grant = await this.grants.findGrant(sharingId);
    if (grant?.endedAt !== null || grant.until.getTime() <= this.unit.now()) return false;
    if (await this.hasNewMessage(sharingId)) return true;
    return !(await this.events.listCodes(sharingId)).some(({ kind, at }) => isAnswer(kind) && at >= since);
  }

  private async showLinked(file: LoadedCase, sharingId: string): Promise<LinkedReferralDto> {
    const referral = await this.readLinked(file, sharingId);
    const { events, sent, past } = referral;
    const now = this.unit.now();
    const { teamId } = file.row;
    const over = await this.stillOver.overOf(file, sent, past);
    // What was told of the child is of no use to who is asked nothing any more.
    const terms = over ? null : receivedTerms(await this.sharing.findShared(file, sharingId));
    return {
      ...{ number: numberOf(sharingId), need: sent.need, state: stateOf(past, now) },
      sentAt: sent.at.toISOString(),
      dueAt: new Date(past.dueAt).toISOString(),
      over,
      checkPhone: (await this.callBacks.readNumbers([teamId])).get(teamId) ?? null,
      terms: terms && linkedTerms(terms),
      // What a worker wrote down for them is ours.
      answers: events
        .filter(({ kind, byId, reason }) => isAnswer(kind) && (byId === null || reason === OFFER_TAKEN))
        .map((it) => ({ ...showEvent(it, new Map()), by: null })),
      messages:
        over || isClosedByNo(past)
          ? { items: [], mayWrite: false }
          : await this.messages.showToService(file, referral, { own: null, team: null }),
    };
  }

  private async readLinked(file: LoadedCase, sharingId: string) {
    const { events, messages } = await this.events.ofReferral(file, sharingId);
    const sent = events.find(({ kind }) => kind === 'sent');
    const grant = await this.grants.findGrant(sharingId);
    const past = grant && pastOf(events, grant);
    if (!sent || !past) throw new Refusal('not-found');
    return { events, messages, sent, past };
  }
}

const linkedTerms = ({ ground, isBound, child, parents }: ReceivedTermsDto): LinkedReferralDto['terms'] => ({
  ...{ ground, isBound, child, parents },
});
