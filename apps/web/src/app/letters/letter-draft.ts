import { Injectable, signal } from '@angular/core';

/** Places of parts in the form: a kind of letter has twelve at most. */
export const PART_KEYS = ['p0', 'p1', 'p2', 'p3', 'p4', 'p5', 'p6', 'p7', 'p8', 'p9', 'p10', 'p11'] as const;
export type PartKey = (typeof PART_KEYS)[number];

/** A letter as it is typed: to whom, and the words of its parts in their order. */
export type TypedLetter = Readonly<Record<'recipient' | PartKey, string>>;

export const NO_LETTER: TypedLetter = {
  recipient: '',
  ...(Object.fromEntries(PART_KEYS.map((key) => [key, ''])) as Record<PartKey, string>),
};

/** What is typed of a letter. It stays while one looks elsewhere in this tab, and nowhere else. */
@Injectable({ providedIn: 'root' })
export class LetterDraft {
  private readonly of = signal<string | null>(null);
  readonly typed = signal<TypedLetter>(NO_LETTER);
  /** Ids of what was left out at first and was chosen. */
  readonly chosen = signal<readonly string[]>([]);

  /** Goes on with what was typed of this letter; another one begins as it is proposed. */
  beginLetter(name: string, proposed: TypedLetter): void {
    if (this.of() === name) return;
    this.of.set(name);
    this.typed.set(proposed);
    this.chosen.set([]);
  }

  clear(): void {
    this.of.set(null);
    this.typed.set(NO_LETTER);
    this.chosen.set([]);
  }
}
