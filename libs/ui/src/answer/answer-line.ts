import { Component, ElementRef, computed, inject, input, model } from '@angular/core';
import { Language } from '../language/language';
import { ANSWERS, type Answer } from './answer';
import { focusLine, LINE_STEPS } from './line-of-answers';

/**
 * One question with its five answers. With the focus on the line, the underlined letter of an answer chooses it and
 * goes to the next line: one key a line. Arrows up and down go from line to line.
 */
@Component({
  selector: 'rp-answer-line',
  templateUrl: './answer-line.html',
  styleUrl: './answer-line.scss',
  host: { '[attr.data-answer-line]': 'isOfLine() ? null : ""', '(keydown)': 'pressKey($event)' },
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
  /** Its question stands beside it already, on the line of a sheet that takes the keys. */
  readonly isOfLine = input(false);
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

  protected pressKey(event: KeyboardEvent): void {
    if (this.isOfLine() || event.ctrlKey || event.altKey || event.metaKey) return;
    const step = LINE_STEPS.get(event.key);
    if (step) {
      event.preventDefault();
      focusLine(this.host.nativeElement, step);
      return;
    }
    const chosen = this.choices().find(({ key }) => key === event.key.toLowerCase());
    if (!chosen) return;
    event.preventDefault();
    this.value.set(chosen.answer);
    focusLine(this.host.nativeElement, 1);
  }
}
