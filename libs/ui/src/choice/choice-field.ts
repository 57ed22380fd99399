import { Component, computed, input, model } from '@angular/core';

export interface Option {
  readonly code: string;
  readonly label: string;
  readonly hint?: string;
  /** Under which heading it stands in a list to choose from. */
  readonly group?: string;
}

/** One of a few, all in sight. */
@Component({
  selector: 'rp-choice-field',
  templateUrl: './choice-field.html',
  styleUrl: './choice-field.scss',
  host: { '[attr.data-layout]': 'layout()' },
})
export class ChoiceField {
  readonly label = input.required<string>();
  readonly hint = input<string>();
  /** Id of the first option: the error summary links to it. Also the group's name. */
  readonly fieldId = input.required<string>();
  readonly options = input.required<readonly Option[]>();
  readonly problem = input<string | null>(null);
  /** `row`: side by side where there is room. */
  readonly layout = input<'column' | 'row'>('column');
  readonly value = model<string | null>(null);

  protected readonly describedBy = computed(() =>
    [this.hint() && `${this.fieldId()}-hint`, this.problem() && `${this.fieldId()}-problem`]
      .filter(Boolean)
      .join(' '),
  );
}
