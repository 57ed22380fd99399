import { Component, computed, inject, input, output } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import type { AnswerReferral } from '@repere/contract';
import { ANSWER_REASONS } from '@repere/directory';
import { answerReferralLengths } from '@repere/contract/lengths';
import { Language, SpaceTime } from '@repere/ui';
import { ChoiceField, SelectField } from '@repere/ui/choice';
import { DateField, NO_DATE } from '@repere/ui/date';
import { ErrorSummary } from '@repere/ui/feedback';
import { TextField } from '@repere/ui/field';
import { instantIn } from '../cases/cover/instant-in';
import { ActProblem } from '../platform/act-problem';
import type { Answered, Sending } from '../platform/api';
import { everyOf } from '../platform/every-of';
import { checkField, limitLength, requireValue } from '../platform/form/mistake';
import { SendingForm } from '../platform/form/sending-form';
import { wholeDay } from '../platform/form/whole-day';

type Answer = AnswerReferral['answer'];
type Reason = NonNullable<AnswerReferral['reason']>;

const ANSWERS = everyOf<Answer>()(['accepted', 'refused', 'other-offer', 'elsewhere']);
const REASONS = everyOf<Reason>()(['full', 'age', 'language', 'not-our-mission', 'not-safe-here']);

/** Yes, no with its reason, or another offer; by when and whom to call. On a telephone, by the partner; or by who was told. */
@Component({
  selector: 'app-answer-form',
  imports: [ActProblem, ChoiceField, DateField, ErrorSummary, FormField, MatButton, SelectField, TextField],
  template: `
    <rp-error-summary [problems]="form.problems()" />
    <form class="rp-form" novalidate (submit)="sendAnswer($event)">
      <rp-choice-field
        fieldId="answer-answer"
        [label]="t(isOwn() ? 'referrals.answer.own' : 'referrals.answer.theirs')"
        [options]="answers()"
        [problem]="form.problemOf('answer')"
        [formField]="form.fields.answer"
      />
      @if (form.typed().answer === 'refused') {
        <rp-select-field
          fieldId="answer-reason"
          [label]="t('referrals.answer.reason')"
          [options]="reasons()"
          [problem]="form.problemOf('reason')"
          [formField]="form.fields.reason"
        />
      }
      <rp-text-field
        fieldId="answer-words"
        [rows]="2"
        [label]="t(wordsLabel())"
        [hint]="form.typed().answer === 'elsewhere' ? t('referrals.answer.for-whom-hint') : ''"
        [problem]="form.problemOf('words')"
        [formField]="form.fields.words"
      />
      @if (form.typed().answer === 'accepted') {
        <rp-date-field
          fieldId="answer-day"
          [label]="t('referrals.answer.expected-day')"
          [problem]="form.problemOf('day')"
          [formField]="form.fields.day"
        />
        <rp-text-field
          fieldId="answer-hour"
          [label]="t('referrals.answer.expected-hour')"
          [hint]="t('referrals.answer.expected-hint')"
          [problem]="form.problemOf('hour')"
          [formField]="form.fields.hour"
        />
      } @else if (isOffer()) {
        <rp-text-field
          fieldId="answer-byWhen"
          [label]="t('referrals.answer.by-when')"
          [hint]="t('referrals.answer.by-when-hint')"
          [problem]="form.problemOf('byWhen')"
          [formField]="form.fields.byWhen"
        />
      }
      <rp-text-field
        fieldId="answer-whomToCall"
        [label]="t('referrals.answer.call-back')"
        [hint]="t('referrals.answer.call-back-hint')"
        [problem]="form.problemOf('whomToCall')"
        [formField]="form.fields.whomToCall"
      />
      <app-act-problem [problem]="form.refusal()" />
      <p class="rp-acts">
        <button matButton="filled" type="submit">
          {{ t(isOwn() ? 'referrals.answer.act' : 'referrals.answer.record') }}
        </button>
      </p>
    </form>
  `,
})
export class AnswerForm {
  private readonly time = inject(SpaceTime);
  private readonly language = inject(Language);
  protected readonly t = this.language.t;

  /** Of the partner who reads; otherwise somebody records what they were told. */
  readonly isOwn = input(false);
  readonly sending = input.required<(answer: AnswerReferral, sending: Sending) => Promise<Answered<void>>>();
  readonly sent = output();

  protected readonly form = new SendingForm(
    {
      answer: null as Answer | null,
      reason: null as Reason | null,
      ...{ words: '', day: NO_DATE, hour: '', byWhen: '', whomToCall: '' },
    },
    (it) => {
      requireValue(it.answer, 'referrals.answer.missing');
      checkField(
        it.reason,
        'referrals.answer.reason-missing',
        (reason, valueOf) => valueOf(it.answer) === 'refused' && !reason,
      );
      checkField(
        it.words,
        'referrals.answer.offer-missing',
        (words, valueOf) => valueOf(it.answer) === 'other-offer' && !words.trim(),
      );
      checkField(
        it.words,
        'referrals.answer.for-whom-missing',
        (words, valueOf) => valueOf(it.answer) === 'elsewhere' && !words.trim(),
      );
      limitLength(it.words, answerReferralLengths.words);
      checkField(it.day, 'referrals.answer.expected-wrong', () => this.hasHalfOfMoment());
      checkField(it.hour, 'referrals.answer.expected-wrong', () => this.hasHalfOfMoment());
      limitLength(it.hour, 5);
      limitLength(it.byWhen, answerReferralLengths.byWhen);
      limitLength(it.whomToCall, answerReferralLengths.whomToCall);
    },
    { idPrefix: 'answer-', serverNames: { day: 'expectedAt' } },
  );
  protected readonly isOffer = computed(() => {
    const { answer } = this.form.typed();
    return answer !== 'refused' && answer !== 'elsewhere';
  });
  protected readonly wordsLabel = computed(() => {
    const { answer } = this.form.typed();
    return answer === 'other-offer'
      ? 'referrals.answer.offer'
      : answer === 'elsewhere'
        ? 'referrals.answer.for-whom'
        : 'referrals.answer.words';
  });
  protected readonly answers = computed(() =>
    ANSWERS.map((code) => ({ code, label: this.t(`referrals.answer.${code}`) })),
  );
  protected readonly reasons = computed(() =>
    REASONS.map((code) => ({ code, label: this.language.localize(ANSWER_REASONS[code]) })),
  );

  protected async sendAnswer(event: Event): Promise<void> {
    const answer = this.readAnswer();
    const done = await this.form.sendTyped(event, (sending) => answer && this.sending()(answer, sending));
    if (!done) return;
    this.form.clear();
    this.sent.emit();
  }

  /** When the child is expected: a day with its hour, by the clocks of the case. */
  private expectedAt(): number | null {
    const { day, hour } = this.form.typed();
    const on = wholeDay(day);
    return on === null ? null : instantIn(this.time.zone(), on, hour);
  }

  private hasHalfOfMoment(): boolean {
    const { answer, day, hour } = this.form.typed();
    const isEmpty = [hour, day.day, day.month, day.year].every((part) => part.trim() === '');
    return answer === 'accepted' && !isEmpty && this.expectedAt() === null;
  }

  private readAnswer(): AnswerReferral | null {
    const { answer, reason, words, byWhen, whomToCall } = this.form.typed();
    if (!answer) return null;
    const expectedAt = this.expectedAt();
    return {
      answer,
      ...(answer === 'refused' && reason && { reason }),
      ...(words.trim() && { words: words.trim() }),
      ...(answer === 'accepted' && expectedAt !== null && { expectedAt: new Date(expectedAt).toISOString() }),
      ...(answer === 'other-offer' && byWhen.trim() && { byWhen: byWhen.trim() }),
      ...(whomToCall.trim() && { whomToCall: whomToCall.trim() }),
    };
  }
}
