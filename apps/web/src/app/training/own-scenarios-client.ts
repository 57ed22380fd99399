import { Injectable, inject } from '@angular/core';
import type {
  BeginOwnScenario,
  OwnScenario,
  OwnScenarioSummary,
  ScenarioVersionText,
} from '@repere/contract';
import {
  vOwnScenario,
  vOwnScenarioSummary,
  vScenarioVersionText,
} from '@repere/contract/training/own-scenarios/own-scenarios';
import * as v from 'valibot';
import { Api, type Answered, type Sending } from '../platform/api';

/** Whether an id is of a scenario that somebody wrote here; those that came with the product have names. */
export const isOwn = (id: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id);

/** Scenarios that whoever leads training writes. */
@Injectable({ providedIn: 'root' })
export class OwnScenariosClient {
  private readonly api = inject(Api);

  listOwn(): Promise<Answered<readonly OwnScenarioSummary[]>> {
    return this.api.get('/training/own-scenarios', v.array(vOwnScenarioSummary));
  }

  beginOwn(begin: BeginOwnScenario, sending: Sending): Promise<Answered<OwnScenario>> {
    return this.api.post('/training/own-scenarios', begin, vOwnScenario, sending);
  }

  readOwn(id: string): Promise<Answered<OwnScenario>> {
    return this.api.get(`/training/own-scenarios/${encodeURIComponent(id)}`, vOwnScenario);
  }

  saveText(id: string, yaml: string, revision: number): Promise<Answered<OwnScenario>> {
    return this.api.put(`/training/own-scenarios/${encodeURIComponent(id)}`, { yaml }, vOwnScenario, {
      ifMatch: revision,
    });
  }

  readVersion(id: string, revision: number): Promise<Answered<ScenarioVersionText>> {
    return this.api.get(
      `/training/own-scenarios/${encodeURIComponent(id)}/versions/${String(revision)}`,
      vScenarioVersionText,
    );
  }

  removeOwn(id: string): Promise<Answered<void>> {
    return this.api.delete(`/training/own-scenarios/${encodeURIComponent(id)}`, null);
  }
}
