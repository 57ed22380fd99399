import { Injectable, inject } from '@angular/core';
import type {
  AnswerCapacity,
  AskedCapacity,
  CapacityQuestions,
  ReceivedCapacities,
  RecordCapacityUnmet,
  RemindPartner,
  TellService,
} from '@repere/contract';
import {
  vAskedCapacity,
  vCapacityQuestions,
  vReceivedCapacities,
} from '@repere/contract/referrals/capacity/capacity';
import { Api, type Answered, type Sending } from '../../platform/api';
import type { LinkKey } from '../link/link-key';

/** Questions for a place: for who asked, for accounts of services, and for who holds a link. */
@Injectable({ providedIn: 'root' })
export class CapacityClient {
  private readonly api = inject(Api);

  listQuestions(caseFileId: string): Promise<Answered<CapacityQuestions>> {
    return this.api.get(pathOf(caseFileId), vCapacityQuestions);
  }

  recordAnswer(
    caseFileId: string,
    requestId: string,
    answer: AnswerCapacity,
    sending: Sending,
  ): Promise<Answered<void>> {
    return this.api.post(`${pathOf(caseFileId)}/requests/${requestId}/answers`, answer, null, sending);
  }

  remind(
    caseFileId: string,
    requestId: string,
    how: RemindPartner['how'],
    sending: Sending,
  ): Promise<Answered<void>> {
    return this.api.post(`${pathOf(caseFileId)}/requests/${requestId}/reminders`, { how }, null, sending);
  }

  renewLink(caseFileId: string, requestId: string, sending: Sending): Promise<Answered<void>> {
    return this.api.put(`${pathOf(caseFileId)}/links/${requestId}`, undefined, null, sending);
  }

  closeQuestion(caseFileId: string, questionId: string, sending: Sending): Promise<Answered<void>> {
    return this.api.put(`${pathOf(caseFileId)}/closed/${questionId}`, undefined, null, sending);
  }

  recordUnmet(
    caseFileId: string,
    questionId: string,
    reason: RecordCapacityUnmet['reason'],
    sending: Sending,
  ): Promise<Answered<void>> {
    return this.api.post(`${pathOf(caseFileId)}/${questionId}/unmet`, { reason }, null, sending);
  }

  recordMet(caseFileId: string, questionId: string, sending: Sending): Promise<Answered<void>> {
    return this.api.put(`${pathOf(caseFileId)}/met/${questionId}`, undefined, null, sending);
  }

  recordTold(
    caseFileId: string,
    requestId: string,
    told: TellService,
    sending: Sending,
  ): Promise<Answered<void>> {
    return this.api.post(`${pathOf(caseFileId)}/requests/${requestId}/told`, told, null, sending);
  }

  received(cursor?: string): Promise<Answered<ReceivedCapacities>> {
    return this.api.get('/capacity-requests', vReceivedCapacities, { cursor });
  }

  answerRequest(requestId: string, answer: AnswerCapacity, sending: Sending): Promise<Answered<void>> {
    return this.api.post(`/capacity-requests/${requestId}/answers`, answer, null, sending);
  }

  openLink(key: LinkKey): Promise<Answered<AskedCapacity>> {
    return this.api.post('/answer-links/questions', key, vAskedCapacity);
  }

  answerLink(key: LinkKey, answer: AnswerCapacity): Promise<Answered<AskedCapacity>> {
    return this.api.post('/answer-links/answers', { ...key, ...answer }, vAskedCapacity);
  }
}

const pathOf = (caseFileId: string) =>
  `/case-files/${encodeURIComponent(caseFileId)}/capacity-questions` as const;
