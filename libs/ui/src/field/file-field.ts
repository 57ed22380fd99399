import { Component, ElementRef, computed, effect, input, model, viewChild } from '@angular/core';

/** Files to pick, with its label above, its hint, and the words of a mistake. */
@Component({
  selector: 'rp-file-field',
  template: `
    <label class="rp-label" [for]="fieldId()">{{ label() }}</label>
    @if (hint(); as hint) {
      <p class="rp-hint" [id]="fieldId() + '-hint'">{{ hint }}</p>
    }
    @if (problem(); as problem) {
      <p class="rp-problem" [id]="fieldId() + '-problem'">{{ problem }}</p>
    }
    <input
      #picker
      class="rp-input"
      type="file"
      [id]="fieldId()"
      [multiple]="isMultiple()"
      [accept]="accept()"
      [attr.aria-describedby]="describedBy() || null"
      [attr.aria-invalid]="problem() ? true : null"
      (change)="value.set([...(picker.files ?? [])])"
    />
  `,
  host: { '[class.rp-has-problem]': '!!problem()' },
  styles: `
    :host {
      display: block;
    }
    input {
      padding-block: 0.6rem;
    }
  `,
})
export class FileField {
  readonly label = input.required<string>();
  readonly hint = input<string>();
  readonly fieldId = input.required<string>();
  readonly problem = input<string | null>(null);
  readonly isMultiple = input(false);
  /** Which may be picked: endings, or kinds. */
  readonly accept = input('');
  readonly value = model<readonly File[]>([]);
  private readonly picker = viewChild.required<ElementRef<HTMLInputElement>>('picker');

  protected readonly describedBy = computed(() =>
    [this.hint() && `${this.fieldId()}-hint`, this.problem() && `${this.fieldId()}-problem`]
      .filter(Boolean)
      .join(' '),
  );

  constructor() {
    // Where a form is emptied, the browser would go on naming what was picked.
    effect(() => {
      if (!this.value().length) this.picker().nativeElement.value = '';
    });
  }
}
