import { Injectable, inject } from '@angular/core';
import type {
  ActDone,
  Amend,
  DraftSaved,
  SaveDraft,
  StepCheck,
  StepInput,
  StepPage,
  StepPlace,
} from '@repere/contract';
import { vActDone } from '@repere/contract/cases/page/case-file';
import { vDraftSaved } from '@repere/contract/cases/drafts/draft';
import { vStepCheck, vStepPage } from '@repere/contract/cases/steps/steps';
import { Api, type Answered, type Sending } from '../../platform/api';

/** Which step of which case. */
export interface StepAddress extends StepPlace {
  readonly caseFileId: string;
}

/** Both are needed: the case as it was seen, and an id that makes sending twice one act. */
export type SendingOnce = Required<Sending>;

/** One step: reading it, drafts, and every act on it. */
@Injectable({ providedIn: 'root' })
export class StepClient {
  private readonly api = inject(Api);

  page(at: StepAddress, entries: 'newest' | 'all' = 'newest'): Promise<Answered<StepPage>> {
    return this.api.get(pathOf(at), vStepPage, entries === 'all' ? { entries } : {});
  }

  check(at: StepAddress, input: StepInput): Promise<Answered<StepCheck>> {
    return this.api.post(path(at, 'check'), input, vStepCheck);
  }

  complete(at: StepAddress, input: StepInput, sendingOnce: SendingOnce): Promise<Answered<ActDone>> {
    return this.api.post(path(at, 'complete'), input, vActDone, sendingOnce);
  }

  approveEntry(at: StepAddress, entryId: string, sendingOnce: SendingOnce): Promise<Answered<ActDone>> {
    return this.api.post(path(at, 'approve'), { entryId }, vActDone, sendingOnce);
  }

  sendBack(
    at: StepAddress,
    entryId: string,
    reason: string,
    sendingOnce: SendingOnce,
  ): Promise<Answered<ActDone>> {
    return this.api.post(path(at, 'return'), { entryId, reason }, vActDone, sendingOnce);
  }

  waive(at: StepAddress, reason: string, note: string, sendingOnce: SendingOnce): Promise<Answered<ActDone>> {
    return this.api.post(path(at, 'waive'), { reason, ...(note && { note }) }, vActDone, sendingOnce);
  }

  amend(at: StepAddress, amendment: Amend, sendingOnce: SendingOnce): Promise<Answered<ActDone>> {
    return this.api.post(path(at, 'amend'), amendment, vActDone, sendingOnce);
  }

  /** `revision`: the last one seen; 0 for the first. */
  saveDraft(at: StepAddress, draft: SaveDraft, revision: number): Promise<Answered<DraftSaved>> {
    return this.api.put(path(at, 'draft'), draft, vDraftSaved, {
      ifMatch: revision,
    });
  }

  dropDraft(at: StepAddress): Promise<Answered<void>> {
    return this.api.delete(path(at, 'draft'), null);
  }
}

const pathOf = ({ caseFileId, runId, step }: StepAddress) =>
  `/case-files/${encodeURIComponent(caseFileId)}/runs/${encodeURIComponent(runId)}/steps/${encodeURIComponent(step)}` as const;

const path = <const Act extends string>(at: StepAddress, act: Act) => `${pathOf(at)}/${act}` as const;
