import { Component, computed, input, model } from '@angular/core';

export interface Option {
  readonly code: string;
  readonly label: string;
  readonly hint?: string;
}

/** One of a few, all in sight. */
@Component({
  selector: 'rp-choice-field',
  templateUrl: './choice-field.html',
  styleUrl: './choice-field.scss',
})
export class ChoiceField {
  readonly label = input.required<string>();
  readonly hint = input<string>();
  /** Id of the first option: the error summary links to it. Also the group's name. */
  readonly fieldId = input.required<string>();
  readonly options = input.required<readonly Option[]>();
  readonly problem = input<string | null>(null);
  readonly value = model<string | null>(null);

  protected readonly describedBy = computed(() =>
    [this.hint() && `${this.fieldId()}-hint`, this.problem() && `${this.fieldId()}-problem`]
      .filter(Boolean)
      .join(' '),
  );
}
