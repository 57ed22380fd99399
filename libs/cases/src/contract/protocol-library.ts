import type { ExploreReport, ProtocolDocument, SharedDocument, VersionDiff } from '@repere/protocol-engine';
import type { Words } from './problem';

/** What surrounds a published version: who let it through, since when it holds, what proves it. */
export interface VersionRecord {
  readonly protocol: string;
  readonly version: string;
  readonly hash: string;
  readonly publishedAt: string;
  /** Name of who published it; `null`: came with the product. */
  readonly publishedBy: string | null;
  /** The second person. */
  readonly approvedBy: string | null;
  /** What was proven of the version before it and is not of this one, and who accepted that, why; `null`: nothing. */
  readonly loss: { readonly titles: readonly Words[]; readonly by: string; readonly reason: string } | null;
  /** Runs opened from then on are pinned to it. */
  readonly inForceFrom: string;
  /** In force now. */
  readonly inForce: boolean;
  /** For practitioners: what changes for them. */
  readonly changeNotes: Words | null;
  /** Départements with a local overlay on this version. */
  readonly overlays: readonly {
    readonly territory: string;
    /** What it makes of this version: `1.1.0+93`. */
    readonly version: string;
    readonly hash: string;
  }[];
}

/** `GET /protocols/{name}/versions`. Newest first. */
export type VersionRecords = readonly VersionRecord[];

/** `GET /protocols/{name}/versions/{version}/proof`. What exploring found; of the versions explored together. */
export interface ProofOfVersion {
  /** When it was explored; `null` while it has not been. */
  readonly exploredAt: string | null;
  readonly report: ExploreReport | null;
}

/** `GET /protocols/{name}/versions/{version}/examples`. Worked histories, to be played with the engine in the browser. */
export interface ProtocolExample {
  /** File name without `.yaml`. */
  readonly id: string;
  readonly story: Words;
  /** The file's text. */
  readonly yaml: string;
}

/** `GET /protocols/bundle?versions=a@1.0.0,b@1.0.0`. What the engine needs to play an example in the browser. */
export interface EngineBundle {
  readonly shared: SharedDocument;
  readonly documents: readonly ProtocolDocument[];
}

/** `GET /protocols/{name}/diff?from=1.0.0&to=1.1.0`. */
export type ProtocolDiff = VersionDiff;

/** `GET /protocols/traceability`: what answers each item of the report. `GET /protocols/references`: what stands on each fact of law. */
export type { ReferenceLine, TraceAnswer, TraceLine } from '@repere/protocol-engine';
