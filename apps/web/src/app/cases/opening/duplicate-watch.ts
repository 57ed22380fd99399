import { DestroyRef, Injectable, effect, inject, signal } from '@angular/core';
import type { Child, DuplicateMatch } from '@repere/contract';
import { CasesClient } from '../cases-client';
import { NewCaseDraft } from './new-case-draft';

const PAUSE = 400;

export type Watching =
  | { readonly kind: 'waiting' }
  | { readonly kind: 'looked'; readonly matches: readonly DuplicateMatch[] }
  | { readonly kind: 'failed' };

/** Looks for cases that resemble what is typed, whenever the typing pauses. Provided by the page. */
@Injectable()
export class DuplicateWatch {
  private readonly client = inject(CasesClient);
  private readonly draft = inject(NewCaseDraft);
  private readonly seen = signal<Watching>({ kind: 'waiting' });
  private pause: ReturnType<typeof setTimeout> | undefined;
  private turn = 0;
  private looked: Child | null = null;

  readonly state = this.seen.asReadonly();

  constructor() {
    effect(() => {
      const child = this.draft.child();
      const identifies = this.draft.identifies();
      clearTimeout(this.pause);
      if (!identifies) {
        this.turn++;
        this.looked = null;
        this.seen.set({ kind: 'waiting' });
        return;
      }
      this.pause = setTimeout(() => void this.look(child), PAUSE);
    });
    inject(DestroyRef).onDestroy(() => clearTimeout(this.pause));
  }

  /** The matches of what is typed right now, without waiting for a pause. */
  async settle(): Promise<readonly DuplicateMatch[]> {
    clearTimeout(this.pause);
    const child = this.draft.child();
    if (this.draft.identifies() && child !== this.looked) await this.look(child);
    const state = this.seen();
    return state.kind === 'looked' ? state.matches : [];
  }

  private async look(child: Child): Promise<void> {
    const turn = ++this.turn;
    const answer = await this.client.duplicates(child);
    if (turn !== this.turn) return;
    this.looked = answer.ok ? child : null;
    this.seen.set(answer.ok ? { kind: 'looked', matches: answer.value.items } : { kind: 'failed' });
  }
}
