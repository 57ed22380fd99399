import { Component, computed, inject, input } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import type { FieldView } from '@repere/contract';
import { Language } from '@repere/ui';
import { ChoiceField } from '@repere/ui/choice';
import { FormProblems } from '../form-problems';
import { StepField } from './step-field';
import { StepSession } from '../step-session';
import type { TypedField } from './typed-field';

interface RowField {
  readonly field: FieldView;
  readonly typed: TypedField;
  readonly fieldId: string;
}

/** The row that the step adds or is about, and the word that there is no other. What is in the list is saved already. */
@Component({
  selector: 'app-row-fields',
  imports: [ChoiceField, FormField, StepField],
  templateUrl: './row-fields.html',
  styleUrl: './row-fields.scss',
})
export class RowFields {
  private readonly language = inject(Language);
  protected readonly t = this.language.t;
  protected readonly localize = this.language.localize;
  protected readonly session = inject(StepSession);
  protected readonly problems = inject(FormProblems);

  readonly fields = input.required<readonly RowField[]>();

  protected readonly asks = computed(() => this.session.page()?.asks);
  protected readonly rows = computed(() => this.asks()?.rows ?? []);
  protected readonly options = computed(() =>
    this.rows().map(({ id, summary }) => ({ code: id, label: this.localize(summary) })),
  );
}
