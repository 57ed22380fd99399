import { Component, computed, input, model } from '@angular/core';

/** A number with its unit. Kept as typed; `readTypedNumber` tells what it means. */
@Component({
  selector: 'rp-number-field',
  template: `
    <label class="rp-label" [for]="fieldId()">{{ label() }}</label>
    @if (hint(); as hint) {
      <p class="rp-hint" [id]="fieldId() + '-hint'">{{ hint }}</p>
    }
    @if (problem(); as problem) {
      <p class="rp-problem" [id]="fieldId() + '-problem'">{{ problem }}</p>
    }
    <span class="amount">
      <input
        class="rp-input"
        type="text"
        inputmode="decimal"
        autocomplete="off"
        maxlength="12"
        [id]="fieldId()"
        [value]="value()"
        [attr.aria-describedby]="describedBy() || null"
        [attr.aria-invalid]="problem() ? true : null"
        (input)="type($event)"
      />
      @if (unit(); as unit) {
        <span [id]="fieldId() + '-unit'">{{ unit }}</span>
      }
    </span>
  `,
  host: { '[class.rp-has-problem]': '!!problem()' },
  styleUrl: './amount.scss',
})
export class NumberField {
  readonly label = input.required<string>();
  readonly hint = input<string>();
  readonly fieldId = input.required<string>();
  readonly problem = input<string | null>(null);
  readonly unit = input<string>();
  readonly value = model('');

  protected readonly describedBy = computed(() =>
    [
      this.hint() && `${this.fieldId()}-hint`,
      this.problem() && `${this.fieldId()}-problem`,
      this.unit() && `${this.fieldId()}-unit`,
    ]
      .filter(Boolean)
      .join(' '),
  );

  protected type(event: Event): void {
    this.value.set((event.target as HTMLInputElement).value);
  }
}
