import { Component, computed, inject, input, output } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import { isRedacted } from '@repere/cases';
import type { Action, ConferencePage } from '@repere/contract';
import { passActionLengths } from '@repere/contract/lengths';
import { Language } from '@repere/ui';
import { SelectField } from '@repere/ui/choice';
import { ErrorSummary } from '@repere/ui/feedback';
import { LongText } from '@repere/ui/field';
import { ActProblem } from '../../platform/act-problem';
import { limitLength, requireValue } from '../../platform/form/mistake';
import { SendingForm } from '../../platform/form/sending-form';
import { ConferencesClient } from '../conferences-client';

/** Somebody else who works on the case takes the action over, and why. */
@Component({
  selector: 'app-pass-action-form',
  imports: [ActProblem, ErrorSummary, FormField, LongText, MatButton, SelectField],
  template: `
    <form class="rp-form" novalidate (submit)="passAction($event)">
      <rp-error-summary [problems]="form.problems()" />
      <rp-select-field
        [fieldId]="prefix() + 'ownerId'"
        [label]="t('conferences.pass.owner')"
        [options]="people()"
        [problem]="form.problemOf('ownerId')"
        [formField]="form.fields.ownerId"
      />
      <rp-long-text
        [fieldId]="prefix() + 'words'"
        [label]="t('conferences.pass.words')"
        [rows]="2"
        [problem]="form.problemOf('words')"
        [formField]="form.fields.words"
      />
      <app-act-problem [problem]="form.refusal()" />
      <p class="rp-acts">
        <button matButton="outlined" type="submit">{{ t('conferences.pass.act') }}</button>
      </p>
    </form>
  `,
})
export class PassActionForm {
  private readonly client = inject(ConferencesClient);
  protected readonly t = inject(Language).t;

  readonly page = input.required<ConferencePage>();
  readonly action = input.required<Action>();
  readonly said = output();

  protected readonly form = new SendingForm({ ownerId: null as string | null, words: '' }, (it) => {
    requireValue(it.ownerId, 'conferences.pass.owner-missing');
    requireValue(it.words, 'conferences.pass.words-missing');
    limitLength(it.words, passActionLengths.words);
  });
  protected readonly prefix = computed(() => `${this.action().id}-pass-`);
  /** Who works on the case, but whoever has it. */
  protected readonly people = computed(() => {
    const { owner } = this.action();
    const ownerId = isRedacted(owner) ? null : owner.id;
    return this.page()
      .people.filter(({ id }) => id !== ownerId)
      .map(({ id, name }) => ({ code: id, label: name }));
  });

  protected async passAction(event: Event): Promise<void> {
    const { ownerId, words } = this.form.typed();
    const { caseFileId, appointment } = this.page();
    const { id: actionId, version } = this.action();
    const done = await this.form.sendTyped(
      event,
      (sending) =>
        ownerId === null
          ? null
          : this.client.passAction(
              caseFileId,
              { id: appointment.id, actionId },
              { version, ownerId, words: words.trim() },
              sending,
            ),
      { about: [actionId, version] },
    );
    if (done) this.said.emit();
  }
}
