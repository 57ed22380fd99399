import { Component, computed, inject, input, output } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import type { Appointment, EndAppointment } from '@repere/contract';
import { endAppointmentLengths } from '@repere/contract/lengths';
import { Language } from '@repere/ui';
import { ChoiceField, SelectField } from '@repere/ui/choice';
import { ErrorSummary } from '@repere/ui/feedback';
import { LongText } from '@repere/ui/field';
import { ActProblem } from '../platform/act-problem';
import { everyOf } from '../platform/every-of';
import { checkField, limitLength, requireValue } from '../platform/form/mistake';
import { SendingForm } from '../platform/form/sending-form';
import { AppointmentsClient } from './appointments-client';

const OUTCOMES = everyOf<EndAppointment['state']>()([
  'held',
  'missed-by-child',
  'missed-by-service',
  'cancelled',
]);
const REASONS = everyOf<NonNullable<EndAppointment['reason']>>()([
  ...(['authority', 'service', 'child-refuses', 'child-not-well', 'child-absent'] as const),
  ...(['no-interpreter', 'no-escort', 'not-safe', 'by-mistake'] as const),
]);

/** What became of an appointment: held, missed, or cancelled and why. */
@Component({
  selector: 'app-outcome-form',
  imports: [ActProblem, ChoiceField, ErrorSummary, FormField, LongText, MatButton, SelectField],
  template: `
    <form class="rp-form" novalidate (submit)="endAppointment($event)">
      <rp-error-summary [problems]="form.problems()" />
      <rp-choice-field
        fieldId="outcome-state"
        [label]="t('appointments.end.state')"
        [options]="outcomes()"
        [problem]="form.problemOf('state')"
        [formField]="form.fields.state"
      />
      @if (form.typed().state === 'cancelled') {
        <rp-select-field
          fieldId="outcome-reason"
          [label]="t('appointments.end.reason')"
          [options]="reasons()"
          [problem]="form.problemOf('reason')"
          [formField]="form.fields.reason"
        />
      }
      <rp-long-text
        fieldId="outcome-words"
        [label]="t('appointments.end.words')"
        [problem]="form.problemOf('words')"
        [formField]="form.fields.words"
      />
      <app-act-problem [problem]="form.refusal()" />
      <p class="rp-acts">
        <button matButton="filled" type="submit">{{ t('appointments.end.act') }}</button>
      </p>
    </form>
  `,
})
export class OutcomeForm {
  private readonly client = inject(AppointmentsClient);
  protected readonly t = inject(Language).t;

  readonly caseFileId = input.required<string>();
  readonly appointment = input.required<Appointment>();
  /** Before it was due, it can be cancelled alone. */
  readonly isDue = input.required<boolean>();
  readonly told = output();

  protected readonly form = new SendingForm(
    {
      state: null as EndAppointment['state'] | null,
      reason: null as NonNullable<EndAppointment['reason']> | null,
      words: '',
    },
    (it) => {
      requireValue(it.state, 'appointments.end.state-missing');
      checkField(
        it.reason,
        'appointments.end.reason-missing',
        (reason, valueOf) => valueOf(it.state) === 'cancelled' && reason === null,
      );
      limitLength(it.words, endAppointmentLengths.words);
    },
    { idPrefix: 'outcome-' },
  );
  protected readonly outcomes = computed(() =>
    OUTCOMES.filter((code) => this.isDue() || code === 'cancelled').map((code) => ({
      ...{ code, label: this.t(`appointments.state.${code}`) },
    })),
  );
  protected readonly reasons = computed(() =>
    REASONS.map((code) => ({ code, label: this.t(`appointments.reasons.${code}`) })),
  );

  protected async endAppointment(event: Event): Promise<void> {
    const { state, reason, words } = this.form.typed();
    const { id, version } = this.appointment();
    const said = words.trim();
    const done = await this.form.sendTyped(
      event,
      (sending) =>
        state &&
        this.client.endAppointment(
          this.caseFileId(),
          id,
          {
            ...{ version, state },
            ...(state === 'cancelled' && reason && { reason }),
            ...(said && { words: said }),
          },
          sending,
        ),
      { about: [id, version] },
    );
    if (!done) return;
    this.form.clear();
    this.told.emit();
  }
}
