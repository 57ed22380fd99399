import { Injectable, inject } from '@angular/core';
import type { TriableFact, WhatIf, WhatIfRequest } from '@repere/cases';
import { Api, has, type Answered } from '../../platform/api';

/** Answers that are tried and never kept. */
@Injectable({ providedIn: 'root' })
export class WhatIfClient {
  private readonly api = inject(Api);

  facts(caseFileId: string): Promise<Answered<readonly TriableFact[]>> {
    return this.api.get(`${path(caseFileId)}/facts`, Array.isArray);
  }

  tryOut(caseFileId: string, request: WhatIfRequest): Promise<Answered<WhatIf>> {
    return this.api.post(path(caseFileId), request, (body) =>
      has(body, 'opens', 'steps', 'deadlines', 'refused'),
    );
  }
}

const path = (caseFileId: string) => `/case-files/${encodeURIComponent(caseFileId)}/what-if`;
