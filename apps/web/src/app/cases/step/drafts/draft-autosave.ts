import { Injectable, inject, signal } from '@angular/core';
import type { StepPage } from '@repere/contract';
import { Session } from '../../../access/session';
import type { Answered } from '../../../platform/api';
import { Autosave, type KeptDraft } from '../../../platform/drafts/autosave';
import { UnsentDrafts } from '../../../platform/drafts/unsent-drafts';
import { mayBeOwnAct } from '../own-roles';
import { StepClient, type StepAddress } from '../step-client';
import { toStepInput, type Relevance } from '../step-input';
import { firstTyped, type TypedStep } from '../typed-step';
import { readDraft, toDraft } from './draft-content';

@Injectable({ providedIn: 'root' })
export class UnsentSteps extends UnsentDrafts<TypedStep> {}

interface OpenStep {
  readonly address: StepAddress;
  readonly page: StepPage;
  /** The form as it is first seen. */
  readonly first: TypedStep;
}

/** The draft of a step; a save answers which fields matter, as far as it is typed. Provided by the page. */
@Injectable()
export class DraftAutosave extends Autosave<OpenStep, TypedStep> {
  private readonly client = inject(StepClient);
  private readonly access = inject(Session);
  protected readonly unsent = inject(UnsentSteps);

  private readonly told = signal<Relevance>({});
  /** Which fields matter, as of the last save. */
  readonly relevance = this.told.asReadonly();

  /** What the form starts with: text that never arrived, else the server's draft, else nothing. */
  beginStep(address: StepAddress, page: StepPage, newRowId: string): TypedStep {
    this.told.set({});
    const mayBeOwn = mayBeOwnAct(page.asks.participants, this.access.account()?.roles);
    const first = firstTyped(page, newRowId, mayBeOwn);
    return this.beginDraft({ address, page, first }, keptOf(page, first), first);
  }

  protected keyOf({ address: { caseFileId, runId, step } }: OpenStep): string {
    return `${caseFileId}/${runId}/${step}`;
  }

  protected async saveDraft(at: OpenStep, typed: TypedStep, revision: number) {
    const content = toDraft(typed, toStepInput(at.page, typed, this.told()));
    const draft = { content, protocolVersion: at.page.version };
    const answer = await this.client.saveDraft(at.address, draft, revision);
    if (answer.ok && at === this.at) this.told.set(answer.value.relevant ?? {});
    return answer;
  }

  protected async findDraft({ address, first }: OpenStep): Promise<Answered<KeptDraft<TypedStep> | null>> {
    const answer = await this.client.page(address);
    return answer.ok ? { ...answer, value: keptOf(answer.value, first) } : answer;
  }
}

const keptOf = ({ draft }: StepPage, first: TypedStep): KeptDraft<TypedStep> | null =>
  draft && {
    ...{ savedAt: draft.savedAt, revision: draft.revision },
    typed: readDraft(draft.content, first),
  };
