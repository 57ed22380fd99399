import { Component, inject, signal } from '@angular/core';
import type { AnswerReferral, LinkedReferral } from '@repere/contract';
import { NEEDS } from '@repere/directory';
import { Language, SpaceTime } from '@repere/ui';
import type { Answered } from '../../platform/api';
import { PageHeading } from '../../platform/pages/page-heading';
import { AnswerForm } from '../answer-form';
import { beginAnewWithAnotherLink, type LinkKey } from '../link/link-key';
import { OpenByCode } from '../link/open-by-code';
import { CallBack } from '../link/call-back';
import { MessagesView } from '../messages/messages-view';
import { OverWords } from '../link/over-words';
import { ownStateOf } from '../own-state';
import { ReferralEvents } from '../referral-events';
import { ReferralsClient } from '../referrals-client';
import { isUnanswered } from '../sent/unanswered';
import { TermsView } from '../terms/terms-view';

/** Where a link leads by which a service without account answers a referral: a code, then the answer. The secret leaves the address at once. */
@Component({
  selector: 'app-referral-link-page',
  imports: [
    ...[AnswerForm, CallBack, MessagesView, OpenByCode, OverWords, PageHeading, ReferralEvents, TermsView],
  ],
  template: `
    <div class="rp-page">
      <h1 appPageHeading>{{ t('capacity.answer-referral.title') }}</h1>
      @if (referral(); as referral) {
        <p role="status">{{ news() }}</p>
        <p class="rp-lead">
          {{
            t('capacity.answer-referral.asked', {
              number: referral.number,
              moment: time.moment(referral.sentAt),
            })
          }}
        </p>
        @if (need(); as need) {
          <p>{{ need }}</p>
        }
        @if (referral.over; as over) {
          <app-over-words [over]="over" />
        } @else {
          <app-terms-view [terms]="referral.terms" />
          <p>
            <strong>{{ t('referrals.own-state.' + ownStateOf(referral)) }}</strong>
            &ngsp;<span>{{ t('referrals.sent.due', { moment: time.moment(referral.dueAt) }) }}</span>
          </p>
          @if (referral.answers.length) {
            <h2>{{ t('capacity.answer-referral.given') }}</h2>
            <app-referral-events [events]="referral.answers" />
          }
          <app-call-back [number]="referral.checkPhone" [lead]="t('capacity.verify')" />
          <app-answer-form [isOwn]="true" [sending]="answerReferral" (sent)="thank()" />
          @if (referral.messages.mayWrite || referral.messages.items.length) {
            <h2>{{ t('referrals.messages.title') }}</h2>
            <app-messages-view
              side="service"
              [messages]="referral.messages"
              [isAnswerDue]="isUnanswered(referral)"
              [sending]="writeMessage"
              (sent)="news.set(t('referrals.messages.done'))"
            />
          }
        }
        <p class="rp-quiet">{{ t('capacity.answer-referral.only') }}</p>
      } @else {
        <app-open-by-code
          [lead]="t('capacity.answer-referral.lead')"
          [act]="t('capacity.answer-referral.open')"
          [opening]="openReferral"
        />
      }
    </div>
  `,
  styles: `
    .rp-page {
      max-inline-size: 38rem;
    }
  `,
})
export class ReferralLinkPage {
  private readonly client = inject(ReferralsClient);
  protected readonly time = inject(SpaceTime);
  private readonly language = inject(Language);
  protected readonly t = this.language.t;
  protected readonly ownStateOf = ownStateOf;
  protected readonly isUnanswered = isUnanswered;
  private key: LinkKey | null = null;

  protected readonly referral = signal<LinkedReferral | null>(null);
  protected readonly news = signal('');
  protected readonly answerReferral = (answer: AnswerReferral) =>
    this.sendByLink((key) => this.client.answerReferralLink(key, answer));
  protected readonly writeMessage = (words: string) =>
    this.sendByLink((key) => this.client.writeByLink(key, words));

  /** How it stands after it is what is shown. */
  private async sendByLink(
    send: (key: LinkKey) => Promise<Answered<LinkedReferral>>,
  ): Promise<Answered<void>> {
    if (!this.key) throw new Error('nothing is open');
    const given = await send(this.key);
    if (!given.ok) return given;
    this.referral.set(given.value);
    return { ...given, value: undefined };
  }

  protected need(): string | null {
    const need = this.referral()?.need;
    return need ? this.language.localize(NEEDS[need].title) : null;
  }

  protected readonly openReferral = async (key: LinkKey): Promise<Answered<LinkedReferral>> => {
    const opened = await this.client.openReferralLink(key);
    this.key = key;
    if (opened.ok) this.referral.set(opened.value);
    return opened;
  };

  constructor() {
    beginAnewWithAnotherLink();
  }

  protected thank(): void {
    this.news.set(this.t('capacity.link.done'));
  }
}
