import { Injectable, inject } from '@angular/core';
import type {
  EngineBundle,
  ProofOfVersion,
  ProtocolDiff,
  ProtocolExample,
  ProtocolSummary,
  ReadableProtocol,
  ReferenceLine,
  TraceLine,
  VersionRecords,
} from '@repere/cases';
import { Api, has, type Answered } from '../platform/api';

/** Published protocols, and what surrounds them, to be read. */
@Injectable({ providedIn: 'root' })
export class ProtocolsClient {
  private readonly api = inject(Api);

  list(): Promise<Answered<readonly ProtocolSummary[]>> {
    return this.api.get('/protocols', Array.isArray);
  }

  read(name: string, version: string): Promise<Answered<ReadableProtocol>> {
    return this.api.get(versionPath(name, version), (body) => has(body, 'document', 'shared', 'sources'));
  }

  versions(name: string): Promise<Answered<VersionRecords>> {
    return this.api.get(`/protocols/${encodeURIComponent(name)}/versions`, Array.isArray);
  }

  diff(name: string, from: string, to: string): Promise<Answered<ProtocolDiff>> {
    const asked = new URLSearchParams({ from, to }).toString();
    return this.api.get(`/protocols/${encodeURIComponent(name)}/diff?${asked}`, (body) => has(body, 'changes'));
  }

  proof(name: string, version: string): Promise<Answered<ProofOfVersion>> {
    return this.api.get(`${versionPath(name, version)}/proof`, (body) => has(body, 'exploredAt', 'report'));
  }

  examples(name: string, version: string): Promise<Answered<readonly ProtocolExample[]>> {
    return this.api.get(`${versionPath(name, version)}/examples`, Array.isArray);
  }

  /** What the engine needs to run these, as `name@version`. */
  bundle(versions: readonly string[]): Promise<Answered<EngineBundle>> {
    const asked = new URLSearchParams({ versions: versions.join(',') }).toString();
    return this.api.get(`/protocols/bundle?${asked}`, (body) => has(body, 'shared', 'documents'));
  }

  traceability(): Promise<Answered<readonly TraceLine[]>> {
    return this.api.get('/protocols/traceability', Array.isArray);
  }

  references(): Promise<Answered<readonly ReferenceLine[]>> {
    return this.api.get('/protocols/references', Array.isArray);
  }
}

/** Where the API keeps a version. */
export const versionPath = (name: string, version: string): string =>
  `/protocols/${encodeURIComponent(name)}/versions/${encodeURIComponent(version)}`;
