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
import { type Asked, queryOf } from '../../platform/api-path';

/** How cases were handled, and what is said of what departed from their protocols. */
@Injectable({ providedIn: 'root' })
export class ConformanceClient {
  private readonly api = inject(Api);

  figures(asked: Asked): Promise<Answered<Conformance>> {
    return this.api.get(`/conformance${queryOf(asked)}`, vConformance);
  }

  deviations(asked: Asked): Promise<Answered<DeviationPage>> {
    return this.api.get(`/deviations${queryOf(asked)}`, vDeviationPage);
  }

  groups(asked: Asked): Promise<Answered<DeviationGroups>> {
    return this.api.get(`/deviations/groups${queryOf(asked)}`, vDeviationGroups);
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
