import { Injectable, inject } from '@angular/core';
import type {
  AnswerReferral,
  FollowUpReferral,
  OpenReferral,
  PastReferrals,
  ReceivedReferrals,
  RecordUnmet,
  ReferralAdditions,
  ReferralChoices,
  ReferralPreview,
  ReferredCase,
  RemindPartner,
  SendAddition,
  SentReferrals,
  UnansweredReferrals,
} from '@repere/contract';
import { vSentReferrals, vUnansweredReferrals } from '@repere/contract/referrals/answers/answers';
import { vReferralAdditions, vReferralPreview } from '@repere/contract/referrals/copies/copies';
import {
  vPastReferrals,
  vReceivedReferrals,
  vReferralChoices,
  vReferredCase,
} from '@repere/contract/referrals/referral';
import { Api, type Answered, type Sending } from '../platform/api';

/** Parts of cases that are opened to partners: opened by who works on the case, read by the partner. */
@Injectable({ providedIn: 'root' })
export class ReferralsClient {
  private readonly api = inject(Api);

  /** To whom, and what each part of the case would show them now. */
  choices(caseFileId: string): Promise<Answered<ReferralChoices>> {
    return this.api.get(pathOf(caseFileId, 'partners'), vReferralChoices);
  }

  /** Exactly what a referral of these classes would send now. */
  preview(caseFileId: string, classes: readonly string[]): Promise<Answered<ReferralPreview>> {
    return this.api.get(pathOf(caseFileId, 'referral-preview'), vReferralPreview, {
      classes: classes.join(','),
    });
  }

  /** Recorded since, and not sent yet. */
  listAdditions(caseFileId: string, id: string): Promise<Answered<ReferralAdditions>> {
    return this.api.get(`${pathOf(caseFileId, 'referrals')}/${id}/additions`, vReferralAdditions);
  }

  sendAddition(
    caseFileId: string,
    id: string,
    addition: SendAddition,
    sending: Sending,
  ): Promise<Answered<void>> {
    return this.api.post(`${pathOf(caseFileId, 'referrals')}/${id}/additions`, addition, null, sending);
  }

  openReferral(caseFileId: string, referral: OpenReferral, sending: Sending): Promise<Answered<void>> {
    return this.api.post(pathOf(caseFileId, 'referrals'), referral, null, sending);
  }

  received(cursor?: string): Promise<Answered<ReceivedReferrals>> {
    return this.api.get('/referrals', vReceivedReferrals, { cursor });
  }

  past(cursor?: string): Promise<Answered<PastReferrals>> {
    return this.api.get('/referrals/past', vPastReferrals, { cursor });
  }

  answerReferral(caseFileId: string, answer: AnswerReferral, sending: Sending): Promise<Answered<void>> {
    return this.api.post(pathOf(caseFileId, 'referral/answers'), answer, null, sending);
  }

  giveFeedback(caseFileId: string, words: string, sending: Sending): Promise<Answered<void>> {
    return this.api.post(pathOf(caseFileId, 'referral/feedback'), { words }, null, sending);
  }

  sent(caseFileId: string): Promise<Answered<SentReferrals>> {
    return this.api.get(pathOf(caseFileId, 'referrals'), vSentReferrals);
  }

  unanswered(cursor?: string): Promise<Answered<UnansweredReferrals>> {
    return this.api.get('/referrals/unanswered', vUnansweredReferrals, { cursor });
  }

  recordAnswer(
    caseFileId: string,
    id: string,
    answer: AnswerReferral,
    sending: Sending,
  ): Promise<Answered<void>> {
    return this.api.post(`${pathOf(caseFileId, 'referrals')}/${id}/answers`, answer, null, sending);
  }

  remind(
    caseFileId: string,
    id: string,
    how: RemindPartner['how'],
    sending: Sending,
  ): Promise<Answered<void>> {
    return this.api.post(`${pathOf(caseFileId, 'referrals')}/${id}/reminders`, { how }, null, sending);
  }

  followUp(
    caseFileId: string,
    id: string,
    followUp: FollowUpReferral,
    sending: Sending,
  ): Promise<Answered<void>> {
    return this.api.post(`${pathOf(caseFileId, 'referrals')}/${id}/follow-ups`, followUp, null, sending);
  }

  recordUnmet(
    caseFileId: string,
    id: string,
    reason: RecordUnmet['reason'],
    sending: Sending,
  ): Promise<Answered<void>> {
    return this.api.post(`${pathOf(caseFileId, 'referrals')}/${id}/unmet`, { reason }, null, sending);
  }

  readReferredCase(caseFileId: string): Promise<Answered<ReferredCase>> {
    return this.api.get(pathOf(caseFileId, 'referral'), vReferredCase);
  }
}

const pathOf = <const What extends string>(caseFileId: string, what: What) =>
  `/case-files/${encodeURIComponent(caseFileId)}/${what}` as const;
