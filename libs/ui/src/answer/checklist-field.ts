import { firstCharacters } from '../field/characters';
import { WordingAdvice } from '../field/wording-advice';
import { Component, computed, inject, input, model, signal } from '@angular/core';
import { Language } from '../language/language';
import { ANSWERS, type Answer } from './answer';
import { AnswerLine } from './answer-line';
import { focusLine, LINE_STEPS } from './line-of-answers';

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

const NOTHING = { answer: null, note: '' } as const;

/**
 * A sheet to tick: one tick an item, *seen or said*; the other answers and words of one's own behind it, or one key away. The
 * buttons for them stand there once somebody asks for them, or where one was given. What nobody answers was not asked: whoever
 * shows sheets says so once.
 */
@Component({
  selector: 'rp-checklist-field',
  imports: [AnswerLine, WordingAdvice],
  templateUrl: './checklist-field.html',
  styleUrl: './checklist-field.scss',
})
export class ChecklistField {
  protected readonly t = inject(Language).t;
  private readonly opened = signal<ReadonlySet<string>>(new Set());
  /** Whether each line shows the way to its other answers. */
  readonly showsOthers = model(false);

  readonly label = input.required<string>();
  readonly hint = input<string>();
  /** Id of the first tick. */
  readonly fieldId = input.required<string>();
  readonly items = input.required<readonly ChecklistItem[]>();
  readonly problem = input<string | null>(null);
  /** A tick says that something was seen or said; elsewhere it says yes. */
  readonly isOfSigns = input(false);
  /** Whether the page offers the other answers, once for all of its sheets. */
  readonly isLed = input(false);
  /** What is on record: a tick that is taken back there leaves a question, never nothing. */
  readonly known = input<TypedChecklist>({});
  readonly value = model<TypedChecklist>({});

  protected readonly rows = computed(() =>
    this.items().map((item, index) => {
      const { answer, note } = this.value()[item.id] ?? NOTHING;
      return {
        ...item,
        answer,
        note,
        fieldId: index === 0 ? this.fieldId() : `${this.fieldId()}-${item.id}`,
        // Not asked is what is said once of all that has no answer.
        word:
          answer === null || answer === 'yes' || answer === 'not-asked'
            ? null
            : this.t(`ui.answer.${answer}`),
        isOpen: this.opened().has(item.id),
      };
    }),
  );
  protected readonly tally = computed(() => {
    const rows = this.rows();
    const ticked = rows.filter(({ answer }) => answer === 'yes').length;
    if (ticked === 0) return '';
    return this.t(this.isOfSigns() ? 'ui.checklist.seen' : 'ui.checklist.ticked', {
      ticked,
      of: rows.length,
    });
  });

  protected tick(item: string, event: Event): void {
    const { checked } = event.target as HTMLInputElement;
    const isKnown = this.known()[item]?.answer === 'yes';
    this.answerItem(item, checked ? 'yes' : isKnown ? 'unknown' : null);
    // Taking back what is on record means saying what is true instead.
    if (!checked && isKnown) this.toggleOthers(item, true);
  }

  protected answerItem(item: string, answer: Answer | null): void {
    this.value.update((typed) => ({ ...typed, [item]: { note: typed[item]?.note ?? '', answer } }));
  }

  /** With the focus on a line, the letter of an answer gives it and goes to the next line. */
  protected pressKey(item: string, event: KeyboardEvent): void {
    const line = event.target instanceof HTMLElement ? event.target.closest('li') : null;
    if (event.ctrlKey || event.altKey || event.metaKey || !line) return;
    const step = LINE_STEPS.get(event.key);
    const answer = ANSWERS.find((it) => this.t(`ui.answer-key.${it}`) === event.key.toLowerCase());
    if (!step && !answer) return;
    event.preventDefault();
    if (answer) this.answerItem(item, answer);
    focusLine(line, step ?? 1);
  }

  protected note(item: string, event: Event): void {
    const field = event.target as HTMLInputElement;
    const note = firstCharacters(field.value, MOST_OF_A_NOTE);
    if (note !== field.value) field.value = note;
    this.value.update((typed) => ({ ...typed, [item]: { answer: typed[item]?.answer ?? null, note } }));
  }

  protected toggleOthers(item: string, isOpen: boolean): void {
    this.opened.update((before) => {
      const after = new Set(before);
      if (isOpen) after.add(item);
      else after.delete(item);
      return after;
    });
  }
}
