import { Injectable, inject } from '@angular/core';
import type { CaseAsKnown, Replay } from '@repere/contract';
import { vCaseAsKnown, vReplay } from '@repere/contract/audit/replay/replay';
import { Api, type Answered } from '../../platform/api';

/** A case as it was known before. */
@Injectable({ providedIn: 'root' })
export class ReplayClient {
  private readonly api = inject(Api);

  life(caseFileId: string): Promise<Answered<Replay>> {
    return this.api.get(`/case-files/${encodeURIComponent(caseFileId)}/replay`, vReplay);
  }

  asKnown(caseFileId: string, at: string): Promise<Answered<CaseAsKnown>> {
    return this.api.get(`/case-files/${encodeURIComponent(caseFileId)}/as-known`, vCaseAsKnown, { at });
  }
}
