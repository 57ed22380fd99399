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
  /** Runs opened from then on are pinned to it. */
  readonly inForceFrom: string;
  /** In force now. */
  readonly inForce: boolean;
  /** For practitioners: what changes for them. */
  readonly changeNotes: Words | null;
  /** Départements with a local overlay on this version. */
  readonly overlays: readonly { readonly territory: string; readonly hash: string }[];
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

/** `GET /protocols/traceability`. One line a report item. */
export interface TraceLine {
  /** `S13`. */
  readonly item: string;
  /** What the report asks, in our words. */
  readonly asks: Words;
  /** Report lines, `287-292, 686-690`. */
  readonly lines: string;
  readonly answers: readonly TraceAnswer[];
  /** Nothing answers it yet, or only in part: said plainly. */
  readonly notYet: Words | null;
}

export interface TraceAnswer {
  readonly kind: 'protocol' | 'step' | 'safeguard' | 'page' | 'statistic' | 'engine-rule';
  readonly title: Words;
  /** Of protocol, step and safeguard. */
  readonly protocol?: string;
  readonly version?: string;
  readonly id?: string;
  /** Path of a page in the web app. */
  readonly path?: string;
}

/** `GET /protocols/references`. A legal or practice fact, with what cites it. */
export interface ReferenceLine {
  readonly code: string;
  readonly title: Words;
  readonly confidence: 'A' | 'B' | 'C' | 'U' | null;
  /** ISO date or words: since when it is in force, as read. */
  readonly inForce: string | null;
  /** Where it was read. */
  readonly source: string | null;
  /** Dated other names: `CPP 706-50` is `L1451-1` from 2029-01-01 (F24). */
  readonly aliases: readonly {
    readonly reference: string;
    readonly from: string | null;
    readonly until: string | null;
  }[];
  readonly citedBy: readonly {
    readonly protocol: string;
    readonly version: string;
    readonly id: string;
    readonly title: Words;
  }[];
}
