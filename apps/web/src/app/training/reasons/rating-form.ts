import { Component, computed, effect, inject, input, output, untracked } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import type { WrittenReason } from '@repere/contract';
import { rateReasonLengths } from '@repere/contract/lengths';
import { REASON_CRITERIA, type ReasonCriterion } from '@repere/training';
import { Language } from '@repere/ui';
import { ChoiceField, type Option } from '@repere/ui/choice';
import { ErrorSummary } from '@repere/ui/feedback';
import { LongText } from '@repere/ui/field';
import { checkField, limitLength } from '../../platform/form/mistake';
import { SendingForm } from '../../platform/form/sending-form';
import { ProblemLine } from '../../platform/problem-line';
import { GroupClient } from '../group-client';

const ANSWERS = ['there', 'lacking', 'none'] as const;
type Answer = (typeof ANSWERS)[number];

type TypedRating = Record<ReasonCriterion, string | null> & { note: string };
const EMPTY: TypedRating = { facts: null, words: null, judgement: null, ground: null, note: '' };

/** Whoever leads rates one reason: four questions, each of which may be left out, and a word to whoever wrote it. */
@Component({
  selector: 'app-rating-form',
  imports: [ChoiceField, ErrorSummary, FormField, LongText, MatButton, ProblemLine],
  template: `
    <form novalidate (submit)="sendRating($event)">
      <rp-error-summary [problems]="form.problems()" />
      @for (criterion of criteria; track criterion) {
        <rp-choice-field
          layout="row"
          [fieldId]="'rating-' + criterion"
          [label]="t('training.reasons.criterion.' + criterion)"
          [hint]="t('training.reasons.hint.' + criterion)"
          [options]="answers()"
          [formField]="form.fields[criterion]"
          [problem]="form.problemOf(criterion)"
        />
      }
      <rp-long-text
        fieldId="rating-note"
        [rows]="2"
        [label]="t('training.reasons.note')"
        [formField]="form.fields.note"
        [problem]="form.problemOf('note')"
      />
      <app-problem-line [problem]="form.refusal()" (again)="sendRating()" />
      <p class="rp-acts">
        <button matButton="filled" type="submit">{{ t('training.reasons.save') }}</button>
      </p>
    </form>
  `,
  styles: `
    form {
      display: grid;
      gap: 0.9rem;
      max-inline-size: 44rem;
      margin-block: 0.75rem;
    }
    p {
      margin: 0;
    }
  `,
})
export class RatingForm {
  private readonly client = inject(GroupClient);
  private readonly language = inject(Language);
  protected readonly t = this.language.t;
  protected readonly criteria = REASON_CRITERIA;

  readonly reason = input.required<WrittenReason>();
  readonly rated = output();

  protected readonly answers = computed<readonly Option[]>(() =>
    ANSWERS.map((code) => ({ code, label: this.t(`training.reasons.answer.${code}`) })),
  );
  protected readonly form = new SendingForm<TypedRating>(
    { ...EMPTY },
    (typed) => {
      checkField(
        typed.facts,
        'training.reasons.choose',
        () => this.given('there').length + this.given('lacking').length === 0,
      );
      limitLength(typed.note, rateReasonLengths.note);
    },
    { idPrefix: 'rating-', serverNames: { facts: 'met' } },
  );

  constructor() {
    effect(() => {
      const { rating } = this.reason();
      const answerTo = (criterion: ReasonCriterion): Answer | null =>
        !rating
          ? null
          : rating.met.includes(criterion)
            ? 'there'
            : rating.missing.includes(criterion)
              ? 'lacking'
              : 'none';
      const known = {
        ...{ facts: answerTo('facts'), words: answerTo('words') },
        ...{ judgement: answerTo('judgement'), ground: answerTo('ground') },
        note: rating?.note ?? '',
      };
      untracked(() => this.form.type(known));
    });
  }

  protected async sendRating(event: Event | null = null): Promise<void> {
    const note = this.form.typed().note.trim();
    const rating = {
      met: this.given('there'),
      missing: this.given('lacking'),
      ...(note !== '' && { note }),
    };
    const { entryId } = this.reason();
    const answer = await this.form.sendTyped(event, () => this.client.rateReason(entryId, rating), {
      about: entryId,
    });
    if (answer !== null) this.rated.emit();
  }

  private given(answer: Answer): readonly ReasonCriterion[] {
    return REASON_CRITERIA.filter((it) => this.form.typed()[it] === answer);
  }
}
