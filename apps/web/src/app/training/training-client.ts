import { Injectable, inject } from '@angular/core';
import type {
  AskForLoad,
  ChangeLoad,
  ChangeTrainingSpace,
  EnteredTrainingSpace,
  NewTrainingSpace,
  Scenario,
  ScenarioSummary,
  TrainingSpace,
  TrainingSpaces,
} from '@repere/contract';
import { vSession } from '@repere/contract/access/sign-in/session';
import { vScenario, vScenarioSummary } from '@repere/contract/training/scenarios/scenarios';
import { vCastMember } from '@repere/contract/training/play/play';
import {
  vEnteredTrainingSpace,
  vTrainingSpace,
  vTrainingSpaces,
} from '@repere/contract/training/spaces/training-spaces';
import * as v from 'valibot';
import { Api, type Answered, type Sending } from '../platform/api';
import { isOwn, OwnScenariosClient } from './own-scenarios-client';

/** A scenario as a page plays it: its text says the rest. */
export type PlayableScenario = Pick<Scenario, 'id' | 'title' | 'yaml' | 'outOfForce'>;

/** Scenarios to practise on, and spaces to practise in. How a scenario is played on its page is never sent. */
@Injectable({ providedIn: 'root' })
export class TrainingClient {
  private readonly api = inject(Api);
  private readonly own = inject(OwnScenariosClient);

  listScenarios(): Promise<Answered<readonly ScenarioSummary[]>> {
    return this.api.get('/training/scenarios', v.array(vScenarioSummary));
  }

  /** One that came with the product, by its name; or one that whoever asks wrote, by its id. */
  async readScenario(id: string): Promise<Answered<PlayableScenario>> {
    if (!isOwn(id)) return this.api.get(`/training/scenarios/${encodeURIComponent(id)}`, vScenario);
    const answer = await this.own.readOwn(id);
    if (!answer.ok) return answer;
    const { title, yaml, name, outOfForce } = answer.value;
    const shown = title ?? { fr: name ?? id, en: name ?? id };
    return { ...answer, value: { id, yaml, outOfForce, title: shown } };
  }

  spaces(): Promise<Answered<TrainingSpaces>> {
    return this.api.get('/training/spaces', vTrainingSpaces);
  }

  makeSpace(space: NewTrainingSpace, sending: Sending): Promise<Answered<TrainingSpace>> {
    return this.api.post('/training/spaces', space, vTrainingSpace, sending);
  }

  changeSpace(
    key: string,
    change: ChangeTrainingSpace['change'],
    sending: Sending,
  ): Promise<Answered<TrainingSpace>> {
    return this.api.post(`/training/spaces/${key}/changes`, { change }, vTrainingSpace, sending);
  }

  /** Fictional cases, once a space. */
  askForLoad(key: string, load: AskForLoad, sending: Sending): Promise<Answered<TrainingSpace>> {
    return this.api.post(`/training/spaces/${key}/load`, load, vTrainingSpace, sending);
  }

  changeLoad(key: string, change: ChangeLoad['change'], sending: Sending): Promise<Answered<TrainingSpace>> {
    return this.api.post(`/training/spaces/${key}/load/changes`, { change }, vTrainingSpace, sending);
  }

  /** With its branches, unless they are kept. */
  removeSpace(key: string, keepsBranches: boolean): Promise<Answered<void>> {
    return keepsBranches
      ? this.api.delete(`/training/spaces/${key}?branches=keep`, null)
      : this.api.delete(`/training/spaces/${key}`, null);
  }

  /** Enters as the first of its staff, who the story is told to; the address of the space. */
  async enterSpace(key: string): Promise<Answered<EnteredTrainingSpace>> {
    const answer = await this.api.put(`/training/spaces/${key}/entry`, undefined, vEnteredTrainingSpace);
    if (answer.ok) await this.playFirst(key);
    return answer;
  }

  /** In that space, not this page's. Where it fails, the space asks whom one plays: the trainer is in all the same. */
  private async playFirst(key: string): Promise<void> {
    const api = this.api.inSpace(key);
    const cast = await api.get('/training/played', v.array(vCastMember));
    const first = cast.ok ? cast.value[0] : undefined;
    if (first) await api.put('/training/played', { accountId: first.id }, vSession);
  }
}
