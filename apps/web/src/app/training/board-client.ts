import { Injectable, inject } from '@angular/core';
import type { EnteredTrainingSpace, GroupStanding } from '@repere/contract';
import { vGroupStanding } from '@repere/contract/training/board/group-standing';
import { vEnteredTrainingSpace } from '@repere/contract/training/spaces/training-spaces';
import * as v from 'valibot';
import { Api, type Answered } from '../platform/api';

/** Several classes at once, for whoever leads them, from within one of them. */
@Injectable({ providedIn: 'root' })
export class BoardClient {
  private readonly api = inject(Api);

  groups(): Promise<Answered<readonly GroupStanding[]>> {
    return this.api.get('/training/board', v.array(vGroupStanding));
  }

  /** Takes the trainer into another of their spaces; gives its address. */
  enterGroup(key: string): Promise<Answered<EnteredTrainingSpace>> {
    return this.api.put(`/training/board/${key}/entry`, undefined, vEnteredTrainingSpace);
  }
}
