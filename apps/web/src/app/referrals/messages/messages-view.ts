import { Component, computed, inject, input, output } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import type { ReferralMessage, ReferralMessages } from '@repere/contract';
import { writeMessageLengths } from '@repere/contract/lengths';
import { Language, SpaceTime } from '@repere/ui';
import { ErrorSummary } from '@repere/ui/feedback';
import { TextField } from '@repere/ui/field';
import { ActProblem } from '../../platform/act-problem';
import type { Answered, Sending } from '../../platform/api';
import { limitLength, requireValue } from '../../platform/form/mistake';
import { SendingForm } from '../../platform/form/sending-form';

/** What the team and the service wrote to each other about one referral, in order, and a field for one message more. */
@Component({
  selector: 'app-messages-view',
  imports: [ActProblem, ErrorSummary, FormField, MatButton, TextField],
  template: `
    @if (lines().length) {
      <ol>
        @for (line of lines(); track $index) {
          <li>
            <strong>{{ line.who }}</strong> {{ line.when }}
            @if (line.isNew) {
              <strong class="new">{{ t('referrals.messages.new') }}</strong>
            }
            <span class="words">{{ line.words }}</span>
            @if (line.seen; as seen) {
              <span class="rp-quiet">{{ seen }}</span>
            }
          </li>
        }
      </ol>
    }
    @if (messages().mayWrite) {
      <rp-error-summary [problems]="form.problems()" />
      <form class="rp-form" novalidate (submit)="sendMessage($event)">
        <rp-text-field
          [fieldId]="prefix + 'words'"
          [rows]="2"
          [label]="t('referrals.messages.to-' + other())"
          [hint]="t('referrals.messages.hint-' + side())"
          [problem]="form.problemOf('words')"
          [formField]="form.fields.words"
        />
        @if (isReadByLink()) {
          <p class="rp-hint">{{ t('referrals.messages.no-name') }}</p>
        }
        @if (isAnswerDue()) {
          <p class="rp-hint">{{ t('referrals.messages.no-answer-' + side()) }}</p>
        }
        <app-act-problem [problem]="form.refusal()" />
        <p class="rp-acts">
          <button matButton="outlined" type="submit">{{ t('referrals.messages.send') }}</button>
        </p>
      </form>
    }
  `,
  styles: `
    ol {
      margin: 0.25rem 0;
      padding: 0;
      list-style: none;
      line-height: 1.45;
    }
    li {
      padding-block: 0.35rem;
      border-block-start: 1px solid var(--rp-line);
    }
    .new {
      color: var(--rp-primary);
    }
    .words {
      display: block;
      overflow-wrap: anywhere;
      white-space: pre-line;
    }
  `,
})
export class MessagesView {
  private readonly time = inject(SpaceTime);
  protected readonly t = inject(Language).t;
  /** Several referrals of a page may each have the field. */
  protected readonly prefix = `message-${String(++made)}-`;

  readonly messages = input.required<ReferralMessages>();
  /** Who reads, and writes. */
  readonly side = input.required<ReferralMessage['from']>();
  /** Nobody answered yet, and a message is no answer. */
  readonly isAnswerDue = input(false);
  /** Who has the mailbox of the service and hears the code reads it too. */
  readonly isReadByLink = input(false);
  readonly sending = input.required<(words: string, sending: Sending) => Promise<Answered<void>>>();
  readonly sent = output();

  protected readonly other = computed(() => (this.side() === 'team' ? 'service' : 'team'));
  protected readonly lines = computed(() =>
    this.messages().items.map(({ from, by, at, words, seenAt }) => ({
      who: by ?? this.t(`referrals.messages.by-${from}`),
      when: this.time.moment(at),
      isNew: from !== this.side() && seenAt === null,
      words: words ?? this.t('referrals.messages.hidden'),
      seen:
        from === this.side() && seenAt !== null
          ? this.t(`referrals.messages.seen-by-${this.other()}`, { moment: this.time.moment(seenAt) })
          : null,
    })),
  );

  protected readonly form = new SendingForm(
    { words: '' },
    (it) => {
      requireValue(it.words, 'referrals.messages.missing');
      limitLength(it.words, writeMessageLengths.words);
    },
    { idPrefix: this.prefix },
  );

  protected async sendMessage(event: Event): Promise<void> {
    const words = this.form.typed().words.trim();
    const done = await this.form.sendTyped(event, (sending) => this.sending()(words, sending));
    if (!done) return;
    this.form.clear();
    this.sent.emit();
  }
}

let made = 0;
