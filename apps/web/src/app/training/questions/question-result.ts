import { Component, computed, inject, input } from '@angular/core';
import type { AskedChoice } from '@repere/contract';
import { Icon, Language } from '@repere/ui';

/** Choices of a question with what is told of them: which is right and why, how many of the class gave it. */
@Component({
  selector: 'app-question-result',
  imports: [Icon],
  template: `
    <ul>
      @for (choice of lines(); track choice.id) {
        <li>
          @if (choice.isRight === true) {
            <strong class="mark"><rp-icon name="done" /> {{ t('training.room.right') }}</strong>
          }
          {{ choice.says }}
          @if (choice.times !== null) {
            <span class="rp-quiet">({{ count('training.questions.times', choice.times) }})</span>
          }
          @if (choice.because !== null) {
            <p>{{ choice.because }}</p>
          }
        </li>
      }
    </ul>
  `,
  styles: `
    ul {
      margin-block: 0.35rem;
      padding-inline-start: 1.2rem;
    }
    p {
      margin: 0;
    }
    .mark {
      display: inline-flex;
      gap: 0.25rem;
      align-items: center;
    }
  `,
})
export class QuestionResult {
  private readonly language = inject(Language);
  protected readonly t = this.language.t;
  protected readonly count = this.language.count;

  readonly choices = input.required<readonly AskedChoice[]>();
  protected readonly lines = computed(() =>
    this.choices().map(({ id, says, because, isRight, times }) => ({
      ...{ id, isRight, times, says: this.language.localize(says) },
      because: because && this.language.localize(because),
    })),
  );
}
