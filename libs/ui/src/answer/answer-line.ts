import { Component, ElementRef, computed, inject, input, model } from '@angular/core';
import { Language } from '../language/language';
import { ANSWERS, type Answer } from './answer';

/**
 * One question with its five answers. With the focus on the line, the underlined letter of an answer chooses it and
 * goes to the next line: one key a line. Arrows up and down go from line to line.
 */
@Component({
  selector: 'rp-answer-line',
  templateUrl: './answer-line.html',
  styleUrl: './answer-line.scss',
  host: { '[attr.data-layout]': 'layout()', '(keydown)': 'press($event)' },
})
export class AnswerLine {
  private readonly language = inject(Language);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);
  protected readonly t = this.language.t;

  readonly label = input.required<string>();
  readonly hint = input<string>();
  /** Id of the first answer: the error summary links to it. Also the group's name. */
  readonly fieldId = input.required<string>();
  readonly answers = input<readonly Answer[]>(ANSWERS);
  readonly problem = input<string | null>(null);
  /** `row`: question and answers on one line where there is room, as in a checklist. */
  readonly layout = input<'stacked' | 'row'>('stacked');
  readonly value = model<Answer | null>(null);

  protected readonly choices = computed(() =>
    this.answers().map((answer, index) => {
      const word = this.t(`ui.answer.${answer}`);
      const key = this.t(`ui.answer-key.${answer}`);
      const at = word.toLowerCase().indexOf(key);
      return {
        answer,
        word,
        key,
        id: index === 0 ? this.fieldId() : `${this.fieldId()}-${answer}`,
        before: word.slice(0, at),
        letter: word.slice(at, at + 1),
        after: word.slice(at + 1),
      };
    }),
  );

  protected press(event: KeyboardEvent): void {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const step = STEPS[event.key];
    if (step) {
      event.preventDefault();
      focusIn(this.lineAt(step));
      return;
    }
    const chosen = this.choices().find(({ key }) => key === event.key.toLowerCase());
    if (!chosen) return;
    event.preventDefault();
    this.value.set(chosen.answer);
    focusIn(this.lineAt(1) ?? this.host.nativeElement);
  }

  /** The line so many lines further down in the form. */
  private lineAt(step: number): HTMLElement | undefined {
    const within = this.host.nativeElement.closest('form') ?? document;
    const lines = [...within.querySelectorAll<HTMLElement>('rp-answer-line')];
    return lines[lines.indexOf(this.host.nativeElement) + step];
  }
}

/** Up and down go from question to question; left and right, as everywhere, from answer to answer. */
const STEPS: Readonly<Record<string, number>> = { ArrowUp: -1, ArrowDown: 1 };

function focusIn(line: HTMLElement | undefined): void {
  (line?.querySelector<HTMLElement>('input:checked') ?? line?.querySelector<HTMLElement>('input'))?.focus();
}
