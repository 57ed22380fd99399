import { Injectable, inject } from '@angular/core';
import type {
  Bundle,
  BundleRequest,
  Examination,
  Finding,
  FindingInput,
  FindingOutcome,
  Mission,
  MissionChoices,
  MissionPlan,
  MissionScope,
  MissionSummary,
} from '@repere/audit';
import { Api, has, isPage, type Answered, type Sending } from '../../platform/api';
import { newId } from '../../platform/new-id';
import { apiBase } from '../../platform/space-path';

const isMission = (body: unknown): boolean => has(body, 'id', 'plan', 'cases', 'findings', 'may');
const isBundle = (body: unknown): boolean => has(body, 'id', 'state', 'progress');
const isFinding = (body: unknown): boolean => has(body, 'id', 'expected', 'may');

/** Audit missions and their findings. */
@Injectable({ providedIn: 'root' })
export class MissionsClient {
  private readonly api = inject(Api);

  list(): Promise<Answered<{ readonly items: readonly MissionSummary[] }>> {
    return this.api.get('/missions', isPage);
  }

  choices(): Promise<Answered<MissionChoices>> {
    return this.api.get('/missions/choices', (body) => has(body, 'teams', 'auditors', 'protocols'));
  }

  frame(scope: MissionScope): Promise<Answered<{ readonly size: number }>> {
    return this.api.post('/missions/frame', scope, (body) => has(body, 'size'));
  }

  plan(plan: MissionPlan, key: string): Promise<Answered<Mission>> {
    return this.api.post('/missions', plan, isMission, { idempotencyKey: key });
  }

  change(id: string, plan: MissionPlan, sending: Sending): Promise<Answered<Mission>> {
    return this.api.put(pathOf(id), plan, isMission, sending);
  }

  read(id: string): Promise<Answered<Mission>> {
    return this.api.get(pathOf(id), isMission);
  }

  open(id: string, seed: string | null, revision: number): Promise<Answered<Mission>> {
    const sending = { ifMatch: revision, idempotencyKey: newId() };
    return this.api.post(`${pathOf(id)}/open`, seed === null ? {} : { seed }, isMission, sending);
  }

  close(id: string, revision: number): Promise<Answered<Mission>> {
    return this.api.post(`${pathOf(id)}/close`, {}, isMission, {
      ifMatch: revision,
      idempotencyKey: newId(),
    });
  }

  examine(
    id: string,
    caseFileId: string,
    examination: Examination,
    sending: Sending,
  ): Promise<Answered<{ readonly revision: number }>> {
    const path = `${pathOf(id)}/cases/${encodeURIComponent(caseFileId)}/examination`;
    return this.api.put(path, examination, (body) => has(body, 'revision'), sending);
  }

  bundles(id: string): Promise<Answered<{ readonly items: readonly Bundle[] }>> {
    return this.api.get(`${pathOf(id)}/bundles`, isPage);
  }

  /** How far it is; asking leaves no trace. */
  bundle(id: string, bundleId: string): Promise<Answered<Bundle>> {
    return this.api.get(`${pathOf(id)}/bundles/${encodeURIComponent(bundleId)}`, isBundle);
  }

  orderBundle(id: string, request: BundleRequest, key: string): Promise<Answered<Bundle>> {
    return this.api.post(`${pathOf(id)}/bundles`, request, isBundle, { idempotencyKey: key });
  }

  /** Where the browser takes a bundle from. */
  fileOf(id: string, bundleId: string): string {
    return `${apiBase(location.pathname)}${pathOf(id)}/bundles/${encodeURIComponent(bundleId)}/download`;
  }

  raise(id: string, finding: FindingInput, key: string): Promise<Answered<Finding>> {
    return this.api.post(`${pathOf(id)}/findings`, finding, isFinding, { idempotencyKey: key });
  }

  findings(): Promise<Answered<{ readonly items: readonly Finding[] }>> {
    return this.api.get('/findings', isPage);
  }

  answer(id: string, text: string, sending: Sending): Promise<Answered<Finding>> {
    return this.api.put(`/findings/${encodeURIComponent(id)}/answer`, { text }, isFinding, sending);
  }

  closeFinding(
    id: string,
    closing: { readonly outcome: FindingOutcome; readonly note: string },
    sending: Sending,
  ): Promise<Answered<Finding>> {
    return this.api.post(`/findings/${encodeURIComponent(id)}/close`, closing, isFinding, sending);
  }
}

const pathOf = (id: string): string => `/missions/${encodeURIComponent(id)}`;
