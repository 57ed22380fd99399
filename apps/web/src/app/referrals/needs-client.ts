import { Injectable, inject } from '@angular/core';
import type { UnmetNeeds } from '@repere/contract';
import { vUnmetNeeds } from '@repere/contract/referrals/needs/unmet-needs';
import { Api, type Answered } from '../platform/api';

/** Needs that nobody meets, of all cases that a supervisor sees. */
@Injectable({ providedIn: 'root' })
export class NeedsClient {
  private readonly api = inject(Api);

  unmet(): Promise<Answered<UnmetNeeds>> {
    return this.api.get('/unmet-needs', vUnmetNeeds);
  }
}
