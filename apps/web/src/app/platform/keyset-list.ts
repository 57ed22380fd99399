import { signal } from '@angular/core';
import type { Problem } from '@repere/contract';
import type { Answered } from './api';

/** A part of a list, as the API gives every list that has pages. */
export interface KeysetPage<T> {
  readonly items: readonly T[];
  /** The cursor of the next part; `null` at the end. */
  readonly next: string | null;
  readonly total?: number;
}

/** What a list holds, so that it can be left and found again. */
export interface ListContent<T> {
  readonly items: readonly T[];
  readonly next: string | null;
  readonly pages: number;
  /** How many there are in all, where the list says so. */
  readonly total?: number;
}

const NOTHING: ListContent<never> = { items: [], next: null, pages: 0 };

/** A list that grows page by page. A later load wins over an earlier one that is still on its way. */
export class KeysetList<T> {
  private turn = 0;
  private readonly held = signal<ListContent<T>>(NOTHING);
  private readonly busy = signal(false);
  private readonly fault = signal<Problem | null>(null);

  readonly content = this.held.asReadonly();
  readonly isLoading = this.busy.asReadonly();
  readonly problem = this.fault.asReadonly();

  constructor(private readonly fetch: (cursor?: string) => Promise<Answered<KeysetPage<T>>>) {}

  /** Starts anew, keeping what is shown until the new list is there. `pages`: as many as were shown before. */
  async loadPages(pages = 1): Promise<void> {
    await this.grow(NOTHING, pages);
  }

  async more(): Promise<void> {
    if (this.held().next !== null) await this.grow(this.held(), 1);
  }

  /** Shows what was held before, at once. */
  restore(content: ListContent<T>): void {
    this.held.set(content);
  }

  private async grow(start: ListContent<T>, pages: number): Promise<void> {
    const turn = ++this.turn;
    this.busy.set(true);
    this.fault.set(null);
    let content = start;
    do {
      const answer = await this.fetch(content.next ?? undefined);
      if (turn !== this.turn) return;
      if (!answer.ok) {
        this.fault.set(answer.problem);
        this.busy.set(false);
        return;
      }
      const { items, next, total } = answer.value;
      content = {
        items: [...content.items, ...items],
        next,
        pages: content.pages + 1,
        ...(total !== undefined && { total }),
      };
    } while (content.next !== null && content.pages < pages);
    this.held.set(content);
    this.busy.set(false);
  }
}
