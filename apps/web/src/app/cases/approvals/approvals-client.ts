import { Injectable, inject } from '@angular/core';
import type { ApprovalPage } from '@repere/contract';
import { vApprovalPage } from '@repere/contract/cases/approvals/approvals';
import { Api, type Answered } from '../../platform/api';

/** What waits for a second person. */
@Injectable({ providedIn: 'root' })
export class ApprovalsClient {
  private readonly api = inject(Api);

  listApprovals(cursor?: string): Promise<Answered<ApprovalPage>> {
    return this.api.get('/approvals', vApprovalPage, { cursor });
  }
}
