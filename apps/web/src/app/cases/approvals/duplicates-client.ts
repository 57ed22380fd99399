import { Injectable, inject } from '@angular/core';
import type { DuplicateOutcome } from '@repere/cases';
import type { DuplicateTaskPage } from '@repere/contract';
import { vDuplicateTaskPage } from '@repere/contract/cases/duplicates/duplicate-tasks';
import { Api, type Answered } from '../../platform/api';

/** Cases of several teams that may be about one child. */
@Injectable({ providedIn: 'root' })
export class DuplicatesClient {
  private readonly api = inject(Api);

  listTasks(cursor?: string): Promise<Answered<DuplicateTaskPage>> {
    return this.api.get('/duplicate-tasks', vDuplicateTaskPage, { cursor });
  }

  closeTask(id: string, outcome: DuplicateOutcome, note: string): Promise<Answered<void>> {
    return this.api.post(`/duplicate-tasks/${encodeURIComponent(id)}/close`, { outcome, note }, null);
  }
}
