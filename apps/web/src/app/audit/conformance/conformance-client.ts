import { Injectable, inject } from '@angular/core';
import type {
  CaseFileConformance,
  Conformance,
  DeviationGroups,
  DeviationItem,
  DeviationPage,
  ExplainDeviation,
  JudgeDeviation,
} from '@repere/contract';
import { vCaseFileConformance } from '@repere/contract/audit/conformance/case-conformance';
import { vConformance } from '@repere/contract/audit/conformance/conformance';
import {
  vDeviationGroups,
  vDeviationItem,
  vDeviationPage,
} from '@repere/contract/audit/conformance/deviations/deviations';
import { Api, type Answered } from '../../platform/api';
import type { ApiQuestion } from '../../platform/api-path';
import type { AskedDeviations, AskedFigures } from './audit-filters';

/** How cases were handled, and what is said of what departed from their protocols. */
@Injectable({ providedIn: 'root' })
export class ConformanceClient {
  private readonly api = inject(Api);

  figures(asked: AskedFigures): Promise<Answered<Conformance>> {
    return this.api.get('/conformance', vConformance, asked);
  }

  deviations(asked: AskedDeviations): Promise<Answered<DeviationPage>> {
    return this.api.get('/deviations', vDeviationPage, asked);
  }

  groups(asked: ApiQuestion<'GET', '/deviations/groups'>): Promise<Answered<DeviationGroups>> {
    return this.api.get('/deviations/groups', vDeviationGroups, asked);
  }

  ofCase(caseFileId: string): Promise<Answered<CaseFileConformance>> {
    return this.api.get(`/case-files/${caseFileId}/conformance`, vCaseFileConformance);
  }

  explain(
    caseFileId: string,
    body: ExplainDeviation,
    idempotencyKey: string,
  ): Promise<Answered<DeviationItem>> {
    return this.api.post(`/case-files/${caseFileId}/explained-deviations`, body, vDeviationItem, {
      idempotencyKey,
    });
  }

  judge(caseFileId: string, body: JudgeDeviation, idempotencyKey: string): Promise<Answered<DeviationItem>> {
    return this.api.post(`/case-files/${caseFileId}/judged-deviations`, body, vDeviationItem, {
      idempotencyKey,
    });
  }
}
