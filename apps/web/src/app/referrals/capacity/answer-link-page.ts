import { Location } from '@angular/common';
import { Component, inject, signal } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import { ActivatedRoute } from '@angular/router';
import type { AnswerCapacity, AskedCapacity } from '@repere/contract';
import { Language, SpaceTime } from '@repere/ui';
import { ErrorSummary } from '@repere/ui/feedback';
import { TextField } from '@repere/ui/field';
import { ActProblem } from '../../platform/act-problem';
import { checkField } from '../../platform/form/mistake';
import { SendingForm } from '../../platform/form/sending-form';
import { PageHeading } from '../../platform/pages/page-heading';
import { AskedQuestion } from './asked-question';
import { CapacityAnswerForm } from './capacity-answer-form';
import { CapacityClient } from './capacity-client';

/** Where a link to a service without account leads: a code, then the question alone. The secret leaves the address at once. */
@Component({
  selector: 'app-answer-link-page',
  imports: [
    ...[ActProblem, AskedQuestion, CapacityAnswerForm, ErrorSummary, FormField, MatButton, PageHeading],
    TextField,
  ],
  template: `
    <div class="rp-page">
      <h1 appPageHeading>{{ t('capacity.link.title') }}</h1>
      @if (question(); as question) {
        <p role="status">{{ news() }}</p>
        <p class="rp-quiet">{{ t('capacity.question.number', { number: question.number }) }}</p>
        @if (question.isClosed) {
          <p>{{ t('capacity.link.closed') }}</p>
        } @else {
          <app-asked-question [question]="question" />
          @if (question.heldUntil; as moment) {
            <p>
              <strong>{{ t('capacity.question.held', { moment: time.moment(moment) }) }}</strong>
            </p>
          }
          @if (question.checkPhone; as number) {
            <p>
              {{ t('capacity.verify') }}
              <a class="phone" [href]="'tel:' + number.replaceAll(' ', '')">{{ number }}</a>
            </p>
          }
          <app-capacity-answer-form [isOwn]="true" [sending]="answerQuestion" (sent)="thank()" />
        }
        <p class="rp-quiet">{{ t('capacity.link.only') }}</p>
      } @else if (isWhole) {
        <p class="rp-lead">{{ t('capacity.link.lead') }}</p>
        <rp-error-summary [problems]="form.problems()" />
        <form novalidate (submit)="openQuestion($event)">
          <rp-text-field
            fieldId="link-code"
            inputMode="numeric"
            [label]="t('capacity.link.code')"
            [hint]="t('capacity.link.code-hint')"
            [problem]="form.problemOf('code')"
            [formField]="form.fields.code"
          />
          <app-act-problem [problem]="form.refusal()" />
          <p class="rp-acts">
            <button matButton="filled" type="submit">{{ t('capacity.link.open') }}</button>
          </p>
        </form>
      } @else {
        <p role="alert">{{ t('capacity.link.broken') }}</p>
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
  private readonly token = inject(ActivatedRoute).snapshot.fragment ?? '';

  protected readonly isWhole = /^[\w-]{43}$/.test(this.token);
  protected readonly question = signal<AskedCapacity | null>(null);
  protected readonly news = signal('');
  protected readonly form = new SendingForm(
    { code: '' },
    (it) => checkField(it.code, 'capacity.link.code-missing', (code) => !/^\d{6}$/.test(plain(code))),
    { isPage: true, idPrefix: 'link-' },
  );

  protected readonly answerQuestion = async (answer: AnswerCapacity) => {
    const given = await this.client.answerLink(this.token, plain(this.form.typed().code), answer);
    if (given.ok) this.question.set(given.value);
    return given;
  };

  constructor() {
    // Not for the history, nor for who looks over a shoulder.
    const location = inject(Location);
    location.replaceState(location.path());
  }

  protected async openQuestion(event: Event): Promise<void> {
    const code = plain(this.form.typed().code);
    const opened = await this.form.sendTyped(event, () => this.client.openLink(this.token, code));
    if (opened) this.question.set(opened.value);
  }

  protected thank(): void {
    this.news.set(this.t('capacity.link.done'));
  }
}

/** As it is typed: with a blank in the middle. */
const plain = (code: string): string => code.replace(/\s/g, '');
