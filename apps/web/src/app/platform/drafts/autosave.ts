import { DestroyRef, inject, signal } from '@angular/core';
import { SpaceTime } from '@repere/ui';
import type { SaveState } from '@repere/ui/feedback';
import type { Answered } from '../api';
import { Unsent } from './unsent';
import type { UnsentDrafts } from './unsent-drafts';

const PAUSE = 800;
const RETRY = 5_000;

/** A draft as the server has it. */
export interface KeptDraft<Typed> {
  readonly typed: Typed;
  readonly savedAt: string;
  readonly revision: number;
}

type Saved = Omit<KeptDraft<never>, 'typed'>;

/**
 * Brings what is typed to the server: when typing pauses, at once when asked to. One save at a time; until it has arrived the text
 * stays in this tab's memory, and the line says so. What another device or tab saved is shown, never written over nor merged
 * silently. Each kind of draft says where it is kept; its page provides it.
 *
 * @typeParam At what is typed of: one object as long as it is the same draft
 * @typeParam Typed the form, all of it, so that a draft of it loses nothing
 */
export abstract class Autosave<At, Typed> {
  private readonly time = inject(SpaceTime);

  protected at: At | null = null;
  private revision = 0;
  private wanted: Typed | null = null;
  /** As the server has it; `null`: it has none of what is wanted. */
  private saved: Typed | null = null;
  private pause: ReturnType<typeof setTimeout> | undefined;
  private running: Promise<boolean> | null = null;

  private readonly said = signal<SaveState>({ kind: 'nothing' });
  private readonly other = signal<KeptDraft<Typed> | null>(null);

  readonly state = this.said.asReadonly();
  /** What another device or tab saved meanwhile. */
  readonly conflict = this.other.asReadonly();

  protected abstract readonly unsent: UnsentDrafts<Typed>;
  /** Names the draft among those of its kind. */
  protected abstract keyOf(at: At): string;
  /** Saves over the revision that was seen; 0: none. */
  protected abstract saveDraft(at: At, typed: Typed, revision: number): Promise<Answered<Saved>>;
  /** What the server has now; `null`: nothing, so that what is typed here is a draft of its own. */
  protected abstract findDraft(at: At): Promise<Answered<KeptDraft<Typed> | null>>;

  constructor() {
    inject(Unsent).watch(() => this.flush());
    inject(DestroyRef).onDestroy(() => {
      void this.flush();
      clearTimeout(this.pause);
    });
  }

  /** What was typed before: what never arrived, else the server's draft; `null` where there is neither. */
  findTyped(at: At, kept: KeptDraft<Typed> | null): Typed | null {
    return this.unsent.get(this.keyOf(at))?.typed ?? kept?.typed ?? null;
  }

  /** From here on what is typed is kept. Gives what the form starts with: what was typed before, else `first`. */
  beginDraft(at: At, kept: KeptDraft<Typed> | null, first: Typed): Typed {
    clearTimeout(this.pause);
    const unsent = this.unsent.get(this.keyOf(at));
    this.at = at;
    this.other.set(null);
    this.saved = kept?.typed ?? (unsent ? null : first);
    this.revision = unsent?.revision ?? kept?.revision ?? 0;
    this.wanted = unsent?.typed ?? kept?.typed ?? first;
    this.said.set(kept ? { kind: 'draft-kept', at: kept.savedAt } : { kind: 'nothing' });
    const starts = this.wanted;
    if (unsent) {
      this.said.set({ kind: 'in-tab', at: unsent.at });
      void this.flush();
    }
    return starts;
  }

  /** Takes note of a change; it is saved when typing pauses, or soon where something on the page may depend on it. */
  takeTyped(typed: Typed, isSoon = false): void {
    if (this.at === null) return;
    this.wanted = typed;
    if (!this.hasUnsent()) return void this.unsent.delete(this.keyOf(this.at));
    this.unsent.set(this.keyOf(this.at), { typed, revision: this.revision, at: this.time.now() });
    this.flushAfter(isSoon ? 0 : PAUSE);
  }

  /** Saves now whatever isn't saved; whether all of it has arrived. */
  flush(): Promise<boolean> {
    clearTimeout(this.pause);
    this.running ??= this.saveTyped().finally(() => (this.running = null));
    return this.running;
  }

  hasUnsent(): boolean {
    return this.wanted !== null && (this.saved === null || !this.isSame(this.wanted, this.saved));
  }

  /** What was chosen between two drafts is from now on the draft. */
  settleConflict(typed: Typed): void {
    const other = this.other();
    if (!other) return;
    this.other.set(null);
    this.takeKept(other);
    this.takeTyped(typed, true);
  }

  /** It was sent for good, or thrown away: nothing more is to be saved. */
  forget(): void {
    clearTimeout(this.pause);
    if (this.at !== null) this.unsent.delete(this.keyOf(this.at));
    this.at = null;
    this.saved = this.wanted;
    this.other.set(null);
    this.said.set({ kind: 'nothing' });
  }

  /** Whether two forms say the same. */
  protected isSame(one: Typed, other: Typed): boolean {
    return JSON.stringify(one) === JSON.stringify(other);
  }

  private async saveTyped(): Promise<boolean> {
    while (this.at !== null && this.wanted !== null && this.hasUnsent() && !this.other()) {
      const { at, wanted, revision } = this;
      this.said.set({ kind: 'saving' });
      const answer = await this.saveDraft(at, wanted, revision);
      if (at !== this.at) continue;
      if (answer.ok) this.takeKept({ ...answer.value, typed: wanted });
      else if (answer.problem.status !== 412 || !(await this.meetOther(at, wanted, revision))) {
        if (at !== this.at) continue;
        return this.tryLater();
      }
      if (!this.hasUnsent()) this.unsent.delete(this.keyOf(at));
    }
    return !this.other();
  }

  /** Whether it is known now what was saved elsewhere. */
  private async meetOther(at: At, wanted: Typed, seen: number): Promise<boolean> {
    const answer = await this.findDraft(at);
    if (!answer.ok || at !== this.at) return false;
    const kept = answer.value;
    if (kept === null) {
      this.revision = 0;
      return seen !== 0;
    }
    // The same text is no other: it arrived, and its answer did not.
    if (this.isSame(kept.typed, wanted)) {
      this.takeKept(kept);
      return true;
    }
    this.other.set(kept);
    this.said.set({ kind: 'to-review' });
    return true;
  }

  private takeKept({ typed, revision, savedAt }: KeptDraft<Typed>): void {
    this.revision = revision;
    this.saved = typed;
    this.said.set({ kind: 'draft-kept', at: savedAt });
  }

  private tryLater(): false {
    this.said.set({ kind: 'in-tab', at: this.time.now() });
    this.flushAfter(RETRY);
    return false;
  }

  private flushAfter(milliseconds: number): void {
    clearTimeout(this.pause);
    this.pause = setTimeout(() => void this.flush(), milliseconds);
  }
}
