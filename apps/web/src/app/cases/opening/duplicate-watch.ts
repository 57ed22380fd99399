import { DestroyRef, Injectable, effect, inject, signal } from '@angular/core';
import type { Child, DuplicateMatch } from '@repere/contract';
import { CasesClient } from '../cases-client';
import { NewCaseDraft } from './new-case-draft';

const PAUSE = 400;

export type Watching =
  | { readonly kind: 'waiting' }
  | { readonly kind: 'searched'; readonly matches: readonly DuplicateMatch[] }
  | { readonly kind: 'failed' };

/** Looks for cases that resemble what is typed, whenever the typing pauses. Provided by the page. */
@Injectable()
export class DuplicateWatch {
  private readonly client = inject(CasesClient);
  private readonly draft = inject(NewCaseDraft);
  private readonly seen = signal<Watching>({ kind: 'waiting' });
  private pause: ReturnType<typeof setTimeout> | undefined;
  private turn = 0;
  private searched: Child | null = null;

  readonly state = this.seen.asReadonly();

  constructor() {
    effect(() => {
      const child = this.draft.child();
      const identifies = this.draft.identifies();
      clearTimeout(this.pause);
      if (!identifies) {
        this.turn++;
        this.searched = null;
        this.seen.set({ kind: 'waiting' });
        return;
      }
      this.pause = setTimeout(() => void this.searchDuplicates(child), PAUSE);
    });
    inject(DestroyRef).onDestroy(() => clearTimeout(this.pause));
  }

  /** The matches of what is typed right now, without waiting for a pause. */
  async settleMatches(): Promise<readonly DuplicateMatch[]> {
    clearTimeout(this.pause);
    const child = this.draft.child();
    if (this.draft.identifies() && child !== this.searched) await this.searchDuplicates(child);
    const state = this.seen();
    return state.kind === 'searched' ? state.matches : [];
  }

  private async searchDuplicates(child: Child): Promise<void> {
    const turn = ++this.turn;
    const answer = await this.client.duplicates(child);
    if (turn !== this.turn) return;
    this.searched = answer.ok ? child : null;
    this.seen.set(answer.ok ? { kind: 'searched', matches: answer.value.items } : { kind: 'failed' });
  }
}
