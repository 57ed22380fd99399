import type { ProtocolDocument, SharedDocument, Source, Verdict } from '@repere/protocol-engine';
import type { Words } from './problem';

/** One published version of a protocol. */
export interface ProtocolSummary {
  readonly protocol: string;
  readonly version: string;
  readonly code: string;
  readonly title: Words;
  readonly purpose: Words;
  /** SHA-256 of its content, hex. */
  readonly hash: string;
  readonly steps: number;
  readonly publishedAt: string;
  /** Runs that open now are pinned to it. */
  readonly inForce: boolean;
  /** The worst that exploring found of it; `null` while it has not been explored. */
  readonly proof?: Verdict | null;
}

/** A version with all its texts, and what it cites. */
export interface ReadableProtocol extends ProtocolSummary {
  readonly document: ProtocolDocument;
  readonly shared: Pick<SharedDocument, 'facts' | 'reasons' | 'evidence' | 'moments'>;
  /** By code: what `basis` cites. */
  readonly sources: Readonly<Record<string, Omit<Source, 'code'>>>;
}
