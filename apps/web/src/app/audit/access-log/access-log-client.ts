import { Injectable, inject } from '@angular/core';
import type { CaseLooks, Page, QuestionToMe } from '@repere/contract';
import { vAsked, vCaseLooks, vQuestionsToMe } from '@repere/contract/audit/access-log/access-log';
import { Api, type Answered, type Sending } from '../../platform/api';
import { queryOf } from '../../platform/api-path';

/** Who saw a case, and why. */
@Injectable({ providedIn: 'root' })
export class AccessLogClient {
  private readonly api = inject(Api);

  looks(caseFileId: string, cursor?: string): Promise<Answered<CaseLooks>> {
    return this.api.get(
      `/case-files/${encodeURIComponent(caseFileId)}/looks${queryOf({ cursor })}`,
      vCaseLooks,
    );
  }

  ask(
    caseFileId: string,
    look: string,
    question: string,
    sending: Sending,
  ): Promise<Answered<{ readonly id: string }>> {
    const path =
      `/case-files/${encodeURIComponent(caseFileId)}/looks/${encodeURIComponent(look)}/questions` as const;
    return this.api.post(path, { question }, vAsked, sending);
  }

  /** What this reader is asked about their own looks. */
  toMe(): Promise<Answered<Page<QuestionToMe>>> {
    return this.api.get('/look-questions', vQuestionsToMe);
  }

  answer(id: string, answer: string, sending: Sending): Promise<Answered<void>> {
    return this.api.put(`/look-questions/${encodeURIComponent(id)}/answer`, { answer }, null, sending);
  }
}
