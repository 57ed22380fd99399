import { Injectable, inject } from '@angular/core';
import type { Cover, PlanDuty, PlanSubstitution } from '@repere/contract';
import { vCover, vPlanned } from '@repere/contract/cases/cover/cover';
import { Api, type Answered, type Sending } from '../../platform/api';

/** Who stands in for whom, and who is on duty. */
@Injectable({ providedIn: 'root' })
export class CoverClient {
  private readonly api = inject(Api);

  show(): Promise<Answered<Cover>> {
    return this.api.get('/cover', vCover);
  }

  planSubstitution(plan: PlanSubstitution, sending: Sending): Promise<Answered<unknown>> {
    return this.api.post('/substitutions', plan, vPlanned, sending);
  }

  planDuty(plan: PlanDuty, sending: Sending): Promise<Answered<unknown>> {
    return this.api.post('/duties', plan, vPlanned, sending);
  }

  end(kind: 'substitutions' | 'duties', id: string, sending: Sending): Promise<Answered<void>> {
    return this.api.delete(`/${kind}/${encodeURIComponent(id)}`, sending);
  }
}
