import { Component, computed, inject, input, output } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import type { FollowUpReferral, SentReferral } from '@repere/contract';
import { ANSWER_REASONS } from '@repere/directory';
import { followUpReferralLengths } from '@repere/contract/lengths';
import { Language } from '@repere/ui';
import { ChoiceField } from '@repere/ui/choice';
import { ErrorSummary } from '@repere/ui/feedback';
import { TextField } from '@repere/ui/field';
import { ActProblem } from '../../platform/act-problem';
import { everyOf } from '../../platform/every-of';
import { limitLength, requireValue } from '../../platform/form/mistake';
import { SendingForm } from '../../platform/form/sending-form';
import { ReferralsClient } from '../referrals-client';

type Outcome = NonNullable<FollowUpReferral['outcome']>;

const OUTCOMES = everyOf<Outcome>()(['met', 'partly-met', 'not-met']);

/** A referral that was accepted is over: whether the need was met, and what the service and the child say of it. */
@Component({
  selector: 'app-end-form',
  imports: [ActProblem, ChoiceField, ErrorSummary, FormField, MatButton, TextField],
  template: `
    <rp-error-summary [problems]="form.problems()" />
    <form class="rp-form" novalidate (submit)="recordEnd($event)">
      <rp-choice-field
        fieldId="end-outcome"
        [label]="t('referrals.progress.outcome')"
        [options]="outcomes()"
        [problem]="form.problemOf('outcome')"
        [formField]="form.fields.outcome"
      />
      <rp-text-field
        fieldId="end-words"
        [rows]="2"
        [label]="t('referrals.progress.words')"
        [hint]="t('referrals.progress.closes')"
        [problem]="form.problemOf('words')"
        [formField]="form.fields.words"
      />
      <app-act-problem [problem]="form.refusal()" />
      <p class="rp-acts">
        <button matButton="filled" type="submit">{{ t('referrals.progress.act') }}</button>
      </p>
    </form>
  `,
})
export class EndForm {
  private readonly client = inject(ReferralsClient);
  private readonly language = inject(Language);
  protected readonly t = this.language.t;

  readonly caseFileId = input.required<string>();
  readonly referral = input.required<SentReferral>();
  readonly recorded = output();

  protected readonly form = new SendingForm(
    { outcome: null as Outcome | null, words: '' },
    (it) => {
      requireValue(it.outcome, 'referrals.progress.missing');
      limitLength(it.words, followUpReferralLengths.words);
    },
    { idPrefix: 'end-' },
  );
  protected readonly outcomes = computed(() =>
    OUTCOMES.map((code) => ({ code, label: this.language.localize(ANSWER_REASONS[code]) })),
  );

  protected async recordEnd(event: Event): Promise<void> {
    const { outcome, words } = this.form.typed();
    const end = outcome && { what: 'ended' as const, outcome, ...(words.trim() && { words: words.trim() }) };
    const done = await this.form.sendTyped(
      event,
      (sending) => end && this.client.followUp(this.caseFileId(), this.referral().id, end, sending),
    );
    if (done) this.recorded.emit();
  }
}
