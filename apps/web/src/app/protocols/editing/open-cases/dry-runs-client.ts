import { Injectable, inject } from '@angular/core';
import type { ActDone, DryRun, DryRunCases, DryRunRequest, MoveRunRequest } from '@repere/contract';
import { vActDone, vCaseFile } from '@repere/contract/cases/page/case-file';
import { vDryRun, vDryRunCases } from '@repere/contract/cases/moves/dry-runs';
import * as v from 'valibot';
import { Api, type Answered } from '../../../platform/api';
import { newId } from '../../../platform/new-id';

/** What another version would change about open cases; and the act that makes one case go on under it. */
@Injectable({ providedIn: 'root' })
export class DryRunsClient {
  private readonly api = inject(Api);

  listDryRuns(): Promise<Answered<readonly DryRun[]>> {
    return this.api.get('/protocol-dry-runs', v.array(vDryRun));
  }

  askForDryRun(request: DryRunRequest): Promise<Answered<DryRun>> {
    return this.api.post('/protocol-dry-runs', request, vDryRun, { idempotencyKey: newId() });
  }

  readDryRun(id: string): Promise<Answered<DryRun>> {
    return this.api.get(pathOf(id), vDryRun);
  }

  casesOf(id: string, after?: string): Promise<Answered<DryRunCases>> {
    return this.api.get(`${pathOf(id)}/cases`, vDryRunCases, { after });
  }

  cancel(id: string): Promise<Answered<DryRun>> {
    return this.api.post(`${pathOf(id)}/cancel`, undefined, vDryRun, { idempotencyKey: newId() });
  }

  /** On the case as it is now: what others entered on this run meanwhile does not stop the move, what they see of it does. */
  async moveRun(
    caseFileId: string,
    runId: string,
    request: MoveRunRequest,
    key: string,
  ): Promise<Answered<ActDone>> {
    const caseFile = `/case-files/${encodeURIComponent(caseFileId)}` as const;
    const read = await this.api.get(caseFile, vCaseFile);
    if (!read.ok) return read;
    const path = `${caseFile}/runs/${encodeURIComponent(runId)}/move` as const;
    const sending = { ifMatch: read.value.state.seq, idempotencyKey: key };
    return this.api.post(path, request, vActDone, sending);
  }
}

const pathOf = (id: string) => `/protocol-dry-runs/${encodeURIComponent(id)}` as const;
