import type {
  DeadlineOrigin,
  ExploreReport,
  FactValues,
  Problem as CheckProblem,
  RunTrial,
  StepState,
  VersionDiff,
} from '@repere/protocol-engine';
import type { FieldView } from './case-file';
import type { ProblemReason, Words } from './problem';

/** Files of one version by path inside its folder: `protocol.yaml`, `en.yaml`, `SOURCE.md`, `examples/01-….yaml`. UTF-8. */
export type ProtocolFiles = Readonly<Record<string, string>>;

export type DraftState = 'drafting' | 'in-review' | 'approved' | 'published' | 'abandoned';

/** One line of `GET /protocol-drafts`, newest change first. */
export interface DraftSummary {
  readonly id: string;
  readonly protocol: string;
  /** Version that it was started from; `null`: a new protocol. */
  readonly from: string | null;
  /** Version that its `protocol.yaml` names; `null` while it can't be read. */
  readonly version: string | null;
  readonly title: Words | null;
  readonly state: DraftState;
  readonly author: { readonly id: string; readonly name: string };
  readonly changedAt: string;
  /** Goes up with every save; `If-Match` of a save. */
  readonly revision: number;
}

/** `GET /protocol-drafts/{id}`. */
export interface ProtocolDraft extends DraftSummary {
  readonly files: ProtocolFiles;
  readonly changeNotes: Words | null;
  readonly inForceFrom: string | null;
  /** Errors and warnings of the checker for this revision. */
  readonly problems: readonly CheckProblem[];
  /** Against the version that it was started from; `null` while it can't be read. */
  readonly diff: VersionDiff | null;
  readonly exploration: Exploration | null;
  readonly comments: readonly DraftComment[];
  /** What keeps it from being published, in words; empty when nothing does. */
  readonly blockedBy: readonly ProblemReason[];
  /** What this reader may do now. */
  readonly may: readonly (
    'save' | 'submit' | 'comment' | 'approve' | 'accept-loss' | 'send-back' | 'publish' | 'abandon'
  )[];
}

/** An exploration in the background: `POST /protocol-drafts/{id}/explorations`, then `GET` of the draft. */
export interface Exploration {
  /** Of which revision. An older one does not count for publishing. */
  readonly revision: number;
  /** `stopped`: it went beyond its limits, or killed what worked on it; a person starts it again. */
  readonly state: 'waiting' | 'running' | 'done' | 'failed' | 'stopped';
  /** 0 to 1. */
  readonly progress: number;
  readonly finishedAt: string | null;
  readonly report: ExploreReport | null;
}

export interface DraftComment {
  readonly id: string;
  readonly by: { readonly id: string; readonly name: string };
  readonly at: string;
  readonly revision: number;
  /** Where: a file and line, or a step; absent: the whole. */
  readonly place?: { readonly file?: string; readonly line?: number; readonly step?: string };
  readonly text: string;
  readonly settledAt: string | null;
}

/** `POST /protocol-dry-runs`. */
export interface DryRunRequest {
  readonly protocol: string;
  /** A published version, or a draft. */
  readonly to: { readonly version: string } | { readonly draftId: string };
}

/**
 * `GET /protocol-dry-runs/{id}`. Counts over all open cases of the service, rounded up to fives: whoever writes a version asks
 * them what they like, and must not learn of one child. Cases only those that the reader may see.
 */
export interface DryRun {
  readonly id: string;
  readonly protocol: string;
  readonly to: string;
  /** The draft that was tried; `null`: a published version. */
  readonly draftId: string | null;
  readonly state: 'waiting' | 'running' | 'done' | 'failed' | 'cancelled' | 'stopped';
  readonly askedAt: string;
  readonly finishedAt: string | null;
  readonly total: number;
  readonly done: number;
  readonly counts: DryRunCounts;
}

export interface DryRunCounts {
  /** Runs that another version would change at all. */
  readonly changed: number;
  readonly unchanged: number;
  readonly gains: readonly { readonly step: string; readonly title: Words; readonly runs: number }[];
  readonly loses: readonly { readonly step: string; readonly title: Words; readonly runs: number }[];
  readonly passed: readonly {
    readonly step: string;
    readonly title: Words;
    readonly origin: string;
    readonly runs: number;
  }[];
  readonly toConfirm: readonly { readonly step: string; readonly title: Words; readonly runs: number }[];
}

/** `GET /protocol-dry-runs/{id}/cases?after=…`: a page of the runs that would change, of cases that the reader may see. */
export interface DryRunCases {
  readonly items: readonly {
    readonly caseFileId: string;
    readonly reference: string;
    readonly trial: RunTrial;
    readonly movedAt: string | null;
  }[];
  readonly next: string | null;
}

/** `POST /case-files/{id}/runs/{runId}/move`. */
export interface MoveRunRequest {
  readonly version: string;
  readonly reason: string;
}

/** `POST /case-files/{id}/what-if`: answers that are tried and never kept. Facts of the case, and of the run when it is named. */
export interface WhatIfRequest {
  readonly runId?: string;
  readonly values: FactValues;
}

/**
 * `GET /case-files/{id}/what-if/facts`: a fact with codes for answers, as a form shows it, with what is known now. Facts that
 * the reader may not see aren't there.
 */
export interface TriableFact {
  readonly field: FieldView;
  /** Whose it is; `null`: the case's. */
  readonly run: { readonly runId: string; readonly title: Words } | null;
  /** May be recorded outside a step. One that a step decides may only be tried. */
  readonly mayBeTold: boolean;
}

/** What would be otherwise. Nothing is written but the look itself. */
export interface WhatIf {
  readonly opens: readonly { readonly protocol: string; readonly title: Words }[];
  readonly steps: readonly {
    readonly runId: string;
    readonly step: string;
    readonly title: Words;
    readonly protocolTitle: Words;
    /** `null`: the protocol isn't engaged yet. */
    readonly before: StepState | null;
    readonly after: StepState | null;
  }[];
  /** Deadlines that would come up, or fall on another day. `dueAt` null: its start has no date yet. */
  readonly deadlines: readonly {
    readonly runId: string;
    readonly step: string;
    readonly title: Words;
    readonly dueAt: string | null;
    /** Due without delay: `dueAt` is when that would begin. */
    readonly atOnce?: boolean;
    readonly origin: DeadlineOrigin;
  }[];
  /** Protocols that would protect less; what that would open is not told: it would coach. */
  readonly lessProtective: readonly Words[];
  /** Why it can't be tried. */
  readonly refused: readonly ProblemReason[];
}
