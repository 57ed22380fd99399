import { Injectable, inject } from '@angular/core';
import type {
  AnswerReferral,
  CloseUnasked,
  LinkCallBack,
  LinkedReferral,
  MarkRead,
  ReferToService,
  ServiceToTell,
  FollowUpReferral,
  OpenReferral,
  PastReferrals,
  PlanAppointment,
  PlannedAppointment,
  ReceivedReferrals,
  RecordUnmet,
  ReferralAdditions,
  ReferralChoices,
  ReferralPreview,
  ReferredCase,
  RemindPartner,
  SendAddition,
  SentReferrals,
  TakeOffer,
  UnansweredReferrals,
  WriteToService,
} from '@repere/contract';
import { vPlannedAppointment } from '@repere/contract/appointments/appointments';
import { vLinkCallBack } from '@repere/contract/referrals/answer-links/answer-links';
import { vSentReferrals, vUnansweredReferrals } from '@repere/contract/referrals/answers/answers';
import { vReferralAdditions, vReferralPreview } from '@repere/contract/referrals/copies/copies';
import {
  vPastReferrals,
  vReceivedReferrals,
  vReferralChoices,
  vReferredCase,
} from '@repere/contract/referrals/referral';
import { vLinkedReferral } from '@repere/contract/referrals/told/linked-referral';
import { vServiceToTell } from '@repere/contract/referrals/told/tell-service';
import { Api, type Answered, type Sending } from '../platform/api';
import { pathOfCase } from '../platform/api-path';
import type { LinkKey } from './link/link-key';

/** Parts of cases that are opened to partners: opened by who works on the case, read by the partner. */
@Injectable({ providedIn: 'root' })
export class ReferralsClient {
  private readonly api = inject(Api);

  /** To whom, and what each part of the case would show them now. */
  choices(caseFileId: string): Promise<Answered<ReferralChoices>> {
    return this.api.get(pathOfCase(caseFileId, 'partners'), vReferralChoices);
  }

  /** Exactly what a referral of these classes would send now. */
  preview(caseFileId: string, classes: readonly string[]): Promise<Answered<ReferralPreview>> {
    return this.api.get(pathOfCase(caseFileId, 'referral-preview'), vReferralPreview, {
      classes: classes.join(','),
    });
  }

  /** Recorded since, and not sent yet. */
  listAdditions(caseFileId: string, id: string): Promise<Answered<ReferralAdditions>> {
    return this.api.get(`${pathOfCase(caseFileId, 'referrals')}/${id}/additions`, vReferralAdditions);
  }

  sendAddition(
    caseFileId: string,
    id: string,
    addition: SendAddition,
    sending: Sending,
  ): Promise<Answered<void>> {
    return this.api.post(`${pathOfCase(caseFileId, 'referrals')}/${id}/additions`, addition, null, sending);
  }

  openReferral(caseFileId: string, referral: OpenReferral, sending: Sending): Promise<Answered<void>> {
    return this.api.post(pathOfCase(caseFileId, 'referrals'), referral, null, sending);
  }

  /** In the case's calendar, by the clocks of the case: what is not known of it is left to say there. */
  planReception(
    caseFileId: string,
    withWhom: string,
    at: string,
    zone: string,
    sending: Sending,
  ): Promise<Answered<PlannedAppointment>> {
    // 2026-12-08 09:30, whatever the reader's language.
    const [day = '', hour] = new Intl.DateTimeFormat('sv-SE', {
      ...{ timeZone: zone, dateStyle: 'short', timeStyle: 'short' },
    })
      .format(new Date(at))
      .split(' ');
    const plan: PlanAppointment = {
      ...{ kind: 'other', day, hour, withWhom, interpreter: 'unknown', told: 'not-yet' },
    };
    return this.api.post(pathOfCase(caseFileId, 'appointments'), plan, vPlannedAppointment, sending);
  }

  received(cursor?: string): Promise<Answered<ReceivedReferrals>> {
    return this.api.get('/referrals', vReceivedReferrals, { cursor });
  }

  past(cursor?: string): Promise<Answered<PastReferrals>> {
    return this.api.get('/referrals/past', vPastReferrals, { cursor });
  }

  answerReferral(
    caseFileId: string,
    id: string,
    answer: AnswerReferral,
    sending: Sending,
  ): Promise<Answered<void>> {
    return this.api.post(`${pathOfReceived(caseFileId, id)}/answers`, answer, null, sending);
  }

  giveFeedback(caseFileId: string, id: string, words: string, sending: Sending): Promise<Answered<void>> {
    return this.api.post(`${pathOfReceived(caseFileId, id)}/feedback`, { words }, null, sending);
  }

  writeToTeam(caseFileId: string, id: string, words: string, sending: Sending): Promise<Answered<void>> {
    return this.api.post(`${pathOfReceived(caseFileId, id)}/messages`, { words }, null, sending);
  }

  sent(caseFileId: string): Promise<Answered<SentReferrals>> {
    return this.api.get(pathOfCase(caseFileId, 'referrals'), vSentReferrals);
  }

  unanswered(cursor?: string): Promise<Answered<UnansweredReferrals>> {
    return this.api.get('/referrals/unanswered', vUnansweredReferrals, { cursor });
  }

  /** A service without account, for who is about to tell it of a child. */
  serviceToTell(caseFileId: string, serviceId: string): Promise<Answered<ServiceToTell>> {
    return this.api.get(
      `${pathOfCase(caseFileId, 'told-referrals')}/services/${encodeURIComponent(serviceId)}`,
      vServiceToTell,
    );
  }

  tellService(caseFileId: string, told: ReferToService, sending: Sending): Promise<Answered<void>> {
    return this.api.post(pathOfCase(caseFileId, 'told-referrals'), told, null, sending);
  }

  /** Of the team that sent this link; a POST, since programs that look at mails follow links. */
  findCallBack(token: string): Promise<Answered<LinkCallBack>> {
    return this.api.post('/answer-links/call-backs', { token }, vLinkCallBack);
  }

  openReferralLink(key: LinkKey): Promise<Answered<LinkedReferral>> {
    return this.api.post('/answer-links/referrals', key, vLinkedReferral);
  }

  answerReferralLink(key: LinkKey, answer: AnswerReferral): Promise<Answered<LinkedReferral>> {
    return this.api.post('/answer-links/referral-answers', { ...key, ...answer }, vLinkedReferral);
  }

  writeByLink(key: LinkKey, words: string): Promise<Answered<LinkedReferral>> {
    return this.api.post('/answer-links/referral-messages', { ...key, words }, vLinkedReferral);
  }

  /** Takes this one back: what it opened is closed, and nothing more is asked of a service without account. */
  withdraw(caseFileId: string, id: string, sending: Sending): Promise<Answered<void>> {
    return this.api.put(
      `${pathOfCase(caseFileId, 'referrals')}/withdrawn/${encodeURIComponent(id)}`,
      undefined,
      null,
      sending,
    );
  }

  recordAnswer(
    caseFileId: string,
    id: string,
    answer: AnswerReferral,
    sending: Sending,
  ): Promise<Answered<void>> {
    return this.api.post(`${pathOfCase(caseFileId, 'referrals')}/${id}/answers`, answer, null, sending);
  }

  remind(
    caseFileId: string,
    id: string,
    how: RemindPartner['how'],
    sending: Sending,
  ): Promise<Answered<void>> {
    return this.api.post(`${pathOfCase(caseFileId, 'referrals')}/${id}/reminders`, { how }, null, sending);
  }

  takeOffer(caseFileId: string, id: string, offer: TakeOffer, sending: Sending): Promise<Answered<void>> {
    return this.api.put(pathOfCase(caseFileId, `referrals/offers-taken/${id}`), offer, null, sending);
  }

  writeToService(
    caseFileId: string,
    id: string,
    message: WriteToService,
    sending: Sending,
  ): Promise<Answered<void>> {
    return this.api.post(`${pathOfCase(caseFileId, 'referrals')}/${id}/messages`, message, null, sending);
  }

  markRead(caseFileId: string, id: string, read: MarkRead, sending: Sending): Promise<Answered<void>> {
    return this.api.put(pathOfCase(caseFileId, `referrals/messages-read/${id}`), read, null, sending);
  }

  followUp(
    caseFileId: string,
    id: string,
    followUp: FollowUpReferral,
    sending: Sending,
  ): Promise<Answered<void>> {
    return this.api.post(`${pathOfCase(caseFileId, 'referrals')}/${id}/follow-ups`, followUp, null, sending);
  }

  recordUnmet(
    caseFileId: string,
    id: string,
    reason: RecordUnmet['reason'],
    sending: Sending,
  ): Promise<Answered<void>> {
    return this.api.post(`${pathOfCase(caseFileId, 'referrals')}/${id}/unmet`, { reason }, null, sending);
  }

  /** Nobody will be asked for a need: it is over, or nobody meets it. */
  closeUnasked(caseFileId: string, said: CloseUnasked, sending: Sending): Promise<Answered<void>> {
    return this.api.post(pathOfCase(caseFileId, 'unasked-needs'), said, null, sending);
  }

  readReferredCase(caseFileId: string, id: string): Promise<Answered<ReferredCase>> {
    return this.api.get(pathOfReceived(caseFileId, id), vReferredCase);
  }
}

/** Of one that the reader received. */
const pathOfReceived = (caseFileId: string, id: string) =>
  `${pathOfCase(caseFileId, 'received-referrals')}/${encodeURIComponent(id)}` as const;
