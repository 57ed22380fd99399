import { Injectable, inject } from '@angular/core';
import type { ActDone, CaseFile, DryRun, DryRunCases, DryRunRequest, MoveRunRequest } from '@repere/cases';
import { Api, has, isPage, type Answered } from '../../../platform/api';
import { newId } from '../../../platform/new-id';

const isDryRun = (body: unknown): boolean => has(body, 'state', 'counts');

/** What another version would change about open cases; and the act that makes one case go on under it. */
@Injectable({ providedIn: 'root' })
export class DryRunsClient {
  private readonly api = inject(Api);

  list(): Promise<Answered<readonly DryRun[]>> {
    return this.api.get('/protocol-dry-runs', Array.isArray);
  }

  ask(request: DryRunRequest): Promise<Answered<DryRun>> {
    return this.api.post('/protocol-dry-runs', request, isDryRun, { idempotencyKey: newId() });
  }

  read(id: string): Promise<Answered<DryRun>> {
    return this.api.get(pathOf(id), isDryRun);
  }

  casesOf(id: string, after?: string): Promise<Answered<DryRunCases>> {
    const query = after === undefined ? '' : `?${new URLSearchParams({ after }).toString()}`;
    return this.api.get(`${pathOf(id)}/cases${query}`, isPage);
  }

  cancel(id: string): Promise<Answered<DryRun>> {
    return this.api.post(`${pathOf(id)}/cancel`, {}, isDryRun, { idempotencyKey: newId() });
  }

  /** On the case as it is now: what others entered on this run meanwhile does not stop the move, what they see of it does. */
  async move(
    caseFileId: string,
    runId: string,
    request: MoveRunRequest,
    key: string,
  ): Promise<Answered<ActDone>> {
    const caseFile = `/case-files/${encodeURIComponent(caseFileId)}`;
    const read = await this.api.get<Pick<CaseFile, 'state'>>(caseFile, (body) => has(body, 'state'));
    if (!read.ok) return read;
    const path = `${caseFile}/runs/${encodeURIComponent(runId)}/move`;
    const sending = { ifMatch: read.value.state.seq, idempotencyKey: key };
    return this.api.post(path, request, (body) => has(body, 'seq'), sending);
  }
}

const pathOf = (id: string): string => `/protocol-dry-runs/${encodeURIComponent(id)}`;
