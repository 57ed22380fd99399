import type { Confidence } from '../load/load-sources';
import type { Text } from '@repere/feel';

/** What answers an item of the report. */
export interface TraceAnswer {
  readonly kind: 'protocol' | 'step' | 'safeguard' | 'fact' | 'page' | 'statistic' | 'engine-rule';
  readonly title: Text;
  /** Of protocol, step, safeguard and a protocol's own fact. */
  readonly protocol?: string;
  readonly version?: string;
  readonly id?: string;
  /** Of a page: its path in the app. */
  readonly path?: string;
}

/** One item of the report, with what answers it. */
export interface TraceLine {
  /** `S13`. */
  readonly item: string;
  /** What the report asks, in our words. */
  readonly asks: Text;
  /** Lines of the report: `287-292, 686-690`. */
  readonly lines: string;
  readonly answers: readonly TraceAnswer[];
  /** What nothing answers yet. `null`: all of it is answered. */
  readonly notYet: Text | null;
}

/** A fact of law or practice, with what cites it. */
export interface ReferenceLine {
  readonly code: string;
  readonly title: Text;
  readonly confidence: Confidence | null;
  /** In force, or decided, on this day; ISO date. */
  readonly inForce: string | null;
  /** Where it was read. */
  readonly source: string | null;
  /** Renumbered texts: dated other names (F24). */
  readonly aliases: readonly { readonly was: string; readonly is: string; readonly from: string }[];
  readonly citedBy: readonly TraceAnswer[];
}
