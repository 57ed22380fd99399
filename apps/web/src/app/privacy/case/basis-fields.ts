import { Component, computed, inject, input } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import { SHARING_GROUNDS, sharingGroundWords } from '@repere/privacy';
import { Language } from '@repere/ui';
import { ChoiceField, SelectField } from '@repere/ui/choice';
import { TextField } from '@repere/ui/field';
import type { FormPart } from '../../platform/form/sending-form';
import type { TypedBasis } from './typed-basis';

/** Whether they are bound by secrecy, the ground, why strictly it is needed, and who was told first. */
@Component({
  selector: 'app-basis-fields',
  imports: [ChoiceField, FormField, SelectField, TextField],
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

  /** The form that tells; this is a part of it. */
  readonly form = input.required<FormPart<TypedBasis>>();
  /** Begins the ids of the fields: `sharing-`. */
  readonly idPrefix = input.required<string>();

  /** Where what is told says by itself whether they are bound, and on which ground, neither is asked. */
  readonly asksGround = input(true);

  /** Who was told first, or why not. */
  protected readonly firsts = [
    { who: 'child', why: 'whyChild' },
    { who: 'parents', why: 'whyParents' },
  ] as const;
  protected readonly yesNo = computed(() => [
    { code: 'yes', label: this.t('privacy.yes') },
    { code: 'no', label: this.t('privacy.no') },
  ]);
  protected readonly grounds = computed(() =>
    SHARING_GROUNDS.map((code) => ({ code, label: this.language.localize(sharingGroundWords(code)) })),
  );

  protected at(field: string): string {
    return `${this.idPrefix()}${field}`;
  }
}
