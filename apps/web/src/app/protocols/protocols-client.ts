import { Injectable, inject } from '@angular/core';
import type { ProtocolSummary, ReadableProtocol } from '@repere/cases';
import { Api, has, type Answered } from '../shell/api';

/** Published protocols, to be read. */
@Injectable({ providedIn: 'root' })
export class ProtocolsClient {
  private readonly api = inject(Api);

  list(): Promise<Answered<readonly ProtocolSummary[]>> {
    return this.api.get('/protocols', Array.isArray);
  }

  read(name: string, version: string): Promise<Answered<ReadableProtocol>> {
    const path = `/protocols/${encodeURIComponent(name)}/versions/${encodeURIComponent(version)}`;
    return this.api.get(path, (body) => has(body, 'document', 'shared', 'sources'));
  }
}
