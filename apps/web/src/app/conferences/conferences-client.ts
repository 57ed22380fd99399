import { Injectable, inject } from '@angular/core';
import type {
  ConferencePage,
  Conferences,
  JudgeMinutes,
  MinutesDraftSaved,
  PassAction,
  PlanConference,
  PlannedConference,
  PrepareConference,
  SaveMinutesDraft,
  SettleAction,
  WriteMinutes,
} from '@repere/contract';
import {
  vConferencePage,
  vConferences,
  vMinutesDraftSaved,
  vPlannedConference,
} from '@repere/contract/conferences/conferences';
import { Api, type Answered, type Sending } from '../platform/api';

/** Case conferences: planned, prepared, written down, agreed to, and what became of their actions. */
@Injectable({ providedIn: 'root' })
export class ConferencesClient {
  private readonly api = inject(Api);

  listConferences(caseFileId: string): Promise<Answered<Conferences>> {
    return this.api.get(pathOf(caseFileId), vConferences);
  }

  readConference(caseFileId: string, id: string): Promise<Answered<ConferencePage>> {
    return this.api.get(`${pathOf(caseFileId)}/${encodeURIComponent(id)}`, vConferencePage);
  }

  planConference(
    caseFileId: string,
    plan: PlanConference,
    sending: Sending,
  ): Promise<Answered<PlannedConference>> {
    return this.api.post(pathOf(caseFileId), plan, vPlannedConference, sending);
  }

  prepareConference(
    caseFileId: string,
    id: string,
    change: PrepareConference,
    sending: Sending,
  ): Promise<Answered<void>> {
    return this.api.post(
      `${pathOf(caseFileId)}/${encodeURIComponent(id)}/preparation`,
      change,
      null,
      sending,
    );
  }

  writeMinutes(
    caseFileId: string,
    id: string,
    minutes: WriteMinutes,
    sending: Sending,
  ): Promise<Answered<void>> {
    return this.api.post(`${pathOf(caseFileId)}/${encodeURIComponent(id)}/minutes`, minutes, null, sending);
  }

  judgeMinutes(
    caseFileId: string,
    id: string,
    verdict: JudgeMinutes,
    sending: Sending,
  ): Promise<Answered<void>> {
    return this.api.post(`${pathOf(caseFileId)}/${encodeURIComponent(id)}/verdict`, verdict, null, sending);
  }

  settleAction(
    caseFileId: string,
    { id, actionId }: { readonly id: string; readonly actionId: string },
    outcome: SettleAction,
    sending: Sending,
  ): Promise<Answered<void>> {
    const action = encodeURIComponent(actionId);
    return this.api.post(
      `${pathOf(caseFileId)}/${encodeURIComponent(id)}/actions/${action}/outcome`,
      outcome,
      null,
      sending,
    );
  }

  passAction(
    caseFileId: string,
    { id, actionId }: { readonly id: string; readonly actionId: string },
    passing: PassAction,
    sending: Sending,
  ): Promise<Answered<void>> {
    const action = encodeURIComponent(actionId);
    return this.api.post(
      `${pathOf(caseFileId)}/${encodeURIComponent(id)}/actions/${action}/owner`,
      passing,
      null,
      sending,
    );
  }

  saveDraft(
    caseFileId: string,
    id: string,
    draft: SaveMinutesDraft,
    revision: number,
  ): Promise<Answered<MinutesDraftSaved>> {
    return this.api.put(
      `${pathOf(caseFileId)}/${encodeURIComponent(id)}/minutes-draft`,
      draft,
      vMinutesDraftSaved,
      { ifMatch: revision },
    );
  }

  dropDraft(caseFileId: string, id: string): Promise<Answered<void>> {
    return this.api.delete(`${pathOf(caseFileId)}/${encodeURIComponent(id)}/minutes-draft`, null);
  }
}

const pathOf = (caseFileId: string) => `/case-files/${encodeURIComponent(caseFileId)}/conferences` as const;
