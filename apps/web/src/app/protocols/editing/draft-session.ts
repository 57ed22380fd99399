import { DestroyRef, Injectable, computed, inject, signal } from '@angular/core';
import type { DraftComment, Problem, ProtocolDraft } from '@repere/contract';
import { SpaceTime } from '@repere/ui';
import type { SaveState } from '@repere/ui/feedback';
import { Unsent } from '../../platform/drafts/unsent';
import type { Answered } from '../../platform/api';
import { SendingKey } from '../../platform/sending-key';
import { NO_TEXT, changedFiles, contentOf, isSameText, textOf, type DraftText } from './draft-text';
import { DraftsClient, type DraftAct, type WholeAct } from './drafts-client';
import { UnsavedTexts } from './unsaved-texts';

const POLL_EVERY_MS = 2_000;

/** Somebody else's save that came between. */
export interface OtherSave {
  readonly draft: ProtocolDraft;
  readonly by: string;
  readonly at: string;
}

/** Acts that hold for exactly the revision that was read. */
const ABOUT_A_REVISION: Readonly<Record<DraftAct, boolean>> = {
  ...{ submit: true, approve: true, 'accept-loss': true, 'send-back': true, publish: true },
  ...{ explorations: false, abandon: false },
};

/**
 * The draft that a page is about: as the server has it, and as it is being written. Saving is asked for; until then the
 * text is kept on this device. Provided by the frame.
 */
@Injectable()
export class DraftSession {
  private readonly client = inject(DraftsClient);
  private readonly kept = inject(UnsavedTexts);
  private readonly time = inject(SpaceTime);
  private readonly sendingKey = new SendingKey();
  private readonly loaded = signal<ProtocolDraft | null>(null);
  private readonly typed = signal<DraftText>(NO_TEXT);
  private readonly said = signal<SaveState>({ kind: 'nothing' });
  private readonly keptFrom = signal<number | null>(null);
  private readonly other = signal<OtherSave | null>(null);
  private again: ReturnType<typeof setTimeout> | undefined;
  private running: Promise<boolean> | null = null;

  readonly draft = this.loaded.asReadonly();
  readonly text = this.typed.asReadonly();
  readonly saveState = this.said.asReadonly();
  /** Why the draft could not be read. */
  readonly problem = signal<Problem | null>(null);
  /** Why the last save was refused. */
  readonly refused = signal<Problem | null>(null);
  /** Why the last act, or word beside it, was refused. */
  readonly actRefused = signal<Problem | null>(null);
  readonly conflict = this.other.asReadonly();
  /** When the text that was found on this device was typed. */
  readonly foundOnDevice = this.keptFrom.asReadonly();
  readonly mayWrite = computed(() => this.may('save'));
  readonly isChanged = computed(() => {
    const draft = this.loaded();
    return draft !== null && !isSameText(this.typed(), textOf(draft));
  });

  constructor() {
    // A lock keeps what is typed; signing out takes it off this device.
    inject(Unsent).watch(async (when) => when === 'leaving' && this.saveDraft());
    inject(DestroyRef).onDestroy(() => clearTimeout(this.again));
  }

  /** For pages that are drawn once it is there. */
  readonly current = computed(() => {
    const draft = this.loaded();
    if (!draft) throw new Error('No draft is open');
    return draft;
  });

  may(act: ProtocolDraft['may'][number]): boolean {
    return this.loaded()?.may.includes(act) ?? false;
  }

  async loadDraft(id: string): Promise<void> {
    const answer = await this.client.readDraft(id);
    this.problem.set(answer.ok ? null : answer.problem);
    if (!answer.ok) return;
    const kept = this.kept.findText(id);
    const saved = textOf(answer.value);
    const isUnsaved = kept !== null && this.isWritable(answer.value) && !isSameText(kept.text, saved);
    this.typed.set(isUnsaved ? kept.text : saved);
    this.keptFrom.set(isUnsaved ? kept.at : null);
    this.takeDraft(answer.value);
    if (isUnsaved) this.said.set({ kind: 'on-device', at: kept.at });
    else this.said.set({ kind: 'saved', at: answer.value.changedAt });
    if (isUnsaved && kept.revision !== answer.value.revision) this.meet(answer.value, null);
  }

  writeChange(change: Partial<DraftText>): void {
    const draft = this.loaded();
    if (!draft || !this.mayWrite()) return;
    this.typed.update((text) => ({ ...text, ...change }));
    if (!this.isChanged()) {
      this.kept.drop(draft.id);
      this.said.set({ kind: 'saved', at: draft.changedAt });
      return;
    }
    const at = this.time.now();
    this.kept.keepText(draft.id, { text: this.typed(), revision: draft.revision, at });
    this.said.set({ kind: 'on-device', at });
  }

  writeFile(path: string, text: string): void {
    this.writeChange({ files: { ...this.typed().files, [path]: text } });
  }

  removeFile(path: string): void {
    this.writeChange({
      files: Object.fromEntries(Object.entries(this.typed().files).filter(([name]) => name !== path)),
    });
  }

  /** Whether all that was typed has arrived. */
  saveDraft(): Promise<boolean> {
    this.running ??= this.saveOnce().finally(() => (this.running = null));
    return this.running;
  }

  /** Gives up what was typed since the last save. */
  revert(): void {
    const draft = this.loaded();
    if (!draft) return;
    this.typed.set(textOf(draft));
    this.settleDevice(draft);
  }

  /** Of two texts, mine or theirs; what is chosen stands on the newest revision. */
  settleConflict(choice: 'mine' | 'theirs'): void {
    const other = this.other();
    if (!other) return;
    this.other.set(null);
    this.refused.set(null);
    this.takeDraft(other.draft);
    if (choice === 'theirs') this.revert();
    else this.writeChange({});
  }

  /** Files, of mine and theirs, that differ. */
  readonly inConflict = computed(() => {
    const other = this.other();
    return other ? changedFiles(this.typed().files, other.draft.files) : [];
  });

  /** Does something with the draft, saved first; whether it was done. */
  async sendAct(whole: WholeAct): Promise<boolean> {
    if (this.isChanged() && !(await this.saveDraft())) return false;
    const { id, revision } = this.current();
    const answer = await this.sendingKey.sendOnce([whole, id, revision], (idempotencyKey) =>
      this.client.sendAct(id, whole, {
        idempotencyKey,
        ...(ABOUT_A_REVISION[whole.act] && { ifMatch: revision }),
      }),
    );
    // Somebody was faster: show the draft as it is, so that trying again means what it says.
    if (!answer.ok && answer.problem.status === 412) await this.readAnew(id);
    return this.took(answer);
  }

  async comment(comment: Pick<DraftComment, 'text' | 'place'>): Promise<boolean> {
    const { id } = this.current();
    return this.took(
      await this.sendingKey.sendOnce([id, comment], (key) => this.client.comment(id, comment, key)),
    );
  }

  async settleComment(commentId: string): Promise<boolean> {
    return this.took(await this.client.settleComment(this.current().id, commentId));
  }

  private async saveOnce(): Promise<boolean> {
    while (this.isChanged()) {
      const { id, revision } = this.current();
      const sent = this.typed();
      this.said.set({ kind: 'saving' });
      const answer = await this.client.saveDraft(id, contentOf(sent), revision);
      if (!answer.ok) return this.cannotSave(answer.problem);
      this.refused.set(null);
      this.takeDraft(answer.value);
      // Blank ends and half of the notes do not go there.
      const isWhole = isSameText(this.typed(), sent);
      if (isWhole && !this.isChanged()) this.settleDevice(answer.value);
      if (isWhole) {
        this.said.set({ kind: 'saved', at: answer.value.changedAt });
        return true;
      }
    }
    return true;
  }

  private async cannotSave(problem: Problem): Promise<boolean> {
    this.said.set({ kind: 'on-device', at: this.time.now() });
    this.refused.set(problem);
    if (problem.status === 412) {
      const answer = await this.client.readDraft(this.current().id);
      if (answer.ok) this.meet(answer.value, problem);
    }
    return false;
  }

  private meet(draft: ProtocolDraft, problem: Problem | null): void {
    const change = problem?.changes?.[0];
    this.other.set({ draft, by: change?.by ?? draft.author.name, at: change?.at ?? draft.changedAt });
    this.said.set({ kind: 'to-review' });
  }

  private took(answer: Answered<ProtocolDraft>): boolean {
    this.actRefused.set(answer.ok ? null : answer.problem);
    if (!answer.ok) return false;
    this.takeDraft(answer.value);
    return true;
  }

  /** The server's draft; while it is being explored, looks again. */
  private takeDraft(draft: ProtocolDraft): void {
    this.loaded.set(draft);
    clearTimeout(this.again);
    const state = draft.exploration?.state;
    if (state === 'waiting' || state === 'running')
      this.again = setTimeout(() => void this.pollExploration(draft), POLL_EVERY_MS);
  }

  private async pollExploration(draft: ProtocolDraft): Promise<void> {
    const answer = await this.client.readDraft(draft.id);
    // Saved meanwhile: that answer is newer.
    if (this.loaded() !== draft) return;
    if (answer.ok && answer.value.revision === draft.revision) this.takeDraft(answer.value);
    else if (!answer.ok) this.again = setTimeout(() => void this.pollExploration(draft), POLL_EVERY_MS * 3);
    else this.takeDraft({ ...draft, exploration: answer.value.exploration });
  }

  private async readAnew(id: string): Promise<void> {
    const answer = await this.client.readDraft(id);
    if (!answer.ok) return;
    const wasChanged = this.isChanged();
    this.takeDraft(answer.value);
    if (!wasChanged) this.typed.set(textOf(answer.value));
  }

  private settleDevice(draft: ProtocolDraft): void {
    this.kept.drop(draft.id);
    this.keptFrom.set(null);
    this.said.set({ kind: 'saved', at: draft.changedAt });
  }

  private isWritable(draft: ProtocolDraft): boolean {
    return draft.may.includes('save');
  }
}
