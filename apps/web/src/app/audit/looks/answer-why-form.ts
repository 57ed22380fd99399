import { Component, inject, input, output } from '@angular/core';
import { MatButton } from '@angular/material/button';
import type { QuestionToMe } from '@repere/audit';
import { Language, SpaceTime } from '@repere/ui';
import { LongText } from '@repere/ui/field';
import { ActProblem } from '../../platform/act-problem';
import { SendingText } from '../../platform/sending-text';
import { LooksClient } from './looks-client';

/** One question about a look, and the answer to it. */
@Component({
  selector: 'app-answer-why-form',
  imports: [ActProblem, LongText, MatButton],
  template: `
    <form novalidate (submit)="answer($event)">
      <p>
        {{
          t('audit.looks.to-me.about', {
            reference: question().reference,
            when: time.exactly(question().lookedAt),
          })
        }}
        {{ say(question().act) }}.
      </p>
      <p>
        <strong>{{ question().askedBy }} :</strong> {{ question().question }}
      </p>
      <rp-long-text
        [fieldId]="'answer-' + question().id"
        [label]="t('audit.looks.to-me.label')"
        [maxLength]="2000"
        [rows]="2"
        [problem]="words.isMissing() ? t('audit.looks.to-me.missing') : null"
        [(value)]="words.text"
      />
      <app-act-problem [problem]="words.problem()" />
      <p class="rp-acts">
        <button matButton="outlined" type="submit">{{ t('audit.looks.to-me.act') }}</button>
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
  private readonly client = inject(LooksClient);
  private readonly language = inject(Language);
  protected readonly time = inject(SpaceTime);
  protected readonly t = this.language.t;
  protected readonly say = this.language.say;

  readonly question = input.required<QuestionToMe>();
  readonly answered = output<void>();

  protected readonly words = new SendingText();

  protected async answer(event: Event): Promise<void> {
    const done = await this.words.send(event, this.question().id, (words, sending) =>
      this.client.answer(this.question().id, words, sending),
    );
    if (done) this.answered.emit();
  }
}
