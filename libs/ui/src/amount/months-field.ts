import { Component, computed, inject, input, model } from '@angular/core';
import { formatMonths } from '@repere/feel';
import { Language } from '../language/language';
import { NO_MONTHS, readTypedMonths, type TypedMonths } from './typed-amount';

/** An age or a margin in years and months. */
@Component({
  selector: 'rp-months-field',
  template: `
    <fieldset [attr.aria-describedby]="describedBy() || null" [class.rp-has-problem]="problem()">
      <legend class="rp-label">{{ label() }}</legend>
      @if (hint(); as hint) {
        <p class="rp-hint" [id]="fieldId() + '-hint'">{{ hint }}</p>
      }
      @if (problem(); as problem) {
        <p class="rp-problem" [id]="fieldId() + '-problem'">{{ problem }}</p>
      }
      <div class="amount">
        @for (part of parts; track part) {
          <label class="part">
            <input
              class="rp-input"
              type="text"
              inputmode="decimal"
              autocomplete="off"
              maxlength="7"
              [id]="$first ? fieldId() : fieldId() + '-' + part"
              [value]="value()[part]"
              [attr.aria-invalid]="problem() ? true : null"
              (input)="type(part, $event)"
            />
            <span>{{ t('ui.amount.' + part) }}</span>
          </label>
        }
      </div>
      <p class="understood" aria-live="polite">{{ understood() }}</p>
    </fieldset>
  `,
  styleUrl: './amount.scss',
})
export class MonthsField {
  private readonly language = inject(Language);
  protected readonly t = this.language.t;
  protected readonly parts = ['years', 'months'] as const;

  readonly label = input.required<string>();
  readonly hint = input<string>();
  /** Id of the field of years. */
  readonly fieldId = input.required<string>();
  readonly problem = input<string | null>(null);
  readonly value = model<TypedMonths>(NO_MONTHS);

  protected readonly describedBy = computed(() =>
    [this.hint() && `${this.fieldId()}-hint`, this.problem() && `${this.fieldId()}-problem`]
      .filter(Boolean)
      .join(' '),
  );
  protected readonly understood = computed(() => {
    const reading = readTypedMonths(this.value());
    if (!reading.ok || reading.value === null) return '';
    return this.t('ui.amount.read', { amount: formatMonths(reading.value)[this.language.current()] });
  });

  protected type(part: 'years' | 'months', event: Event): void {
    this.value.update((typed) => ({ ...typed, [part]: (event.target as HTMLInputElement).value }));
  }
}
