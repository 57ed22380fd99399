import { Component, computed, inject, input, output } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import type { AnswerCapacity } from '@repere/contract';
import { ANSWER_REASONS } from '@repere/directory';
import { answerCapacityLengths } from '@repere/contract/lengths';
import { Language } from '@repere/ui';
import { ChoiceField, SelectField } from '@repere/ui/choice';
import { ErrorSummary } from '@repere/ui/feedback';
import { TextField } from '@repere/ui/field';
import { ActProblem } from '../../platform/act-problem';
import type { Answered, Sending } from '../../platform/api';
import { everyOf } from '../../platform/every-of';
import { checkField, limitLength, requireValue } from '../../platform/form/mistake';
import { SendingForm } from '../../platform/form/sending-form';

type Answer = AnswerCapacity['answer'];
type Reason = NonNullable<AnswerCapacity['reason']>;
type Hours = NonNullable<AnswerCapacity['heldHours']>;

const ANSWERS = everyOf<Answer>()(['yes', 'no', 'other-offer', 'elsewhere']);
const REASONS = everyOf<Reason>()(['full', 'age', 'language', 'not-our-mission', 'not-safe-here']);
const HOURS = everyOf<Hours>()([2, 4, 12, 24, 48, 72, 168]);

/** Yes and until when, no and why, or another offer: by the service itself, or by who was told on the telephone. */
@Component({
  selector: 'app-capacity-answer-form',
  imports: [ActProblem, ChoiceField, ErrorSummary, FormField, MatButton, SelectField, TextField],
  template: `
    <rp-error-summary [problems]="form.problems()" />
    <form class="rp-form" novalidate (submit)="sendAnswer($event)">
      <rp-choice-field
        fieldId="capacity-answer"
        [label]="t(isOwn() ? 'capacity.answer.label' : 'capacity.answer.theirs')"
        [options]="answers()"
        [problem]="form.problemOf('answer')"
        [formField]="form.fields.answer"
      />
      @let answer = form.typed().answer;
      @switch (answer) {
        @case ('yes') {
          <rp-select-field
            fieldId="capacity-heldHours"
            [label]="t(isOwn() ? 'capacity.answer.held' : 'capacity.answer.held-theirs')"
            [options]="hours()"
            [problem]="form.problemOf('heldHours')"
            [formField]="form.fields.heldHours"
          />
          <rp-text-field
            fieldId="capacity-words"
            [rows]="2"
            [label]="t('capacity.answer.condition')"
            [hint]="t('capacity.answer.condition-hint')"
            [problem]="form.problemOf('words')"
            [formField]="form.fields.words"
          />
        }
        @case ('no') {
          <rp-select-field
            fieldId="capacity-reason"
            [label]="t('capacity.answer.reason')"
            [options]="reasons()"
            [problem]="form.problemOf('reason')"
            [formField]="form.fields.reason"
          />
        }
        @case ('other-offer')
        @case ('elsewhere') {
          <rp-text-field
            fieldId="capacity-words"
            [rows]="2"
            [label]="t(answer === 'elsewhere' ? 'referrals.answer.for-whom' : 'capacity.answer.words')"
            [hint]="answer === 'elsewhere' ? t('referrals.answer.for-whom-hint') : ''"
            [problem]="form.problemOf('words')"
            [formField]="form.fields.words"
          />
        }
        @case (null) {}
        @default never;
      }
      @if (form.typed().answer !== 'no') {
        <rp-text-field
          fieldId="capacity-whomToCall"
          [label]="t('capacity.answer.call')"
          [hint]="t('capacity.answer.call-hint')"
          [problem]="form.problemOf('whomToCall')"
          [formField]="form.fields.whomToCall"
        />
      }
      <app-act-problem [problem]="form.refusal()" />
      <p class="rp-acts">
        <button matButton="filled" type="submit">
          {{ t(isOwn() ? 'capacity.answer.act' : 'capacity.answer.record') }}
        </button>
      </p>
    </form>
  `,
})
export class CapacityAnswerForm {
  private readonly language = inject(Language);
  protected readonly t = this.language.t;

  /** Of the service itself; otherwise somebody records what they were told. */
  readonly isOwn = input(false);
  readonly sending =
    input.required<(answer: AnswerCapacity, sending: Sending) => Promise<Answered<unknown>>>();
  readonly sent = output();

  protected readonly form = new SendingForm(
    {
      answer: null as Answer | null,
      heldHours: null as string | null,
      reason: null as Reason | null,
      ...{ words: '', whomToCall: '' },
    },
    (it) => {
      requireValue(it.answer, 'capacity.answer.missing');
      checkField(
        it.heldHours,
        'capacity.answer.held-missing',
        (hours, valueOf) => valueOf(it.answer) === 'yes' && !hours,
      );
      checkField(
        it.reason,
        'capacity.answer.reason-missing',
        (reason, valueOf) => valueOf(it.answer) === 'no' && !reason,
      );
      checkField(
        it.words,
        'capacity.answer.words-missing',
        (words, valueOf) => valueOf(it.answer) === 'other-offer' && !words.trim(),
      );
      checkField(
        it.words,
        'referrals.answer.for-whom-missing',
        (words, valueOf) => valueOf(it.answer) === 'elsewhere' && !words.trim(),
      );
      limitLength(it.words, answerCapacityLengths.words);
      limitLength(it.whomToCall, answerCapacityLengths.whomToCall);
    },
    { idPrefix: 'capacity-' },
  );
  protected readonly answers = computed(() =>
    ANSWERS.map((code) => ({ code, label: this.t(`capacity.answer.${code}`) })),
  );
  protected readonly hours = computed(() =>
    HOURS.map((it) => ({ code: String(it), label: this.t(`capacity.hours.${it}`) })),
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

  private readAnswer(): AnswerCapacity | null {
    const { answer, heldHours, reason, words, whomToCall } = this.form.typed();
    const hours = HOURS.find((it) => String(it) === heldHours);
    if (!answer) return null;
    return {
      answer,
      ...(answer === 'yes' && hours !== undefined && { heldHours: hours }),
      ...(answer === 'no' && reason && { reason }),
      ...(answer !== 'no' && words.trim() && { words: words.trim() }),
      ...(answer !== 'no' && whomToCall.trim() && { whomToCall: whomToCall.trim() }),
    };
  }
}
