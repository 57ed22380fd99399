import { Component, inject, input, output } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import { giveFeedbackLengths } from '@repere/contract/lengths';
import { Language } from '@repere/ui';
import { ErrorSummary } from '@repere/ui/feedback';
import { TextField } from '@repere/ui/field';
import { ActProblem } from '../platform/act-problem';
import type { Answered, Sending } from '../platform/api';
import { limitLength, requireValue } from '../platform/form/mistake';
import { SendingForm } from '../platform/form/sending-form';

/** What came of the child: told by the service that took them, or noted by who was told. */
@Component({
  selector: 'app-feedback-form',
  imports: [ActProblem, ErrorSummary, FormField, MatButton, TextField],
  template: `
    <rp-error-summary [problems]="form.problems()" />
    <form class="rp-form" novalidate (submit)="sendFeedback($event)">
      <rp-text-field
        fieldId="feedback-words"
        [rows]="3"
        [label]="t(isOwn() ? 'referrals.feedback.own' : 'referrals.feedback.theirs')"
        [hint]="t('referrals.feedback.hint')"
        [problem]="form.problemOf('words')"
        [formField]="form.fields.words"
      />
      <app-act-problem [problem]="form.refusal()" />
      <p class="rp-acts">
        <button matButton="filled" type="submit">
          {{ t(isOwn() ? 'referrals.feedback.send' : 'referrals.feedback.record') }}
        </button>
      </p>
    </form>
  `,
})
export class FeedbackForm {
  protected readonly t = inject(Language).t;

  /** Of the service itself; otherwise somebody records what they were told. */
  readonly isOwn = input(false);
  readonly sending = input.required<(words: string, sending: Sending) => Promise<Answered<void>>>();
  readonly sent = output();

  protected readonly form = new SendingForm(
    { words: '' },
    (it) => {
      requireValue(it.words, 'referrals.feedback.missing');
      limitLength(it.words, giveFeedbackLengths.words);
    },
    { idPrefix: 'feedback-' },
  );

  protected async sendFeedback(event: Event): Promise<void> {
    const words = this.form.typed().words.trim();
    const done = await this.form.sendTyped(event, (sending) => this.sending()(words, sending));
    if (!done) return;
    this.form.clear();
    this.sent.emit();
  }
}
