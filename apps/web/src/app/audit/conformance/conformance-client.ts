import { Injectable, inject } from '@angular/core';
import type {
  CaseFileConformance,
  Conformance,
  DeviationItem,
  DeviationPage,
  ExplainDeviation,
  JudgeDeviation,
} from '@repere/audit';
import { Api, type Answered, has, isPage } from '../../platform/api';

/** How cases were handled, and what is said of what departed from their protocols. */
@Injectable({ providedIn: 'root' })
export class ConformanceClient {
  private readonly api = inject(Api);

  figures(query: string): Promise<Answered<Conformance>> {
    return this.api.get(`/conformance${query && `?${query}`}`, (body) => has(body, 'formula', 'steps'));
  }

  deviations(query: string): Promise<Answered<DeviationPage>> {
    return this.api.get(`/deviations${query && `?${query}`}`, isPage);
  }

  ofCase(caseFileId: string): Promise<Answered<CaseFileConformance>> {
    return this.api.get(`/case-files/${caseFileId}/conformance`, (body) => has(body, 'runs', 'deviations'));
  }

  explain(
    caseFileId: string,
    body: ExplainDeviation,
    idempotencyKey: string,
  ): Promise<Answered<DeviationItem>> {
    return this.api.post(`/case-files/${caseFileId}/explained-deviations`, body, isItem, { idempotencyKey });
  }

  judge(caseFileId: string, body: JudgeDeviation, idempotencyKey: string): Promise<Answered<DeviationItem>> {
    return this.api.post(`/case-files/${caseFileId}/judged-deviations`, body, isItem, { idempotencyKey });
  }
}

const isItem = (body: unknown): boolean => has(body, 'key', 'judgements');
