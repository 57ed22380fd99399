import { Injectable } from '@angular/core';
import type { StepAddress } from '../step-client';
import type { TypedStep } from '../typed-step';

/** What was typed and has not reached the server yet. */
export interface UnsentDraft {
  readonly typed: TypedStep;
  /** The last revision of the server's draft that was seen. */
  readonly revision: number;
  /** Epoch milliseconds. */
  readonly at: number;
}

/** Drafts on their way, in this tab's memory and nowhere else: browser storage never holds what is said of a child. */
@Injectable({ providedIn: 'root' })
export class UnsentDrafts {
  private readonly unsent = new Map<string, UnsentDraft>();

  keepDraft(at: StepAddress, draft: UnsentDraft): void {
    this.unsent.set(keyOf(at), draft);
  }

  findDraft(at: StepAddress): UnsentDraft | undefined {
    return this.unsent.get(keyOf(at));
  }

  drop(at: StepAddress): void {
    this.unsent.delete(keyOf(at));
  }
}

const keyOf = ({ caseFileId, runId, step }: StepAddress) => `${caseFileId}/${runId}/${step}`;
