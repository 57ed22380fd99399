import { Component, computed, inject, input, output } from '@angular/core';
import { FormField, disabled, form } from '@angular/forms/signals';
import type { Words } from '@repere/contract';
import { Language } from '@repere/ui';
import { writeThrough } from '../../platform/form/write-through';

interface AskedQuestion {
  readonly id: string;
  readonly ask: Words;
  readonly choices: readonly { readonly id: string; readonly says: Words }[];
  /** The choice that was made; it stands. */
  readonly given: string | null;
  readonly told: { readonly isRight: boolean; readonly because: Words } | null;
}

/** What the class is asked about what it was told: one choice, made once, and why it is right or not. */
@Component({
  selector: 'app-scenario-question',
  imports: [FormField],
  template: `
    <fieldset>
      <legend>{{ localize(question().ask) }}</legend>
      @for (choice of question().choices; track choice.id) {
        <label>
          <input type="radio" [value]="choice.id" [formField]="answer" />
          {{ localize(choice.says) }}
        </label>
      }
      <div role="status">
        @if (question().told; as told) {
          <p>
            <strong>{{ t(told.isRight ? 'training.right' : 'training.not-right') }}</strong>
            {{ localize(told.because) }}
          </p>
        } @else if (question().given !== null) {
          <p>{{ t('training.answered') }}</p>
        }
      </div>
    </fieldset>
  `,
  styles: `
    fieldset {
      display: grid;
      gap: 0.3rem;
      margin-block: 0.75rem;
      padding: 0;
      border: 0;
    }
    legend {
      padding: 0;
      font-weight: 600;
    }
    label {
      display: flex;
      gap: 0.6rem;
      align-items: baseline;
      min-block-size: 28px;
    }
    p {
      margin-block: 0.3rem;
    }
  `,
})
export class ScenarioQuestion {
  private readonly language = inject(Language);
  protected readonly t = this.language.t;
  protected readonly localize = this.language.localize;

  readonly question = input.required<AskedQuestion>();
  readonly answered = output<string>();

  private readonly given = computed(() => this.question().given ?? '');
  protected readonly answer = form(
    writeThrough(this.given, (choice) => this.answered.emit(choice)),
    (path) => disabled(path, () => this.given() !== ''),
  );
}
