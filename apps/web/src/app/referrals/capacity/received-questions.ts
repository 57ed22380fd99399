import { Component, inject, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import type { AnswerCapacity, ReceivedCapacity } from '@repere/contract';
import { Language, SpaceTime } from '@repere/ui';
import type { Sending } from '../../platform/api';
import { KeysetList } from '../../platform/keyset-list';
import { ProblemLine } from '../../platform/problem-line';
import { CallBack } from '../link/call-back';
import { OverWords } from '../link/over-words';
import { AskedQuestion } from './asked-question';
import { CapacityAnswerForm } from './capacity-answer-form';
import { CapacityClient } from './capacity-client';

/** Questions for a place to one’s own services, where there are any: what is asked, and nothing of a case. */
@Component({
  selector: 'app-received-questions',
  imports: [AskedQuestion, CapacityAnswerForm, MatButton, CallBack, OverWords, ProblemLine],
  template: `
    <app-problem-line [problem]="list.problem()" (again)="list.loadPages()" />
    @if (list.content().items.length) {
      <section aria-labelledby="questions-title">
        <h2 id="questions-title">{{ t('capacity.received.title') }}</h2>
        <p>{{ t('capacity.received.lead') }}</p>
        <p role="status">{{ news() }}</p>
        <ul class="rp-list">
          @for (it of list.content().items; track it.id) {
            <li>
              <app-asked-question [question]="it" />
              <p class="rp-quiet">
                {{ t('capacity.received.for', { service: it.service }) }} ·
                {{ t('capacity.question.number', { number: it.number }) }}
              </p>
              <app-call-back [number]="it.checkPhone" [lead]="t('capacity.verify')" />
              @if (it.over; as over) {
                <app-over-words [over]="over" />
              } @else {
                <p>
                  <strong>{{ stateOf(it) }}</strong>
                </p>
                <p class="rp-acts">
                  <button
                    [matButton]="isAnswered(it) ? 'outlined' : 'filled'"
                    type="button"
                    [attr.aria-expanded]="openId() === it.id"
                    [attr.aria-label]="
                      actOf(it) + ' – ' + t('capacity.question.number', { number: it.number })
                    "
                    (click)="openId.set(openId() === it.id ? null : it.id)"
                  >
                    {{ actOf(it) }}
                  </button>
                </p>
                @if (openId() === it.id) {
                  <app-capacity-answer-form
                    [isOwn]="true"
                    [sending]="sendingOf(it)"
                    (sent)="loadQuestions(t('capacity.answer.done'))"
                  />
                }
              }
            </li>
          }
        </ul>
        @if (list.content().next) {
          <p class="rp-acts">
            <button matButton="outlined" type="button" (click)="list.more()">
              {{ t('capacity.received.more') }}
            </button>
          </p>
        }
      </section>
    }
  `,
  styles: `
    h2 {
      font-size: 1.2rem;
    }
    li {
      padding-block: 0.9rem;
      border-block-start: 1px solid var(--rp-line);
    }
    p {
      margin-block: 0.3rem;
    }
  `,
})
export class ReceivedQuestions {
  private readonly client = inject(CapacityClient);
  private readonly time = inject(SpaceTime);
  protected readonly t = inject(Language).t;

  protected readonly list = new KeysetList<ReceivedCapacity>((cursor) => this.client.received(cursor));
  protected readonly news = signal('');
  /** One form at a time stands in the page: its fields have one name. */
  protected readonly openId = signal<string | null>(null);

  constructor() {
    void this.list.loadPages();
  }

  protected async loadQuestions(news = ''): Promise<void> {
    // As many pages as are shown: who answers far below stays where they are.
    await this.list.loadPages(this.list.content().pages);
    if (this.list.problem()) return;
    this.openId.set(null);
    this.news.set(news);
  }

  protected isAnswered({ state }: ReceivedCapacity): boolean {
    return state !== 'waiting' && state !== 'no-answer';
  }

  protected stateOf({ state, heldUntil }: ReceivedCapacity): string {
    return heldUntil === null
      ? this.t(`capacity.request.${state}`)
      : this.t('capacity.question.held', { moment: this.time.moment(heldUntil) });
  }

  protected actOf(it: ReceivedCapacity): string {
    return this.t(this.isAnswered(it) ? 'capacity.received.change' : 'capacity.received.answer');
  }

  protected sendingOf({ id }: ReceivedCapacity) {
    return (answer: AnswerCapacity, sending: Sending) => this.client.answerRequest(id, answer, sending);
  }
}
