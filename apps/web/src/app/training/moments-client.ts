import { Injectable, inject } from '@angular/core';
import type { EnteredTrainingSpace, KeptMoment, Moments, TrainingSpace } from '@repere/contract';
import { vMoments } from '@repere/contract/training/moments/moments';
import {
  vEnteredTrainingSpace,
  vKeptMoment,
  vTrainingSpace,
} from '@repere/contract/training/spaces/training-spaces';
import { Api, type Answered, type Sending } from '../platform/api';

/** Moments of a training space and the branches that begin with them: of the space that one is in, or, in the live space, of one's own. */
@Injectable({ providedIn: 'root' })
export class MomentsClient {
  private readonly api = inject(Api);

  /** Of the space that one is in. */
  listMoments(): Promise<Answered<Moments>> {
    return this.api.get('/training/moments', vMoments);
  }

  /** `key`: of a space of one's own; `null`: the one that one is in. */
  keepMoment(key: string | null, title: string, sending: Sending): Promise<Answered<KeptMoment>> {
    return key === null
      ? this.api.post('/training/moments', { title }, vKeptMoment)
      : this.api.post(`/training/spaces/${key}/moments`, { title }, vKeptMoment, sending);
  }

  drop(key: string | null, id: string): Promise<Answered<void>> {
    return key === null
      ? this.api.delete(`/training/moments/${id}`, null)
      : this.api.delete(`/training/spaces/${key}/moments/${id}`, null);
  }

  branch(key: string | null, id: string, title: string, sending: Sending): Promise<Answered<TrainingSpace>> {
    return key === null
      ? this.api.post(`/training/moments/${id}/branches`, { title }, vTrainingSpace)
      : this.api.post(`/training/spaces/${key}/moments/${id}/branches`, { title }, vTrainingSpace, sending);
  }

  /** Takes the trainer into a branch of the space that one is in; gives its address. */
  enterBranch(key: string): Promise<Answered<EnteredTrainingSpace>> {
    return this.api.put(`/training/branches/${key}/entry`, undefined, vEnteredTrainingSpace);
  }
}
