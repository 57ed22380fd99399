import { firstCharacters } from '../field/characters';
import { WordingAdvice } from '../field/wording-advice';
import { Component, computed, inject, input, model, signal } from '@angular/core';
import { Language } from '../language/language';
import type { Answer } from './answer';
import { AnswerLine } from './answer-line';

export interface ChecklistItem {
  readonly id: string;
  readonly label: string;
  readonly hint?: string;
}
/** Answers by item; an item that isn't there has none yet. */
export type TypedChecklist = Readonly<
  Record<string, { readonly answer: Answer | null; readonly note: string }>
>;

/** Characters of the words beside an answer, as the server has it. */
const MOST_OF_A_NOTE = 2_000;

/** One row an item, five answers each, a note where one is wanted, and one press for all that wasn't asked. */
@Component({
  selector: 'rp-checklist-field',
  imports: [AnswerLine, WordingAdvice],
  templateUrl: './checklist-field.html',
  styleUrl: './checklist-field.scss',
})
export class ChecklistField {
  protected readonly t = inject(Language).t;
  private readonly opened = signal<ReadonlySet<string>>(new Set());

  readonly label = input.required<string>();
  readonly hint = input<string>();
  /** Id of the first answer of the first item. */
  readonly fieldId = input.required<string>();
  readonly items = input.required<readonly ChecklistItem[]>();
  readonly problem = input<string | null>(null);
  readonly value = model<TypedChecklist>({});

  protected readonly rows = computed(() =>
    this.items().map((item, index) => {
      const typed = this.value()[item.id] ?? { answer: null, note: '' };
      return {
        ...item,
        ...typed,
        fieldId: index === 0 ? this.fieldId() : `${this.fieldId()}-${item.id}`,
        showsNote: !!typed.note || this.opened().has(item.id),
      };
    }),
  );
  protected readonly tally = computed(() => {
    const done = this.rows().filter((row) => row.answer).length;
    return this.t('ui.checklist.tally', { done, all: this.rows().length });
  });
  protected readonly hasRest = computed(() => this.rows().some((row) => !row.answer));

  protected answer(item: string, answer: Answer | null): void {
    this.value.update((typed) => ({ ...typed, [item]: { note: typed[item]?.note ?? '', answer } }));
  }

  protected note(item: string, event: Event): void {
    const field = event.target as HTMLInputElement;
    const note = firstCharacters(field.value, MOST_OF_A_NOTE);
    if (note !== field.value) field.value = note;
    this.value.update((typed) => ({ ...typed, [item]: { answer: typed[item]?.answer ?? null, note } }));
  }

  protected openNote(item: string, fieldId: string): void {
    this.opened.update((before) => new Set([...before, item]));
    setTimeout(() => document.getElementById(`${fieldId}-note`)?.focus());
  }

  protected answerRest(): void {
    this.value.update((typed) => ({
      ...typed,
      ...Object.fromEntries(
        this.rows()
          .filter((row) => !row.answer)
          .map((row) => [row.id, { answer: 'not-asked' as const, note: row.note }]),
      ),
    }));
  }
}
