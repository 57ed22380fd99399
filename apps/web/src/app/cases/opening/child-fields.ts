import { Component, computed, inject, input, linkedSignal } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import { GENDER_WORDS, GENDERS } from '@repere/cases';
import { Language, capitalised } from '@repere/ui';
import { ChoiceField } from '@repere/ui/choice';
import { DateField } from '@repere/ui/date';
import { TextField } from '@repere/ui/field';
import type { FormPart } from '../../platform/form/sending-form';
import type { ChildAsTyped } from './typed-child';

/** What identifies the child, as far as one knows. Nothing of it is required. */
@Component({
  selector: 'app-child-fields',
  imports: [ChoiceField, DateField, FormField, TextField],
  templateUrl: './child-fields.html',
  styles: `
    :host {
      display: grid;
      gap: 1.35rem;
    }
    .more {
      display: grid;
      gap: 1.35rem;
      padding-block-start: 0.5rem;
    }
    .pair {
      display: grid;
      grid-template-columns: repeat(auto-fit, minmax(min(100%, 15rem), 1fr));
      gap: 1.35rem;
      max-inline-size: 38rem;
    }
  `,
})
export class ChildFields {
  private readonly language = inject(Language);
  protected readonly t = this.language.t;

  /** The form that asks for more than the child. */
  readonly form = input.required<FormPart<ChildAsTyped>>();

  /** Once something of it was typed it stays open under the hand that empties it. */
  protected readonly opensMore = linkedSignal<boolean, boolean>({
    source: () => {
      const form = this.form();
      const { alsoKnownAs, phones } = form.typed();
      return (
        [alsoKnownAs, phones].some((it) => it !== '') ||
        (['alsoKnownAs', 'phones'] as const).some((it) => form.problemOf(it) !== null)
      );
    },
    computation: (isWanted, before) => isWanted || before?.value === true,
  });
  protected readonly genders = computed(() =>
    GENDERS.map((code) => ({ code, label: capitalised(this.language.localize(GENDER_WORDS[code])) })),
  );
}
