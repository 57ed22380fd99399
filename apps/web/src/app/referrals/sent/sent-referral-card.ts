import { Component, computed, inject, input, output, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import type { AnswerReferral, Problem, RemindPartner, SentReferral } from '@repere/contract';
import { Language, SpaceTime } from '@repere/ui';
import { ActProblem } from '../../platform/act-problem';
import type { Answered, Sending } from '../../platform/api';
import { everyOf } from '../../platform/every-of';
import { SendingKey } from '../../platform/sending-key';
import { AnswerForm } from '../answer-form';
import { FeedbackForm } from '../feedback-form';
import { ReferralEvents } from '../referral-events';
import { ReferralsClient } from '../referrals-client';
import { AdditionsList } from './additions-list';
import { EndForm } from './end-form';

const WAITS: readonly SentReferral['state'][] = ['sent', 'received', 'no-answer'];

/** Somebody accepted: what follows is recorded, after its end as well. */
const FOLLOWED: readonly SentReferral['state'][] = ['accepted', 'started', 'ended'];

const WAYS = everyOf<RemindPartner['how']>()(['mail', 'telephone']);

/** One referral: to whom, how it stands, since when, until when an answer is due; chased in one press, its answer recorded. */
@Component({
  selector: 'app-sent-referral',
  imports: [ActProblem, AdditionsList, AnswerForm, EndForm, FeedbackForm, MatButton, ReferralEvents],
  template: `
    <h3>{{ referral().partner.name }}</h3>
    <p class="state">
      <strong>{{ t('referrals.state.' + referral().state) }}</strong>
      <span>{{ t('referrals.sent.since', { moment: time.moment(referral().sentAt) }) }}</span>
      @if (waits()) {
        <span>{{ t('referrals.sent.due', { moment: time.moment(referral().dueAt) }) }}</span>
      }
      @if (referral().feedbackDueAt; as due) {
        <span>{{ t('referrals.feedback.due', { moment: time.deadline(due) }) }}</span>
      }
    </p>
    @if (named(); as whom) {
      <p class="named">{{ t('referrals.sent.named', { whom }) }}</p>
    }
    <app-referral-events [events]="referral().events" />
    @if (mayRefer()) {
      @if (referral().isAwaited) {
        <p class="rp-acts">
          @for (how of ways; track how) {
            <button
              matButton="outlined"
              type="button"
              [attr.aria-label]="t('referrals.sent.remind-' + how) + ' – ' + referral().partner.name"
              (click)="remind(how)"
            >
              {{ t('referrals.sent.remind-' + how) }}
            </button>
          }
        </p>
      }
      @if (referral().state === 'accepted') {
        <p class="rp-acts">
          <button
            matButton="outlined"
            type="button"
            [attr.aria-label]="t('referrals.progress.first-appointment') + ' – ' + referral().partner.name"
            (click)="receive()"
          >
            {{ t('referrals.progress.first-appointment') }}
          </button>
        </p>
      }
      <app-act-problem [problem]="problem()" />
      @if (isFollowed()) {
        <details (toggle)="isFeedbackOpen.set($any($event.target).open)">
          <summary>{{ t('referrals.feedback.title') }}</summary>
          @if (isFeedbackOpen()) {
            <app-feedback-form [sending]="recordFeedback" (sent)="changed.emit()" />
          }
        </details>
        <details (toggle)="isEndOpen.set($any($event.target).open)">
          <summary>{{ t('referrals.progress.ended') }}</summary>
          @if (isEndOpen()) {
            <app-end-form [caseFileId]="caseFileId()" [referral]="referral()" (recorded)="changed.emit()" />
          }
        </details>
      }
      @if (referral().state !== 'withdrawn' && referral().state !== 'ended') {
        <details (toggle)="isAddingOpen.set($any($event.target).open)">
          <summary>{{ t('referrals.additions.title') }}</summary>
          @if (isAddingOpen()) {
            <app-additions-list [caseFileId]="caseFileId()" [referralId]="referral().id" />
          }
        </details>
        <details (toggle)="isOpen.set($any($event.target).open)">
          <summary>{{ t('referrals.answer.record-title') }}</summary>
          @if (isOpen()) {
            <app-answer-form [sending]="recordAnswer" (sent)="changed.emit()" />
          }
        </details>
      }
    }
  `,
  styles: `
    h3 {
      margin: 0;
      font-size: 1.05rem;
    }
    .state {
      display: flex;
      flex-wrap: wrap;
      gap: 0.1rem 1.25rem;
      margin-block: 0.2rem;
    }
    .named {
      margin-block: 0.2rem;
      overflow-wrap: anywhere;
      font-weight: 600;
    }
    summary {
      min-block-size: 44px;
      padding-block: 0.6rem;
      color: var(--rp-primary);
      cursor: pointer;
    }
  `,
})
export class SentReferralCard {
  private readonly client = inject(ReferralsClient);
  private readonly keys = new SendingKey();
  protected readonly time = inject(SpaceTime);
  protected readonly t = inject(Language).t;

  readonly caseFileId = input.required<string>();
  readonly referral = input.required<SentReferral>();
  readonly mayRefer = input.required<boolean>();
  readonly changed = output();

  protected readonly ways = WAYS;
  protected readonly problem = signal<Problem | null>(null);
  /** One form at a time stands in the page: its fields have one name. */
  protected readonly isOpen = signal(false);
  protected readonly isEndOpen = signal(false);
  protected readonly isAddingOpen = signal(false);
  protected readonly isFeedbackOpen = signal(false);
  protected readonly isFollowed = computed(() => FOLLOWED.includes(this.referral().state));
  /** For whom it is instead, as the service says: nothing goes there by itself. */
  protected readonly named = computed(() => {
    const { state, events } = this.referral();
    if (state !== 'elsewhere') return null;
    const said = events.findLast(({ kind }) => kind === 'elsewhere');
    return [said?.words, said?.whomToCall].filter(Boolean).join(' · ') || null;
  });
  protected readonly waits = computed(() => WAITS.includes(this.referral().state));

  protected readonly recordAnswer = (answer: AnswerReferral, sending: Sending) =>
    this.client.recordAnswer(this.caseFileId(), this.referral().id, answer, sending);

  protected readonly recordFeedback = (words: string, sending: Sending) =>
    this.client.followUp(this.caseFileId(), this.referral().id, { what: 'feedback', words }, sending);

  protected remind(how: RemindPartner['how']): Promise<void> {
    const { id } = this.referral();
    return this.sendAct([id, how], (sending) => this.client.remind(this.caseFileId(), id, how, sending));
  }

  protected receive(): Promise<void> {
    const { id } = this.referral();
    const what = 'first-appointment';
    return this.sendAct([id, what], (sending) =>
      this.client.followUp(this.caseFileId(), id, { what }, sending),
    );
  }

  private async sendAct(
    what: readonly string[],
    send: (sending: Sending) => Promise<Answered<void>>,
  ): Promise<void> {
    const answer = await this.keys.sendOnce(what, (idempotencyKey) => send({ idempotencyKey }));
    this.problem.set(answer.ok ? null : answer.problem);
    if (answer.ok) this.changed.emit();
  }
}
