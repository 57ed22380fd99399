import { Injectable, inject } from '@angular/core';
import type {
  EngineBundle,
  ProofOfVersion,
  ProtocolDiff,
  ProtocolExample,
  ProtocolSummary,
  ReadableProtocol,
  VersionRecord,
  TraceLine,
  ReferenceLine,
} from '@repere/contract';
import {
  vEngineBundle,
  vProofOfVersion,
  vProtocolExample,
  vVersionRecord,
} from '@repere/contract/protocols/versions/versions';
import { vProtocolDiff } from '@repere/contract/protocols/versions/protocol-diff';
import { vProtocolSummary, vReadableProtocol } from '@repere/contract/protocols/protocol';
import { vReferenceLine, vTraceLine } from '@repere/contract/protocols/traceability/traceability';
import * as v from 'valibot';
import { Api, type Answered } from '../platform/api';

/** Published protocols, and what surrounds them, to be read. */
@Injectable({ providedIn: 'root' })
export class ProtocolsClient {
  private readonly api = inject(Api);

  listProtocols(): Promise<Answered<readonly ProtocolSummary[]>> {
    return this.api.get('/protocols', v.array(vProtocolSummary));
  }

  readProtocol(name: string, version: string): Promise<Answered<ReadableProtocol>> {
    return this.api.get(versionPath(name, version), vReadableProtocol);
  }

  versions(name: string): Promise<Answered<readonly VersionRecord[]>> {
    return this.api.get(`/protocols/${encodeURIComponent(name)}/versions`, v.array(vVersionRecord));
  }

  diff(name: string, from: string, to: string): Promise<Answered<ProtocolDiff>> {
    return this.api.get(`/protocols/${encodeURIComponent(name)}/diff`, vProtocolDiff, { from, to });
  }

  proof(name: string, version: string): Promise<Answered<ProofOfVersion>> {
    return this.api.get(`${versionPath(name, version)}/proof`, vProofOfVersion);
  }

  examples(name: string, version: string): Promise<Answered<readonly ProtocolExample[]>> {
    return this.api.get(`${versionPath(name, version)}/examples`, v.array(vProtocolExample));
  }

  /** What the engine needs to run these, as `name@version`. */
  bundle(versions: readonly string[]): Promise<Answered<EngineBundle>> {
    return this.api.get('/protocols/bundle', vEngineBundle, { versions });
  }

  traceability(): Promise<Answered<readonly TraceLine[]>> {
    return this.api.get('/protocols/traceability', v.array(vTraceLine));
  }

  references(): Promise<Answered<readonly ReferenceLine[]>> {
    return this.api.get('/protocols/references', v.array(vReferenceLine));
  }
}

/** Where the API keeps a version. */
export const versionPath = (name: string, version: string) =>
  `/protocols/${encodeURIComponent(name)}/versions/${encodeURIComponent(version)}` as const;
