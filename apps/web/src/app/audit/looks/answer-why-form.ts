import { Component, inject, input, output, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import type { QuestionToMe } from '@repere/audit';
import type { Problem } from '@repere/cases';
import { Language, LongText, SpaceTime } from '@repere/ui';
import { ActProblem } from '../../cases/act-problem';
import { SendingKey } from '../../cases/sending-key';
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
        [problem]="isMissing() ? t('audit.looks.to-me.missing') : null"
        [(value)]="words"
      />
      <app-act-problem [problem]="problem()" />
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
  private readonly keys = new SendingKey();
  private readonly language = inject(Language);
  protected readonly time = inject(SpaceTime);
  protected readonly t = this.language.t;
  protected readonly say = this.language.say;

  readonly question = input.required<QuestionToMe>();
  readonly answered = output<void>();

  protected readonly words = signal('');
  protected readonly isMissing = signal(false);
  protected readonly problem = signal<Problem | null>(null);

  protected async answer(event: Event): Promise<void> {
    event.preventDefault();
    const words = this.words().trim();
    this.isMissing.set(!words);
    if (!words) return;
    const sent = await this.keys.send([this.question().id, words], (idempotencyKey) =>
      this.client.answer(this.question().id, words, { idempotencyKey }),
    );
    this.problem.set(sent.ok ? null : sent.problem);
    if (sent.ok) this.answered.emit();
  }
}
