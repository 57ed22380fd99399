import { Component, computed, inject, input, model } from '@angular/core';
import { Language } from '../language/language';
import { formatEdtf } from './format-edtf';
import { NO_DATE, PRECISIONS, readTypedDate, type Precision, type TypedDate } from './typed-date';

/**
 * A date in three text fields and how well it is known. Nothing jumps from field to field, nothing is refused
 * while typing; what was understood is said below. `problem` shows the words of a mistake once the form was sent.
 */
@Component({
  selector: 'rp-date-field',
  templateUrl: './date-field.html',
  styleUrl: './date-field.scss',
})
export class DateField {
  private readonly language = inject(Language);
  protected readonly t = this.language.t;

  readonly label = input.required<string>();
  readonly hint = input<string>();
  /** Id of the first field: the error summary links to it. */
  readonly fieldId = input.required<string>();
  readonly problem = input<string | null>(null);
  readonly value = model<TypedDate>(NO_DATE);

  protected readonly precisions = PRECISIONS;
  protected readonly describedBy = computed(() =>
    [this.hint() && `${this.fieldId()}-hint`, this.problem() && `${this.fieldId()}-problem`]
      .filter(Boolean)
      .join(' '),
  );
  protected readonly asksDay = computed(() => !['month', 'year'].includes(this.value().precision));
  protected readonly asksMonth = computed(() => this.value().precision !== 'year');
  protected readonly understood = computed(() => {
    const reading = readTypedDate(this.value());
    if (!reading.ok || !reading.edtf) return '';
    const date = formatEdtf(reading.edtf, this.language.current());
    return this.t(reading.edtf.endsWith('~') ? 'ui.date.read-estimated' : 'ui.date.read', { date });
  });

  protected type(part: 'day' | 'month' | 'year', event: Event): void {
    this.value.update((typed) => ({ ...typed, [part]: (event.target as HTMLInputElement).value }));
  }

  protected chooseDate(event: Event): void {
    const precision = (event.target as HTMLSelectElement).value as Precision;
    this.value.update((typed) => ({ ...typed, precision }));
  }
}
