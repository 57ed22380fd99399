import { Component, computed, inject, input, model } from '@angular/core';
import { countCharacters } from './characters';
import { Language } from '../language/language';
import { WordingAdvice } from './wording-advice';

/** From here on the counter speaks. */
const NEAR = 0.8;
/** Where nobody says how much it may hold. */
const MOST = 10_000;

/** A box that grows with its text. Takes more than it may hold and says so: truncating would lose words. */
@Component({
  selector: 'rp-long-text',
  imports: [WordingAdvice],
  template: `
    <label class="rp-label" [for]="fieldId()">{{ label() }}</label>
    @if (hint(); as hint) {
      <p class="rp-hint" [id]="fieldId() + '-hint'">{{ hint }}</p>
    }
    @if (problem(); as problem) {
      <p class="rp-problem" [id]="fieldId() + '-problem'">{{ problem }}</p>
    }
    <textarea
      class="rp-input"
      dir="auto"
      [id]="fieldId()"
      [rows]="rows()"
      [value]="value()"
      [attr.aria-describedby]="describedBy() || null"
      [attr.aria-invalid]="problem() || left() < 0 ? true : null"
      (input)="type($event)"
    ></textarea>
    @if (!isQuotation()) {
      <rp-wording-advice [text]="value()" />
    }
    <p class="count" aria-live="polite" [class.over]="left() < 0">{{ count() }}</p>
  `,
  host: { '[class.rp-has-problem]': '!!problem()' },
  styles: `
    :host {
      display: block;
    }
    textarea {
      display: block;
      field-sizing: content;
      min-block-size: 5.5rem;
    }
    .count {
      min-block-size: 1.5em;
      margin: 0.15rem 0 0;
      color: var(--rp-ink-soft);
      font-size: 0.9rem;
    }
    .over {
      color: var(--rp-error);
      font-weight: 600;
    }
  `,
})
export class LongText {
  private readonly language = inject(Language);

  readonly label = input.required<string>();
  readonly hint = input<string>();
  readonly problem = input<string | null>(null);
  readonly fieldId = input.required<string>();
  readonly rows = input(3);
  /** Somebody's own words, which nobody changes. */
  readonly isQuotation = input(false);
  readonly maxLength = input(MOST, { transform: (most: number | undefined) => most ?? MOST });
  readonly value = model('');

  protected readonly left = computed(() => this.maxLength() - countCharacters(this.value()));
  protected readonly count = computed(() => {
    const left = this.left();
    if (this.maxLength() - left < this.maxLength() * NEAR) return '';
    return this.language.count(left < 0 ? 'ui.length.over' : 'ui.length.left', Math.abs(left));
  });
  protected readonly describedBy = computed(() =>
    [this.hint() && `${this.fieldId()}-hint`, this.problem() && `${this.fieldId()}-problem`]
      .filter(Boolean)
      .join(' '),
  );

  protected type(event: Event): void {
    this.value.set((event.target as HTMLTextAreaElement).value);
  }
}
