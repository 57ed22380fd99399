import { Injectable, computed, inject } from '@angular/core';
import type { ProblemReason } from '@repere/contract';
import { Language } from '@repere/ui';
import type { FieldProblem } from '@repere/ui/feedback';
import { leadByTitle, formatMistakes } from './format-mistakes';
import { controlOf } from './step-mistakes';
import { StepSession } from './step-session';

/** What has to be mended in the form, in the reader's words and in the order of its fields. Provided by the form. */
@Injectable()
export class FormProblems {
  private readonly session = inject(StepSession);
  private readonly language = inject(Language);

  private readonly fields = computed(() => this.session.page()?.fields ?? []);

  readonly all = computed<readonly FieldProblem[]>(() => [
    ...formatMistakes(this.session.mistakes(), this.fields(), this.language),
    ...this.session.reasons().flatMap((reason) => {
      const page = this.session.page();
      const fieldId = page ? controlOf(reason, page) : undefined;
      const text = this.language.localize(reason.text);
      return fieldId
        ? [{ fieldId, text: leadByTitle(text, pathIn(reason), this.fields(), this.language) }]
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

  problemOf(fieldId: string): string | null {
    return this.byField()[fieldId] ?? null;
  }
}

/** `values.birth` is about `birth`. */
const pathIn = ({ field }: ProblemReason): string | undefined => field?.split('.').slice(1).join('.');
