import { Injectable, inject } from '@angular/core';
import type { AlertItem, AlertPage } from '@repere/contract';
import { vAlertPage } from '@repere/contract/cases/alerts/alerts';
import { Api, type Answered, type Sending } from '../../platform/api';

/** What supervisors must know. */
@Injectable({ providedIn: 'root' })
export class AlertsClient {
  private readonly api = inject(Api);

  listAlerts(cursor?: string): Promise<Answered<AlertPage>> {
    return this.api.get('/alerts', vAlertPage, { cursor });
  }

  see({ caseFileId, id }: AlertItem, sending: Sending): Promise<Answered<void>> {
    const path =
      `/case-files/${encodeURIComponent(caseFileId)}/seen-alerts/${encodeURIComponent(id)}` as const;
    return this.api.put(path, undefined, null, sending);
  }
}
