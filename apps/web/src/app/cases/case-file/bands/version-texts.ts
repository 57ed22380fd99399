import { Injectable, inject } from '@angular/core';
import type { ReadableProtocol } from '@repere/contract';
import type { Answered } from '../../../platform/api';
import { ProtocolsClient } from '../../../protocols/protocols-client';

/** Published versions as they are read, each fetched once: their text never changes. */
@Injectable({ providedIn: 'root' })
export class VersionTexts {
  private readonly client = inject(ProtocolsClient);
  private readonly asked = new Map<string, Promise<Answered<ReadableProtocol>>>();

  async readProtocol(protocol: string, version: string): Promise<Answered<ReadableProtocol>> {
    const key = `${protocol}@${version}`;
    const asked = this.asked.get(key) ?? this.client.readProtocol(protocol, version);
    this.asked.set(key, asked);
    const answer = await asked;
    // What could not be read may be there the next time.
    if (!answer.ok) this.asked.delete(key);
    return answer;
  }
}
