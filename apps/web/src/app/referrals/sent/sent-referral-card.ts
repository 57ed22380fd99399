import { Component, computed, inject, input, output, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import type { AnswerReferral, Problem, RemindPartner, SentReferral } from '@repere/contract';
import { RouterLink } from '@angular/router';
import { Language, SpaceTime } from '@repere/ui';
import { ActProblem } from '../../platform/act-problem';
import type { Answered, Sending } from '../../platform/api';
import { everyOf } from '../../platform/every-of';
import { SendingKey } from '../../platform/sending-key';
import { appointmentsPath, letterPath, REFERRAL_LETTER } from '../../cases/case-paths';
import { AnswerForm } from '../answer-form';
import { FeedbackForm } from '../feedback-form';
import { SentMessages } from './sent-messages';
import { ReferralEvents } from '../referral-events';
import { ReferralsClient } from '../referrals-client';
import { isUnanswered, UNANSWERED } from './unanswered';
import { AdditionsList } from './additions-list';
import { EndForm } from './end-form';

const OPEN: readonly SentReferral['state'][] = [
  ...UNANSWERED,
  ...(['accepted', 'started', 'refused', 'other-offer', 'elsewhere'] as const),
];

const LETTERS_TO: readonly SentReferral['state'][] = [...UNANSWERED, 'accepted', 'started', 'other-offer'];

const CLOSED: readonly SentReferral['state'][] = ['refused', 'elsewhere'];

/** Somebody accepted: what follows is recorded, after its end as well. */
const FOLLOWED: readonly SentReferral['state'][] = ['accepted', 'started', 'ended'];

const WAYS = everyOf<RemindPartner['how']>()(['mail', 'telephone']);

/** One referral: to whom, how it stands, since when, until when an answer is due; chased in one press, its answer recorded. */
@Component({
  selector: 'app-sent-referral',
  imports: [
    ActProblem,
    AdditionsList,
    AnswerForm,
    EndForm,
    FeedbackForm,
    MatButton,
    ReferralEvents,
    RouterLink,
    SentMessages,
  ],
  template: `
    <h3>{{ referral().partner.name }}</h3>
    <p class="state">
      <strong>{{ t('referrals.state.' + referral().state) }}</strong>
      <span>{{ t('referrals.sent.since', { moment: time.moment(referral().sentAt) }) }}</span>
      @if (waits()) {
        <span>{{ t('referrals.sent.due', { moment: time.moment(referral().dueAt) }) }}</span>
        <span>{{ t('referrals.asked.silence') }}</span>
      }
      @if (referral().feedbackDueAt; as due) {
        <span>{{ t('referrals.feedback.due', { moment: time.deadline(due) }) }}</span>
      }
    </p>
    @if (referral().crowded; as crowded) {
      <p class="named">
        {{ t('referrals.sent.crowded', { free: crowded.free }) }}
      </p>
    }
    @if (named(); as whom) {
      <p class="named">{{ t('referrals.sent.named', { whom }) }}</p>
    }
    @if (referral().service; as service) {
      <p>
        @for (phone of service.phones; track phone) {
          <a class="phone" [href]="'tel:' + phone.replaceAll(' ', '')">{{ phone }}</a>
        } @empty {
          <span class="rp-quiet">{{ t('capacity.no-phone') }}</span>
        }
        <span>{{ t('capacity.told.number', { number: service.number }) }}</span>
        &ngsp;<span class="rp-quiet">{{ way() }}</span>
      </p>
      @if (service.link?.code; as code) {
        <p>
          {{ t('capacity.code.label') }} <strong class="code">{{ code }}</strong> &ngsp;<span
            class="rp-hint"
            >{{ t('capacity.told.code-hint') }}</span
          >
        </p>
      }
    }
    @if (!referral().service && isClosed()) {
      <p class="rp-quiet">{{ t('referrals.sent.closed') }}</p>
    }
    <app-referral-events [events]="referral().events" [hasLink]="referral().service !== null" />
    <app-sent-messages
      [caseFileId]="caseFileId()"
      [referral]="referral()"
      [mayRefer]="mayRefer()"
      [isAnswerDue]="waits()"
      (changed)="changed.emit()"
    />
    @if (mayRefer()) {
      @if (referral().isAwaited) {
        <p class="rp-acts">
          @for (how of ways(); track how) {
            <button
              matButton="outlined"
              type="button"
              [attr.aria-label]="t(wordOf(how)) + ' – ' + referral().partner.name"
              (click)="remind(how)"
            >
              {{ t(wordOf(how)) }}
            </button>
          }
        </p>
      }
      @if (offer(); as offer) {
        <p class="rp-acts">
          <button
            matButton="filled"
            type="button"
            [attr.aria-label]="t('referrals.offer.take') + ' – ' + referral().partner.name"
            [attr.aria-describedby]="'offer-' + referral().id"
            (click)="takeOffer(offer.at)"
          >
            {{ t('referrals.offer.take') }}
          </button>
          <span class="rp-hint" [id]="'offer-' + referral().id">{{ t('referrals.offer.hint') }}</span>
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
      @if (expected(); as at) {
        <p class="rp-acts">
          @if (isInCalendar()) {
            <span role="status">{{ t('referrals.sent.in-calendar') }}</span>
            <a [routerLink]="calendar()">{{ t('referrals.sent.calendar-hint') }}</a>
          } @else {
            <button
              matButton="outlined"
              type="button"
              [attr.aria-label]="t('referrals.sent.to-calendar') + ' – ' + referral().partner.name"
              (click)="putInCalendar(at)"
            >
              {{ t('referrals.sent.to-calendar') }}
            </button>
            <span class="rp-hint">{{ t('referrals.said.expected', { moment: time.moment(at) }) }}</span>
          }
        </p>
      }
      @if (mayWithdraw() && isOpenToThem()) {
        <p class="rp-acts">
          <button
            matButton="outlined"
            type="button"
            [attr.aria-label]="t(withdrawWord()) + ' – ' + referral().partner.name"
            [attr.aria-describedby]="'withdraw-' + referral().id"
            (click)="withdraw()"
          >
            {{ t(withdrawWord()) }}
          </button>
          <span class="rp-hint" [id]="'withdraw-' + referral().id">{{
            t(referral().service ? 'capacity.told.withdraw-hint' : 'referrals.sent.withdraw-hint')
          }}</span>
        </p>
      }
      @if (mayWrite()) {
        <p>
          <a
            [routerLink]="letter()"
            [queryParams]="{ orientation: referral().id }"
            [attr.aria-label]="t('referrals.sent.letter') + ' – ' + referral().partner.name"
            >{{ t('referrals.sent.letter') }}</a
          >
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
        @if (!isClosed()) {
          <details (toggle)="isAddingOpen.set($any($event.target).open)">
            <summary>{{ t('referrals.additions.title') }}</summary>
            @if (referral().service) {
              <p class="rp-hint">{{ t('referrals.additions.no-account') }}</p>
            } @else if (isAddingOpen()) {
              <app-additions-list [caseFileId]="caseFileId()" [referralId]="referral().id" />
            }
          </details>
        }
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
    .phone {
      display: inline-block;
      margin-inline-end: 1rem;
      padding-block: 0.25rem;
      font-weight: 600;
    }
    .code {
      font-size: 1.15rem;
      letter-spacing: 0.05em;
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
  protected readonly language = inject(Language);
  protected readonly t = this.language.t;

  readonly caseFileId = input.required<string>();
  readonly referral = input.required<SentReferral>();
  readonly mayRefer = input.required<boolean>();
  readonly mayWithdraw = input.required<boolean>();
  readonly changed = output();

  /** No mail leaves to a service without account and address, nor where nothing stands behind it any more. */
  protected readonly ways = computed(() => {
    const { service, state, until } = this.referral();
    const isOver = state === 'withdrawn' || state === 'ended' || Date.parse(until) <= this.time.now();
    return isOver || service?.hasMail === false ? WAYS.filter((how) => how !== 'mail') : WAYS;
  });
  protected readonly way = computed(() => {
    const link = this.referral().service?.link;
    if (!link) return this.t('capacity.way.none');
    return this.t(`capacity.way.${link.state}`, { moment: link.until ? this.time.moment(link.until) : '' });
  });
  protected readonly withdrawWord = computed(() =>
    this.referral().service ? 'capacity.told.withdraw' : 'referrals.sent.withdraw',
  );
  protected readonly problem = signal<Problem | null>(null);
  /** One form at a time stands in the page: its fields have one name. */
  protected readonly isOpen = signal(false);
  protected readonly isEndOpen = signal(false);
  protected readonly isAddingOpen = signal(false);
  protected readonly isFeedbackOpen = signal(false);
  protected readonly letter = computed(() => letterPath(this.caseFileId(), REFERRAL_LETTER));
  /** To a service that said no, or of what is over, nothing more is written. */
  protected readonly mayWrite = computed(
    () => LETTERS_TO.includes(this.referral().state) && Date.parse(this.referral().until) > this.time.now(),
  );
  protected readonly isFollowed = computed(() => FOLLOWED.includes(this.referral().state));
  /** For whom it is instead, as the service says: nothing goes there by itself. */
  protected readonly named = computed(() => {
    const { state, events } = this.referral();
    if (state !== 'elsewhere') return null;
    const said = events.findLast(({ kind }) => kind === 'elsewhere');
    return [said?.words, said?.whomToCall].filter(Boolean).join(' · ') || null;
  });
  /** After a no they read nothing of the child, and nothing is added. */
  protected readonly isClosed = computed(() => CLOSED.includes(this.referral().state));
  /** It is theirs to answer still. */
  protected readonly isOpenToThem = computed(
    () => OPEN.includes(this.referral().state) && Date.parse(this.referral().until) > this.time.now(),
  );
  protected readonly waits = computed(() => isUnanswered(this.referral()));

  protected readonly recordAnswer = (answer: AnswerReferral, sending: Sending) =>
    this.client.recordAnswer(this.caseFileId(), this.referral().id, answer, sending);

  protected readonly recordFeedback = (words: string, sending: Sending) =>
    this.client.followUp(this.caseFileId(), this.referral().id, { what: 'feedback', words }, sending);

  protected withdraw(): Promise<void> {
    const { id } = this.referral();
    return this.sendAct([id, 'withdraw'], (sending) => this.client.withdraw(this.caseFileId(), id, sending));
  }

  /** A mail to a service without account is a link. */
  protected wordOf(how: RemindPartner['how']) {
    return this.referral().service && how === 'mail' ? 'capacity.told.renew' : `referrals.sent.remind-${how}`;
  }

  protected remind(how: RemindPartner['how']): Promise<void> {
    const { id, events } = this.referral();
    return this.sendAct([id, how, String(events.length)], (sending) =>
      this.client.remind(this.caseFileId(), id, how, sending),
    );
  }

  /** When the child is expected there, as long as that is to come. */
  protected readonly expected = computed(() => {
    const { state, events } = this.referral();
    const at = events.findLast(({ kind }) => kind === 'accepted')?.expectedAt ?? null;
    return state === 'accepted' && at !== null && Date.parse(at) > this.time.now() ? at : null;
  });
  protected readonly isInCalendar = signal(false);
  protected readonly calendar = computed(() => appointmentsPath(this.caseFileId()));

  protected async putInCalendar(at: string): Promise<void> {
    const { id, partner } = this.referral();
    const answer = await this.keys.sendOnce([id, 'calendar', at], (idempotencyKey) =>
      this.client.planReception(this.caseFileId(), partner.name, at, this.time.zone(), { idempotencyKey }),
    );
    this.problem.set(answer.ok ? null : answer.problem);
    this.isInCalendar.set(answer.ok);
  }

  /** What it offers instead, as it is read here: that is taken, and not what it may offer by then. */
  protected readonly offer = computed(() => {
    const { state, events } = this.referral();
    return state === 'other-offer' ? events.findLast(({ kind }) => kind === 'other-offer') : undefined;
  });

  protected takeOffer(offeredAt: string): Promise<void> {
    const { id } = this.referral();
    return this.sendAct([id, 'offer', offeredAt], (sending) =>
      this.client.takeOffer(this.caseFileId(), id, { offeredAt }, sending),
    );
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
