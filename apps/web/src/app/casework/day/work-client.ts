import { Injectable, inject } from '@angular/core';
import type { WorkChildren, Worklist } from '@repere/contract';
import { vWorkChildren } from '@repere/contract/cases/worklist/children/work-children';
import { vWorklist } from '@repere/contract/cases/worklist/worklist';
import { Api, type Answered } from '../../platform/api';
import type { DayFilters } from './day-filters';

/** The list of work: by child, and of one child act by act. */
@Injectable({ providedIn: 'root' })
export class WorkClient {
  private readonly api = inject(Api);

  children(filters: DayFilters, cursor?: string): Promise<Answered<WorkChildren>> {
    return this.api.get('/worklist/children', vWorkChildren, { ...filters, cursor });
  }

  /** What is to do for one child, under the same filters. */
  ofChild(caseFile: string, { scope, show, protocol }: DayFilters): Promise<Answered<Worklist>> {
    return this.api.get('/worklist', vWorklist, { scope, show, protocol, caseFile });
  }
}
