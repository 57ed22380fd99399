import { Component, inject, signal } from '@angular/core';
import type { AnswerCapacity, AskedCapacity } from '@repere/contract';
import { Language, SpaceTime } from '@repere/ui';
import { PageHeading } from '../../platform/pages/page-heading';
import { beginAnewWithAnotherLink, type LinkKey } from '../link/link-key';
import { OpenByCode } from '../link/open-by-code';
import { CallBack } from '../link/call-back';
import { OverWords } from '../link/over-words';
import { AskedQuestion } from './asked-question';
import { CapacityAnswerForm } from './capacity-answer-form';
import { CapacityClient } from './capacity-client';

/** Where a link to a service without account leads: a code, then the question alone. The secret leaves the address at once. */
@Component({
  selector: 'app-answer-link-page',
  imports: [AskedQuestion, CapacityAnswerForm, OpenByCode, CallBack, OverWords, PageHeading],
  template: `
    <div class="rp-page">
      <h1 appPageHeading>{{ t('capacity.link.title') }}</h1>
      @if (question(); as question) {
        <p role="status">{{ news() }}</p>
        <p class="rp-quiet">{{ t('capacity.question.number', { number: question.number }) }}</p>
        @if (question.over; as over) {
          <app-over-words [over]="over" />
        } @else {
          <app-asked-question [question]="question" />
          @if (question.heldUntil; as moment) {
            <p>
              <strong>{{ t('capacity.question.held', { moment: time.moment(moment) }) }}</strong>
            </p>
          }
          <app-call-back [number]="question.checkPhone" [lead]="t('capacity.verify')" />
          <app-capacity-answer-form [isOwn]="true" [sending]="answerQuestion" (sent)="thank()" />
        }
        <p class="rp-quiet">{{ t('capacity.link.only') }}</p>
      } @else {
        <app-open-by-code
          [lead]="t('capacity.link.lead')"
          [act]="t('capacity.link.open')"
          [opening]="openQuestion"
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
export class AnswerLinkPage {
  private readonly client = inject(CapacityClient);
  protected readonly time = inject(SpaceTime);
  protected readonly t = inject(Language).t;
  private key: LinkKey | null = null;

  protected readonly question = signal<AskedCapacity | null>(null);
  protected readonly news = signal('');
  protected readonly answerQuestion = async (answer: AnswerCapacity) => {
    if (!this.key) throw new Error('nothing is open');
    const given = await this.client.answerLink(this.key, answer);
    if (given.ok) this.question.set(given.value);
    return given;
  };

  protected readonly openQuestion = async (key: LinkKey) => {
    const opened = await this.client.openLink(key);
    this.key = key;
    if (opened.ok) this.question.set(opened.value);
    return opened;
  };

  constructor() {
    beginAnewWithAnotherLink();
  }

  protected thank(): void {
    this.news.set(this.t('capacity.link.done'));
  }
}
