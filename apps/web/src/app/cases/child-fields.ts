import { Component, computed, inject, input } from '@angular/core';
import { Language } from '@repere/ui';
import { ChoiceField } from '@repere/ui/choice';
import { DateField } from '@repere/ui/date';
import { TextField } from '@repere/ui/field';
import { GENDERS, type TypedChild } from './typed-child';

/** What identifies the child, as far as one knows. Nothing of it is required. */
@Component({
  selector: 'app-child-fields',
  imports: [ChoiceField, DateField, TextField],
  templateUrl: './child-fields.html',
  styles: `
    :host {
      display: grid;
      gap: 1.35rem;
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

  readonly draft = input.required<TypedChild>();
  /** Words of what is wrong, by field id. */
  readonly problems = input.required<Readonly<Record<string, string>>>();

  protected readonly genders = computed(() =>
    GENDERS.map((code) => ({ code, label: this.t(`cases.new.child.gender-options.${code}`) })),
  );

  protected problem(fieldId: string): string | null {
    return this.problems()[fieldId] ?? null;
  }
}
