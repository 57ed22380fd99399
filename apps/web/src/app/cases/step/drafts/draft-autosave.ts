import { DestroyRef, Injectable, inject, signal } from '@angular/core';
import type { StepPage } from '@repere/contract';
import { SpaceTime } from '@repere/ui';
import type { SaveState } from '@repere/ui/feedback';
import { Session } from '../../../access/session';
import { Unsent } from '../../../access/sessions/unsent';
import { isSameTyped, readDraft, toDraft } from './draft-content';
import { UnsentDrafts } from './unsent-drafts';
import { mayBeOwnAct } from '../own-roles';
import { StepClient, type StepAddress } from '../step-client';
import { toStepInput, type Relevance } from '../step-input';
import { firstTyped, type TypedStep } from '../typed-step';

const PAUSE = 800;
const RETRY = 5_000;

/** The draft that another device or tab saved meanwhile. */
export interface OtherDraft {
  readonly typed: TypedStep;
  readonly savedAt: string;
  readonly revision: number;
}

/**
 * Brings what is typed to the server: when typing pauses, at once when asked to. One save at a time; until it has
 * arrived the text stays in memory, and the line says so. Two versions are shown, never merged silently. Provided by the page.
 */
@Injectable()
export class DraftAutosave {
  private readonly client = inject(StepClient);
  private readonly unsent = inject(UnsentDrafts);
  private readonly time = inject(SpaceTime);
  private readonly access = inject(Session);

  private at: StepAddress | null = null;
  private page: StepPage | null = null;
  private revision = 0;
  private wanted: TypedStep | null = null;
  private saved: TypedStep | null = null;
  private pause: ReturnType<typeof setTimeout> | undefined;
  private running: Promise<boolean> | null = null;

  private readonly said = signal<SaveState>({ kind: 'nothing' });
  private readonly other = signal<OtherDraft | null>(null);
  private readonly told = signal<Relevance>({});

  readonly state = this.said.asReadonly();
  readonly conflict = this.other.asReadonly();
  /** Which fields matter, as of the last save. */
  readonly relevance = this.told.asReadonly();

  constructor() {
    inject(Unsent).watch(() => this.flush());
    inject(DestroyRef).onDestroy(() => {
      void this.flush();
      this.stopSaving();
    });
  }

  /** What the form starts with: text that never arrived, else the server's draft, else nothing. */
  beginDraft(at: StepAddress, page: StepPage, newRowId: string): TypedStep {
    this.stopSaving();
    this.at = at;
    this.page = page;
    this.other.set(null);
    this.told.set({});
    const first = this.first(page, newRowId);
    const unsent = this.unsent.findDraft(at);
    this.saved = page.draft ? readDraft(page.draft.content, first) : first;
    this.revision = unsent?.revision ?? page.draft?.revision ?? 0;
    this.wanted = unsent?.typed ?? this.saved;
    this.said.set(page.draft ? { kind: 'draft-kept', at: page.draft.savedAt } : { kind: 'nothing' });
    if (unsent) {
      this.said.set({ kind: 'in-tab', at: unsent.at });
      void this.flush();
    }
    return this.wanted;
  }

  /** Takes note of a change; it is saved when typing pauses, or soon where fields may depend on it. */
  takeTyped(typed: TypedStep, isSoon = false): void {
    if (!this.at || !this.saved) return;
    this.wanted = typed;
    if (isSameTyped(typed, this.saved)) return;
    this.unsent.keepDraft(this.at, { typed, revision: this.revision, at: this.time.now() });
    clearTimeout(this.pause);
    this.pause = setTimeout(() => void this.flush(), isSoon ? 0 : PAUSE);
  }

  /** Saves now whatever isn't saved; whether all of it has arrived. */
  flush(): Promise<boolean> {
    clearTimeout(this.pause);
    this.running ??= this.saveDraft().finally(() => (this.running = null));
    return this.running;
  }

  hasUnsent(): boolean {
    return !!this.wanted && !!this.saved && !isSameTyped(this.wanted, this.saved);
  }

  /** What was chosen between two drafts is from now on the draft. */
  settleDraft(typed: TypedStep): void {
    const other = this.other();
    if (!other) return;
    this.revision = other.revision;
    this.saved = other.typed;
    this.other.set(null);
    this.said.set({ kind: 'draft-kept', at: other.savedAt });
    this.takeTyped(typed, true);
  }

  /** The step is done or its draft thrown away: nothing more is to be saved. */
  forget(): void {
    this.stopSaving();
    if (this.at) this.unsent.drop(this.at);
    this.saved = this.wanted;
    this.said.set({ kind: 'nothing' });
  }

  private async saveDraft(): Promise<boolean> {
    while (this.hasUnsent() && this.at && this.page && this.wanted && !this.other()) {
      const { at, page, wanted } = this;
      this.said.set({ kind: 'saving' });
      const input = toStepInput(page, wanted, this.told());
      const draft = { content: toDraft(wanted, input), protocolVersion: page.version };
      const answer = await this.client.saveDraft(at, draft, this.revision);
      if (at !== this.at) return true;
      if (!answer.ok) return this.cannotSave(at, answer.problem.status === 412);
      this.revision = answer.value.revision;
      this.saved = wanted;
      this.told.set(answer.value.relevant ?? {});
      this.said.set({ kind: 'draft-kept', at: answer.value.savedAt });
      if (!this.hasUnsent()) this.unsent.drop(at);
    }
    return !this.other();
  }

  private async cannotSave(at: StepAddress, isConflict: boolean): Promise<boolean> {
    if (isConflict && (await this.findOther(at))) return false;
    this.said.set({ kind: 'in-tab', at: this.time.now() });
    clearTimeout(this.pause);
    this.pause = setTimeout(() => void this.flush(), RETRY);
    return false;
  }

  private async findOther(at: StepAddress): Promise<boolean> {
    const answer = await this.client.page(at);
    if (!answer.ok || at !== this.at) return false;
    const { draft } = answer.value;
    const first = this.first(answer.value, this.wanted?.rowId ?? '');
    this.other.set({
      typed: draft ? readDraft(draft.content, first) : first,
      savedAt: draft?.savedAt ?? new Date(this.time.now()).toISOString(),
      revision: draft?.revision ?? 0,
    });
    this.said.set({ kind: 'to-review' });
    return true;
  }

  private first(page: StepPage, rowId: string): TypedStep {
    return firstTyped(page, rowId, mayBeOwnAct(page.asks.participants, this.access.account()?.roles));
  }

  private stopSaving(): void {
    clearTimeout(this.pause);
  }
}
