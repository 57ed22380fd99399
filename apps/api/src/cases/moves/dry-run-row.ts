import type { ProtocolDocument } from '@repere/protocol';
import type { RunTrial, StepChange } from '@repere/case-engine';

/** The job that works on a dry run. */
export const DRY_RUN = 'protocol.dry-run';

/** By step: how many runs. */
type Tally = Readonly<Record<string, number>>;

/** Counts as they are kept; words come from the protocol. */
export interface Tallies {
  readonly changed: number;
  readonly unchanged: number;
  readonly gains: Tally;
  readonly loses: Tally;
  /** By `step origin`. */
  readonly passed: Tally;
  readonly toConfirm: Tally;
}

export interface DryRunRow {
  readonly id: string;
  readonly protocol: string;
  readonly toVersion: string;
  readonly draftId: string | null;
  /** What is tried. */
  readonly document: ProtocolDocument;
  readonly hash: string;
  readonly askedAt: Date;
  readonly finishedAt: Date | null;
  readonly total: number;
  readonly done: number;
  readonly lastRunId: string | null;
  readonly counts: Tallies;
}

/** A trial with hardly a word: codes and times, nothing that names a child. */
export interface KeptTrial {
  readonly from: string;
  readonly to: string;
  readonly gains: readonly KeptChange[];
  readonly loses: readonly KeptChange[];
  readonly differs: readonly KeptChange[];
  /** With its words: it may be the step's deadline or its approval's. */
  readonly passed: RunTrial['passed'];
  readonly toConfirm: readonly string[];
  readonly leftBehind: readonly string[];
  readonly outcome: RunTrial['outcome'];
}
type KeptChange = Omit<StepChange, 'title'>;

export const NO_TALLIES: Tallies = {
  changed: 0,
  unchanged: 0,
  gains: {},
  loses: {},
  passed: {},
  toConfirm: {},
};
