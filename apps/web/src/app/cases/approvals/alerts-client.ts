import { Injectable, inject } from '@angular/core';
import type { AlertItem, Page } from '@repere/contract';
import { vAlertPage } from '@repere/contract/cases/alerts/alerts';
import { Api, type Answered, type Sending } from '../../platform/api';

/** What supervisors must know. */
@Injectable({ providedIn: 'root' })
export class AlertsClient {
  private readonly api = inject(Api);

  list(cursor?: string): Promise<Answered<Page<AlertItem>>> {
    return this.api.get(cursor ? `/alerts?${new URLSearchParams({ cursor })}` : '/alerts', vAlertPage);
  }

  see({ caseFileId, id }: AlertItem, sending: Sending): Promise<Answered<void>> {
    const path = [caseFileId, 'seen-alerts', id].map(encodeURIComponent).join('/');
    return this.api.put(`/case-files/${path}`, undefined, null, sending);
  }
}
