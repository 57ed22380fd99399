import { firstCharacters } from './characters';
import { WordingAdvice } from './wording-advice';
import { Component, computed, input, model } from '@angular/core';

/** A line or box of text with its label above, its hint, and the words of a mistake. */
@Component({
  selector: 'rp-text-field',
  imports: [WordingAdvice],
  template: `
    <label class="rp-label" [for]="fieldId()">{{ label() }}</label>
    @if (hint(); as hint) {
      <p class="rp-hint" [id]="fieldId() + '-hint'">{{ hint }}</p>
    }
    @if (problem(); as problem) {
      <p class="rp-problem" [id]="fieldId() + '-problem'">{{ problem }}</p>
    }
    @if (rows() > 1) {
      <textarea
        class="rp-input"
        dir="auto"
        [id]="fieldId()"
        [rows]="rows()"
        [value]="value()"
        [attr.aria-describedby]="describedBy() || null"
        [attr.aria-invalid]="problem() ? true : null"
        (input)="type($event)"
      ></textarea>
      <rp-wording-advice [text]="value()" />
    } @else {
      <input
        class="rp-input"
        [id]="fieldId()"
        [type]="kind()"
        [value]="value()"
        [attr.dir]="kind() === 'text' || kind() === 'search' ? 'auto' : null"
        [attr.autocomplete]="autocomplete()"
        [attr.inputmode]="inputMode() ?? null"
        [attr.aria-describedby]="describedBy() || null"
        [attr.aria-invalid]="problem() ? true : null"
        (input)="type($event)"
      />
    }
  `,
  host: { '[class.rp-has-problem]': '!!problem()' },
  styles: `
    :host {
      display: block;
    }
  `,
})
export class TextField {
  readonly label = input.required<string>();
  readonly hint = input<string>();
  readonly problem = input<string | null>(null);
  readonly fieldId = input.required<string>();
  readonly value = model('');
  /** More than one: a box. */
  readonly rows = input(1);
  readonly kind = input<'text' | 'password' | 'tel' | 'search'>('text');
  readonly inputMode = input<string>();
  readonly autocomplete = input('off');
  readonly maxLength = input<number>();

  protected readonly describedBy = computed(() =>
    [this.hint() && `${this.fieldId()}-hint`, this.problem() && `${this.fieldId()}-problem`]
      .filter(Boolean)
      .join(' '),
  );

  protected type(event: Event): void {
    const field = event.target as HTMLInputElement | HTMLTextAreaElement;
    const kept = firstCharacters(field.value, this.maxLength() ?? Infinity);
    // The browser's own limit counts half characters.
    if (kept !== field.value) field.value = kept;
    this.value.set(kept);
  }
}
