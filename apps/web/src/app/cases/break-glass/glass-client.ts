import { Injectable, inject } from '@angular/core';
import type { BreakGlass, BreakGlassReviews, BrokenGlass, ReviewBreakGlass } from '@repere/contract';
import { vBreakGlassReviews, vBrokenGlass } from '@repere/contract/cases/break-glass/break-glass';
import { Api, type Answered, type Sending } from '../../platform/api';

/** Opening a case in an emergency, and looking at who did. */
@Injectable({ providedIn: 'root' })
export class GlassClient {
  private readonly api = inject(Api);

  breakGlass(asked: BreakGlass, sending: Sending): Promise<Answered<BrokenGlass>> {
    return this.api.post('/break-glass', asked, vBrokenGlass, sending);
  }

  reviews(cursor?: string): Promise<Answered<BreakGlassReviews>> {
    return this.api.get('/break-glass/reviews', vBreakGlassReviews, { cursor });
  }

  endEmergency(id: string, sending: Sending): Promise<Answered<void>> {
    return this.api.post(`/break-glass/${encodeURIComponent(id)}/end`, undefined, null, sending);
  }

  review(id: string, review: ReviewBreakGlass, sending: Sending): Promise<Answered<void>> {
    return this.api.post(`/break-glass/${encodeURIComponent(id)}/review`, review, null, sending);
  }
}
