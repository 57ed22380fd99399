import { Injectable, computed, inject } from '@angular/core';
import { Language } from '@repere/ui';
import type { FieldProblem } from '@repere/ui/errors';
import { controlOf } from './step-mistakes';
import { StepSession } from './step-session';

/** What has to be mended in the form, in the reader's words and in the order of its fields. Provided by the form. */
@Injectable()
export class FormProblems {
  private readonly session = inject(StepSession);
  private readonly language = inject(Language);

  readonly all = computed<readonly FieldProblem[]>(() => [
    ...this.session.mistakes().map(({ fieldId, key, of }) => ({
      fieldId,
      text: this.named(of, this.language.t(key)),
    })),
    ...this.session.reasons().flatMap((reason) => {
      const page = this.session.page();
      const fieldId = page ? controlOf(reason, page) : undefined;
      const text = this.language.say(reason.text);
      return fieldId
        ? [{ fieldId, text: this.named(reason.field?.split('.').slice(1).join('.'), text) }]
        : [];
    }),
  ]);

  /** Reasons that belong to no field: the step itself is refused. */
  readonly ofStep = computed(() => {
    const page = this.session.page();
    return page ? this.session.reasons().filter((reason) => !controlOf(reason, page)) : [];
  });

  private readonly byField = computed(() =>
    Object.fromEntries(this.all().map(({ fieldId, text }) => [fieldId ?? '', text])),
  );

  of(fieldId: string): string | null {
    return this.byField()[fieldId] ?? null;
  }

  /** In front of the words, the title of the field that they are about. */
  private named(id: string | undefined, words: string): string {
    const field = this.session.page()?.fields.find((it) => it.id === id || it.id.endsWith(`.${id ?? ''}`));
    return field
      ? this.language.t('step.mistake.of', { title: this.language.say(field.title), words })
      : words;
  }
}
