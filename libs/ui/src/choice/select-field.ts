import { Component, computed, inject, input, model } from '@angular/core';
import { Language } from '../language/language';
import type { Option } from './choice-field';

/** One of many. */
@Component({
  selector: 'rp-select-field',
  template: `
    <label class="rp-label" [for]="fieldId()">{{ label() }}</label>
    @if (hint(); as hint) {
      <p class="rp-hint" [id]="fieldId() + '-hint'">{{ hint }}</p>
    }
    @if (problem(); as problem) {
      <p class="rp-problem" [id]="fieldId() + '-problem'">{{ problem }}</p>
    }
    <select
      class="rp-input"
      [id]="fieldId()"
      [attr.aria-describedby]="describedBy() || null"
      [attr.aria-invalid]="problem() ? true : null"
      (change)="chooseOption($event)"
    >
      <option value="" [selected]="!value()">{{ none() ?? t('ui.choose') }}</option>
      @for (group of groups(); track group.name) {
        @if (group.name) {
          <optgroup [label]="group.name">
            @for (option of group.options; track option.code) {
              <option [value]="option.code" [selected]="option.code === value()">{{ option.label }}</option>
            }
          </optgroup>
        } @else {
          @for (option of group.options; track option.code) {
            <option [value]="option.code" [selected]="option.code === value()">{{ option.label }}</option>
          }
        }
      }
    </select>
  `,
  host: { '[class.rp-has-problem]': '!!problem()' },
  styles: `
    :host {
      display: block;
    }
  `,
})
export class SelectField {
  protected readonly t = inject(Language).t;

  readonly label = input.required<string>();
  readonly hint = input<string>();
  readonly fieldId = input.required<string>();
  readonly options = input.required<readonly Option[]>();
  /** What it means to choose none, where that is an answer. */
  readonly none = input<string>();
  readonly problem = input<string | null>(null);
  readonly value = model<string | null>(null);

  /** Each heading once, where it came first. */
  protected readonly groups = computed(() =>
    [...new Set(this.options().map(({ group = '' }) => group))].map((name) => ({
      name,
      options: this.options().filter(({ group = '' }) => group === name),
    })),
  );
  protected readonly describedBy = computed(() =>
    [this.hint() && `${this.fieldId()}-hint`, this.problem() && `${this.fieldId()}-problem`]
      .filter(Boolean)
      .join(' '),
  );

  protected chooseOption(event: Event): void {
    this.value.set((event.target as HTMLSelectElement).value || null);
  }
}
