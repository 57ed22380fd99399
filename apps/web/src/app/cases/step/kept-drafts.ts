import { Injectable } from '@angular/core';
import type { StepAddress } from './step-client';
import type { TypedStep } from './typed-step';

/** What was typed and has not reached the server yet. */
export interface KeptDraft {
  readonly typed: TypedStep;
  /** The last revision of the server's draft that was seen. */
  readonly revision: number;
  /** Epoch milliseconds. */
  readonly at: number;
}

/** Drafts on their way, in this tab's memory and nowhere else: browser storage never holds what is said of a child. */
@Injectable({ providedIn: 'root' })
export class KeptDrafts {
  private readonly kept = new Map<string, KeptDraft>();

  keep(at: StepAddress, draft: KeptDraft): void {
    this.kept.set(keyOf(at), draft);
  }

  find(at: StepAddress): KeptDraft | undefined {
    return this.kept.get(keyOf(at));
  }

  drop(at: StepAddress): void {
    this.kept.delete(keyOf(at));
  }
}

const keyOf = ({ caseFileId, runId, step }: StepAddress) => `${caseFileId}/${runId}/${step}`;
