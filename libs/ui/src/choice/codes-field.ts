import { Component, computed, input, model } from '@angular/core';
import type { Option } from './choice-field';

/** Any of several, all in sight. */
@Component({
  selector: 'rp-codes-field',
  template: `
    <fieldset [attr.aria-describedby]="describedBy() || null" [class.rp-has-problem]="problem()">
      <legend class="rp-label">{{ label() }}</legend>
      @if (hint(); as hint) {
        <p class="rp-hint" [id]="fieldId() + '-hint'">{{ hint }}</p>
      }
      @if (problem(); as problem) {
        <p class="rp-problem" [id]="fieldId() + '-problem'">{{ problem }}</p>
      }
      @for (option of options(); track option.code) {
        <label>
          <input
            type="checkbox"
            [id]="$first ? fieldId() : fieldId() + '-' + option.code"
            [checked]="value().includes(option.code)"
            (change)="toggle(option.code)"
          />
          <span>
            {{ option.label }}
            @if (option.hint; as hint) {
              <span class="rp-hint">{{ hint }}</span>
            }
          </span>
        </label>
      }
    </fieldset>
  `,
  styleUrl: './choice-field.scss',
})
export class CodesField {
  readonly label = input.required<string>();
  readonly hint = input<string>();
  /** Id of the first box: the error summary links to it. */
  readonly fieldId = input.required<string>();
  readonly options = input.required<readonly Option[]>();
  readonly problem = input<string | null>(null);
  readonly value = model<readonly string[]>([]);

  protected readonly describedBy = computed(() =>
    [this.hint() && `${this.fieldId()}-hint`, this.problem() && `${this.fieldId()}-problem`]
      .filter(Boolean)
      .join(' '),
  );

  /** In the order of the options, whatever was ticked first. */
  protected toggle(code: string): void {
    const before = this.value();
    const after = before.includes(code) ? before.filter((it) => it !== code) : [...before, code];
    this.value.set(
      this.options()
        .map((option) => option.code)
        .filter((it) => after.includes(it)),
    );
  }
}
