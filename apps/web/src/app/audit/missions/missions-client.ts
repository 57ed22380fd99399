import { Injectable, inject } from '@angular/core';
import type {
  Bundle,
  BundleRequest,
  Examination,
  Finding,
  FindingInput,
  Mission,
  MissionChoices,
  MissionPlan,
  MissionScope,
  MissionSummary,
} from '@repere/contract';
import type { FindingOutcome } from '@repere/audit';
import { vBundle } from '@repere/contract/audit/bundle/ordering/bundles';
import {
  vExamined,
  vFinding,
  vFindingList,
  vFrameSize,
  vMission,
  vMissionChoices,
  vMissionList,
} from '@repere/contract/audit/missions/mission';
import { vMissionBundles } from '@repere/contract/audit/missions/mission-bundles';
import { Api, type Answered, type Sending } from '../../platform/api';
import { hrefOf } from '../../platform/api-path';
import { newId } from '../../platform/new-id';

/** Audit missions and their findings. */
@Injectable({ providedIn: 'root' })
export class MissionsClient {
  private readonly api = inject(Api);

  listMissions(): Promise<Answered<{ readonly items: readonly MissionSummary[] }>> {
    return this.api.get('/missions', vMissionList);
  }

  choices(): Promise<Answered<MissionChoices>> {
    return this.api.get('/missions/choices', vMissionChoices);
  }

  frame(scope: MissionScope): Promise<Answered<{ readonly size: number }>> {
    return this.api.post('/missions/frame', scope, vFrameSize);
  }

  planMission(plan: MissionPlan, key: string): Promise<Answered<Mission>> {
    return this.api.post('/missions', plan, vMission, { idempotencyKey: key });
  }

  changeMission(id: string, plan: MissionPlan, sending: Sending): Promise<Answered<Mission>> {
    return this.api.put(pathOf(id), plan, vMission, sending);
  }

  readMission(id: string): Promise<Answered<Mission>> {
    return this.api.get(pathOf(id), vMission);
  }

  openMission(id: string, seed: string | null, sending: Sending): Promise<Answered<Mission>> {
    return this.api.post(`${pathOf(id)}/open`, seed === null ? {} : { seed }, vMission, sending);
  }

  closeMission(id: string, revision: number): Promise<Answered<Mission>> {
    return this.api.post(`${pathOf(id)}/close`, undefined, vMission, {
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
    const path = `${pathOf(id)}/cases/${encodeURIComponent(caseFileId)}/examination` as const;
    return this.api.put(path, examination, vExamined, sending);
  }

  bundles(id: string): Promise<Answered<{ readonly items: readonly Bundle[] }>> {
    return this.api.get(`${pathOf(id)}/bundles`, vMissionBundles);
  }

  /** How far it is; asking leaves no trace. */
  bundle(id: string, bundleId: string): Promise<Answered<Bundle>> {
    return this.api.get(`${pathOf(id)}/bundles/${encodeURIComponent(bundleId)}`, vBundle);
  }

  orderBundle(id: string, request: BundleRequest, key: string): Promise<Answered<Bundle>> {
    return this.api.post(`${pathOf(id)}/bundles`, request, vBundle, { idempotencyKey: key });
  }

  /** Where the browser takes a bundle from. */
  fileOf(id: string, bundleId: string): string {
    return hrefOf(`${pathOf(id)}/bundles/${encodeURIComponent(bundleId)}/download`);
  }

  raise(id: string, finding: FindingInput, key: string): Promise<Answered<Finding>> {
    return this.api.post(`${pathOf(id)}/findings`, finding, vFinding, { idempotencyKey: key });
  }

  findings(): Promise<Answered<{ readonly items: readonly Finding[] }>> {
    return this.api.get('/findings', vFindingList);
  }

  answerFinding(id: string, text: string, sending: Sending): Promise<Answered<Finding>> {
    return this.api.put(`/findings/${encodeURIComponent(id)}/answer`, { text }, vFinding, sending);
  }

  closeFinding(
    id: string,
    closing: { readonly outcome: FindingOutcome; readonly note: string },
    sending: Sending,
  ): Promise<Answered<Finding>> {
    return this.api.post(`/findings/${encodeURIComponent(id)}/close`, closing, vFinding, sending);
  }
}

const pathOf = (id: string) => `/missions/${encodeURIComponent(id)}` as const;
