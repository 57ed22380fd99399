import { Injectable, inject } from '@angular/core';
import type { CaseAccessLog, QuestionsToMe } from '@repere/contract';
import { vAsked, vCaseAccessLog, vQuestionsToMe } from '@repere/contract/audit/access-log/access-log';
import { Api, type Answered, type Sending } from '../../platform/api';

/** Who saw a case, and why. */
@Injectable({ providedIn: 'root' })
export class AccessLogClient {
  private readonly api = inject(Api);

  readAccessLog(caseFileId: string, cursor?: string): Promise<Answered<CaseAccessLog>> {
    return this.api.get(`/case-files/${encodeURIComponent(caseFileId)}/access-log`, vCaseAccessLog, {
      cursor,
    });
  }

  askWhy(
    caseFileId: string,
    event: string,
    question: string,
    sending: Sending,
  ): Promise<Answered<{ readonly id: string }>> {
    const path =
      `/case-files/${encodeURIComponent(caseFileId)}/access-log/${encodeURIComponent(event)}/questions` as const;
    return this.api.post(path, { question }, vAsked, sending);
  }

  /** What this reader is asked about their own access to cases. */
  toMe(): Promise<Answered<QuestionsToMe>> {
    return this.api.get('/access-questions', vQuestionsToMe);
  }

  answerWhy(id: string, answer: string, sending: Sending): Promise<Answered<void>> {
    return this.api.put(`/access-questions/${encodeURIComponent(id)}/answer`, { answer }, null, sending);
  }
}
