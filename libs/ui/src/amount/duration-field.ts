import { Component, computed, inject, input, model } from '@angular/core';
import { Language } from '../language/language';
import { DURATION_UNITS, NO_DURATION, type DurationUnit, type TypedDuration } from './typed-amount';

/** How long something lasts, in one unit. */
@Component({
  selector: 'rp-duration-field',
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
        <input
          class="rp-input"
          type="text"
          inputmode="numeric"
          autocomplete="off"
          maxlength="4"
          [id]="fieldId()"
          [value]="value().amount"
          [attr.aria-label]="t('ui.amount.amount')"
          [attr.aria-invalid]="problem() ? true : null"
          (input)="type($event)"
        />
        <select class="rp-input" [attr.aria-label]="t('ui.amount.unit')" (change)="chooseUnit($event)">
          @for (unit of units; track unit) {
            <option [value]="unit" [selected]="unit === value().unit">{{ t('ui.amount.' + unit) }}</option>
          }
        </select>
      </div>
    </fieldset>
  `,
  styleUrl: './amount.scss',
})
export class DurationField {
  protected readonly t = inject(Language).t;
  protected readonly units = DURATION_UNITS;

  readonly label = input.required<string>();
  readonly hint = input<string>();
  readonly fieldId = input.required<string>();
  readonly problem = input<string | null>(null);
  readonly value = model<TypedDuration>(NO_DURATION);

  protected readonly describedBy = computed(() =>
    [this.hint() && `${this.fieldId()}-hint`, this.problem() && `${this.fieldId()}-problem`]
      .filter(Boolean)
      .join(' '),
  );

  protected type(event: Event): void {
    const amount = (event.target as HTMLInputElement).value;
    this.value.update((typed) => ({ ...typed, amount }));
  }

  protected chooseUnit(event: Event): void {
    const unit = (event.target as HTMLSelectElement).value as DurationUnit;
    this.value.update((typed) => ({ ...typed, unit }));
  }
}
