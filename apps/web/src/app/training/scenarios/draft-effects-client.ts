import { Injectable, inject } from '@angular/core';
import type { DraftEffect, WaitingDraft } from '@repere/contract';
import { vDraftEffect, vWaitingDraft } from '@repere/contract/training/lessons/lessons';
import * as v from 'valibot';
import { Api, type Answered } from '../../platform/api';

/** What drafts that wait would change of the exercises, for who teaches. */
@Injectable({ providedIn: 'root' })
export class DraftEffectsClient {
  private readonly api = inject(Api);

  listDrafts(): Promise<Answered<readonly WaitingDraft[]>> {
    return this.api.get('/training/drafts', v.array(vWaitingDraft));
  }

  readEffect(id: string): Promise<Answered<DraftEffect>> {
    return this.api.get(`/training/drafts/${id}/lessons`, vDraftEffect);
  }
}
