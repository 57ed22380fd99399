import { Component, ElementRef, computed, inject, input, model } from '@angular/core';
import { Language } from '../language/language';
import { ANSWERS, type Answer } from './answer';

/**
 * One question with its five answers. With the focus on the line, the underlined letter of an answer chooses it and
 * goes to the next line: one key a line.
 */
@Component({
  selector: 'rp-answer-line',
  templateUrl: './answer-line.html',
  styleUrl: './answer-line.scss',
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
    const chosen = this.choices().find(({ key }) => key === event.key.toLowerCase());
    if (!chosen) return;
    event.preventDefault();
    this.value.set(chosen.answer);
    (this.nextLine() ?? document.getElementById(chosen.id))?.focus();
  }

  private nextLine(): HTMLElement | null {
    const within = this.host.nativeElement.closest('form') ?? document;
    const lines = [...within.querySelectorAll('rp-answer-line')];
    const next = lines[lines.indexOf(this.host.nativeElement) + 1];
    return next?.querySelector<HTMLElement>('input:checked') ?? next?.querySelector('input') ?? null;
  }
}
