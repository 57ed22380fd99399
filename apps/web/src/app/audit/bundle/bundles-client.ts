import { Injectable, inject } from '@angular/core';
import type { Bundle, BundleRequest, CaseBundles } from '@repere/contract';
import { vBundle, vCaseBundles } from '@repere/contract/audit/bundle/ordering/bundles';
import { Api, type Answered } from '../../platform/api';
import { hrefOf } from '../../platform/api-path';

/** Evidence of a case to take away: ordered, followed, taken. */
@Injectable({ providedIn: 'root' })
export class BundlesClient {
  private readonly api = inject(Api);

  ofCase(caseFileId: string): Promise<Answered<CaseBundles>> {
    return this.api.get(path(caseFileId), vCaseBundles);
  }

  order(caseFileId: string, request: BundleRequest, idempotencyKey: string): Promise<Answered<Bundle>> {
    return this.api.post(path(caseFileId), request, vBundle, { idempotencyKey });
  }

  readBundle(caseFileId: string, id: string): Promise<Answered<Bundle>> {
    return this.api.get(`${path(caseFileId)}/${encodeURIComponent(id)}`, vBundle);
  }

  /** Where the browser takes the file from. */
  fileOf(caseFileId: string, id: string): string {
    return hrefOf(`${path(caseFileId)}/${encodeURIComponent(id)}/download`);
  }
}

const path = (caseFileId: string) => `/case-files/${encodeURIComponent(caseFileId)}/bundles` as const;
