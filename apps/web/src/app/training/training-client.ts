import { Injectable, inject } from '@angular/core';
import type { Scenario, ScenarioSummary } from '@repere/contract';
import { vScenario, vScenarioSummary } from '@repere/contract/training/scenarios';
import * as v from 'valibot';
import { Api, type Answered } from '../platform/api';

/** Scenarios to practise on. How one is played is never sent. */
@Injectable({ providedIn: 'root' })
export class TrainingClient {
  private readonly api = inject(Api);

  list(): Promise<Answered<readonly ScenarioSummary[]>> {
    return this.api.get('/training/scenarios', v.array(vScenarioSummary));
  }

  read(id: string): Promise<Answered<Scenario>> {
    return this.api.get(`/training/scenarios/${encodeURIComponent(id)}`, vScenario);
  }
}
