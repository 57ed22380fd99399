import { Component, inject, input, output } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import type { QuestionToMe } from '@repere/contract';
import { Language, SpaceTime } from '@repere/ui';
import { LongText } from '@repere/ui/field';
import { answerWhyLengths } from '@repere/contract/lengths';
import { SendingForm } from '../../platform/form/sending-form';
import { limitLength, requireValue } from '../../platform/form/mistake';
import { ActProblem } from '../../platform/act-problem';
import { AccessLogClient } from './access-log-client';

/** One question about an access, and the answer to it. */
@Component({
  selector: 'app-answer-why-form',
  imports: [ActProblem, FormField, LongText, MatButton],
  template: `
    <form novalidate (submit)="answerWhy($event)">
      <p>
        {{
          t('audit.access-log.to-me.about', {
            reference: question().reference,
            when: time.exactly(question().accessedAt),
          })
        }}
        {{ localize(question().act) }}.
      </p>
      <p>
        {{ language.labelled(question().askedBy, question().question) }}
      </p>
      <rp-long-text
        [fieldId]="'answer-' + question().id"
        [label]="t('audit.access-log.to-me.label')"
        [rows]="2"
        [problem]="form.problemOf('answer')"
        [formField]="form.fields.answer"
      />
      <app-act-problem [problem]="form.refusal()" />
      <p class="rp-acts">
        <button matButton="outlined" type="submit">{{ t('audit.access-log.to-me.act') }}</button>
      </p>
    </form>
  `,
  styles: `
    p {
      margin: 0 0 0.4rem;
    }
  `,
})
export class AnswerWhyForm {
  private readonly client = inject(AccessLogClient);
  protected readonly language = inject(Language);
  protected readonly time = inject(SpaceTime);
  protected readonly t = this.language.t;
  protected readonly localize = this.language.localize;

  readonly question = input.required<QuestionToMe>();
  readonly answered = output<void>();

  protected readonly form = new SendingForm({ answer: '' }, ({ answer }) => {
    requireValue(answer, 'audit.access-log.to-me.missing');
    limitLength(answer, answerWhyLengths.answer);
  });

  protected async answerWhy(event: Event): Promise<void> {
    const answer = this.form.typed().answer.trim();
    const done = await this.form.sendTyped(
      event,
      (sending) => this.client.answerWhy(this.question().id, answer, sending),
      { about: this.question().id },
    );
    if (done) this.answered.emit();
  }
}
