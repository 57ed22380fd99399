import { Component, inject, input, output } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Language } from '@repere/ui';
import { LongText } from '@repere/ui/field';
import { ActProblem } from '../../platform/act-problem';
import { SendingText } from '../../platform/sending-text';
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
        [problem]="question.isMissing() ? t('audit.looks.ask.missing') : null"
        [(value)]="question.text"
      />
      <app-act-problem [problem]="question.problem()" />
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
  protected readonly t = inject(Language).t;

  readonly caseFileId = input.required<string>();
  /** Place of the look in the record. */
  readonly look = input.required<string>();
  readonly name = input.required<string>();
  readonly asked = output<void>();
  readonly closed = output<void>();

  protected readonly question = new SendingText();

  protected async ask(event: Event): Promise<void> {
    const done = await this.question.send(event, this.look(), (question, sending) =>
      this.client.ask(this.caseFileId(), this.look(), question, sending),
    );
    if (done) this.asked.emit();
  }
}
