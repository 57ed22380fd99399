import { Injectable, inject } from '@angular/core';
import type { TriableFact, WhatIf, WhatIfRequest } from '@repere/contract';
import { vTriableFact, vWhatIf } from '@repere/contract/cases/what-if/what-if';
import * as v from 'valibot';
import { Api, type Answered } from '../../platform/api';

/** Answers that are tried and never kept. */
@Injectable({ providedIn: 'root' })
export class WhatIfClient {
  private readonly api = inject(Api);

  facts(caseFileId: string): Promise<Answered<readonly TriableFact[]>> {
    return this.api.get(`${path(caseFileId)}/facts`, v.array(vTriableFact));
  }

  tryOut(caseFileId: string, request: WhatIfRequest): Promise<Answered<WhatIf>> {
    return this.api.post(path(caseFileId), request, vWhatIf);
  }
}

const path = (caseFileId: string) => `/case-files/${encodeURIComponent(caseFileId)}/what-if` as const;
