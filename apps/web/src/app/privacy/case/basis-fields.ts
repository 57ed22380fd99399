import { Component, computed, inject, input } from '@angular/core';
import { SHARING_GROUNDS, sharingGroundWords } from '@repere/privacy/grounds';
import { Language } from '@repere/ui';
import { ChoiceField, SelectField } from '@repere/ui/choice';
import type { FieldProblem } from '@repere/ui/errors';
import { TextField } from '@repere/ui/field';
import type { TypedBasis } from './typed-basis';

/** Whether they are bound by secrecy, the ground, why strictly it is needed, and who was told first. */
@Component({
  selector: 'app-basis-fields',
  imports: [ChoiceField, SelectField, TextField],
  templateUrl: './basis-fields.html',
  styles: `
    :host {
      display: block;
      inline-size: 100%;
    }
    :host > * + * {
      margin-block-start: 1rem;
    }
  `,
})
export class BasisFields {
  private readonly language = inject(Language);
  protected readonly t = this.language.t;

  readonly basis = input.required<TypedBasis>();
  /** Begins the ids of the fields: `sharing`. */
  readonly form = input.required<string>();
  /** Of the whole form. */
  readonly problems = input.required<readonly FieldProblem[]>();

  /** Who was told first, or why not. */
  protected readonly firsts = ['child', 'parents'] as const;
  protected readonly yesNo = computed(() => [
    { code: 'yes', label: this.t('privacy.yes') },
    { code: 'no', label: this.t('privacy.no') },
  ]);
  protected readonly grounds = computed(() =>
    SHARING_GROUNDS.map((code) => ({ code, label: this.language.say(sharingGroundWords(code)) })),
  );

  protected at(field: string): string {
    return `${this.form()}-${field}`;
  }

  protected problemOf(field: string): string | null {
    return this.problems().find(({ fieldId }) => fieldId === this.at(field))?.text ?? null;
  }
}
