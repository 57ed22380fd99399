import { Component, inject, input, model } from '@angular/core';
import type { NonAnswer } from '@repere/feel';
import { Language } from '../language/language';

const ALL: readonly NonAnswer[] = ['unknown', 'not-asked', 'refused'];

/** *Doesn't know, not asked, refuses* under a field, one press away. Pressing again takes it back. */
@Component({
  selector: 'rp-non-answers',
  template: `
    <div class="line" role="group" [attr.aria-label]="t('ui.non-answer.group', { label: label() })">
      @for (answer of all; track answer) {
        <button
          type="button"
          [id]="fieldId() + '-' + answer"
          [attr.aria-pressed]="value() === answer"
          (click)="pressAnswer(answer)"
        >
          {{ t('ui.answer.' + answer) }}
        </button>
      }
    </div>
  `,
  styleUrl: './non-answers.scss',
})
export class NonAnswers {
  protected readonly t = inject(Language).t;
  protected readonly all = ALL;

  /** Of the field that it belongs to. */
  readonly label = input.required<string>();
  readonly fieldId = input.required<string>();
  readonly value = model<NonAnswer | null>(null);

  protected pressAnswer(answer: NonAnswer): void {
    this.value.update((before) => (before === answer ? null : answer));
  }
}
