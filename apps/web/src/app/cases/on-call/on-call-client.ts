import { Injectable, inject } from '@angular/core';
import type { ActDone, OnCallPage, RecordCall } from '@repere/contract';
import { vActDone } from '@repere/contract/cases/page/case-file';
import { vOnCallPage } from '@repere/contract/cases/on-call/on-call-page';
import { Api, type Answered, type Sending } from '../../platform/api';
import type { StepAddress } from '../step/step-client';

/** Whom to call, and that they were called. */
@Injectable({ providedIn: 'root' })
export class OnCallClient {
  private readonly api = inject(Api);

  page(caseFileId: string, runId: string): Promise<Answered<OnCallPage>> {
    return this.api.get(`/case-files/${caseFileId}/runs/${runId}/on-call`, vOnCallPage);
  }

  call(
    { caseFileId, runId, step }: StepAddress,
    call: RecordCall,
    sending: Sending,
  ): Promise<Answered<ActDone>> {
    return this.api.post(
      `/case-files/${caseFileId}/runs/${runId}/steps/${encodeURIComponent(step)}/calls`,
      call,
      vActDone,
      sending,
    );
  }
}
