import { Injectable, inject } from '@angular/core';
import type { Cover, HandOverSent, NightHandOver, PlanDuty, PlanSubstitution } from '@repere/contract';
import { vCover, vPlanned } from '@repere/contract/cases/cover/cover';
import { vHandOverSent, vNightHandOver } from '@repere/contract/cases/hand-over/hand-over';
import { Api, type Answered, type Sending } from '../../platform/api';

/** Who stands in for whom, and who is on duty. */
@Injectable({ providedIn: 'root' })
export class CoverClient {
  private readonly api = inject(Api);

  readCover(): Promise<Answered<Cover>> {
    return this.api.get('/cover', vCover);
  }

  /** What the night needs to know. Without a scope the reader's own cases, or their team's for who leads none. */
  handOver(scope?: NightHandOver['scope']): Promise<Answered<NightHandOver>> {
    return this.api.get('/hand-over', vNightHandOver, { scope });
  }

  /** Tells those on duty that the hand-over waits for them. */
  sendHandOver(scope: NightHandOver['scope'], sending: Sending): Promise<Answered<HandOverSent>> {
    return this.api.post('/hand-over/sent', { scope }, vHandOverSent, sending);
  }

  planSubstitution(plan: PlanSubstitution, sending: Sending): Promise<Answered<unknown>> {
    return this.api.post('/substitutions', plan, vPlanned, sending);
  }

  planDuty(plan: PlanDuty, sending: Sending): Promise<Answered<unknown>> {
    return this.api.post('/duties', plan, vPlanned, sending);
  }

  endCover(kind: 'substitutions' | 'duties', id: string, sending: Sending): Promise<Answered<void>> {
    return this.api.delete(`/${kind}/${encodeURIComponent(id)}`, null, sending);
  }
}
