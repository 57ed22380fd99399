import { Component, inject, input, output, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import type { Problem } from '@repere/cases';
import { Language, LongText } from '@repere/ui';
import { ActProblem } from '../../cases/act-problem';
import { SendingKey } from '../../cases/sending-key';
import { LooksClient } from './looks-client';

/** Asks somebody why they looked: a question, not an accusation. */
@Component({
  selector: 'app-ask-why-form',
  imports: [ActProblem, LongText, MatButton],
  template: `
    <form novalidate (submit)="ask($event)">
      <rp-long-text
        [fieldId]="'why-' + look()"
        [label]="t('audit.looks.ask.label', { name: name() })"
        [hint]="t('audit.looks.ask.hint')"
        [maxLength]="1000"
        [rows]="2"
        [problem]="isMissing() ? t('audit.looks.ask.missing') : null"
        [(value)]="question"
      />
      <app-act-problem [problem]="problem()" />
      <p class="rp-acts">
        <button matButton="filled" type="submit">{{ t('audit.looks.ask.act') }}</button>
        <button matButton="outlined" type="button" (click)="closed.emit()">
          {{ t('audit.looks.ask.give-up') }}
        </button>
      </p>
    </form>
  `,
})
export class AskWhyForm {
  private readonly client = inject(LooksClient);
  private readonly keys = new SendingKey();
  protected readonly t = inject(Language).t;

  readonly caseFileId = input.required<string>();
  /** Place of the look in the record. */
  readonly look = input.required<string>();
  readonly name = input.required<string>();
  readonly asked = output<void>();
  readonly closed = output<void>();

  protected readonly question = signal('');
  protected readonly isMissing = signal(false);
  protected readonly problem = signal<Problem | null>(null);

  protected async ask(event: Event): Promise<void> {
    event.preventDefault();
    const question = this.question().trim();
    this.isMissing.set(!question);
    if (!question) return;
    const answer = await this.keys.send([this.look(), question], (idempotencyKey) =>
      this.client.ask(this.caseFileId(), this.look(), question, { idempotencyKey }),
    );
    this.problem.set(answer.ok ? null : answer.problem);
    if (answer.ok) this.asked.emit();
  }
}
