import { Component, inject, input, output } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import { Language } from '@repere/ui';
import { LongText } from '@repere/ui/field';
import { askWhyLengths } from '@repere/contract/lengths';
import { SendingForm } from '../../platform/form/sending-form';
import { limitLength, requireValue } from '../../platform/form/mistake';
import { ActProblem } from '../../platform/act-problem';
import { AccessLogClient } from './access-log-client';

/** Asks somebody why they looked: a question, not an accusation. */
@Component({
  selector: 'app-ask-why-form',
  imports: [ActProblem, FormField, LongText, MatButton],
  template: `
    <form novalidate (submit)="askWhy($event)">
      <rp-long-text
        [fieldId]="'why-' + event()"
        [label]="t('audit.access-log.ask.label', { name: name() })"
        [hint]="t('audit.access-log.ask.hint')"
        [rows]="2"
        [problem]="form.problemOf('question')"
        [formField]="form.fields.question"
      />
      <app-act-problem [problem]="form.refusal()" />
      <p class="rp-acts">
        <button matButton="filled" type="submit">{{ t('audit.access-log.ask.act') }}</button>
        <button matButton="outlined" type="button" (click)="closed.emit()">
          {{ t('audit.access-log.ask.give-up') }}
        </button>
      </p>
    </form>
  `,
})
export class AskWhyForm {
  private readonly client = inject(AccessLogClient);
  protected readonly t = inject(Language).t;

  readonly caseFileId = input.required<string>();
  /** Place of the event in the record. */
  readonly event = input.required<string>();
  readonly name = input.required<string>();
  readonly asked = output<void>();
  readonly closed = output<void>();

  protected readonly form = new SendingForm({ question: '' }, ({ question }) => {
    requireValue(question, 'audit.access-log.ask.missing');
    limitLength(question, askWhyLengths.question);
  });

  protected async askWhy(event: Event): Promise<void> {
    const question = this.form.typed().question.trim();
    const done = await this.form.sendTyped(
      event,
      (sending) => this.client.askWhy(this.caseFileId(), this.event(), question, sending),
      { about: this.event() },
    );
    if (done) this.asked.emit();
  }
}
