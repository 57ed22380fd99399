import { Component, computed, effect, inject, input, output, untracked } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import {
  APPOINTMENT_KINDS,
  isCaseConference,
  isJourney,
  isRedacted,
  needsThirdPerson,
  type Shown,
  SURE_OR_NOT,
  THIRD_PERSONS,
  TOLD,
} from '@repere/cases';
import type { Appointment, Named } from '@repere/contract';
import { planAppointmentLengths } from '@repere/contract/lengths';
import { Language } from '@repere/ui';
import { ChoiceField, SelectField } from '@repere/ui/choice';
import { DateField } from '@repere/ui/date';
import { ErrorSummary } from '@repere/ui/feedback';
import { LongText, TextField } from '@repere/ui/field';
import { ActProblem } from '../platform/act-problem';
import { checkField, limitLength, requireValue } from '../platform/form/mistake';
import { SendingForm } from '../platform/form/sending-form';
import { wholeDay } from '../platform/form/whole-day';
import { AppointmentsClient } from './appointments-client';
import { hourOf, isMinutes, NO_APPOINTMENT, readAppointment, typedOf } from './typed-appointment';

/** Plans an appointment, or moves and corrects one: when, what for, where, who goes along, who is beside the child, who interprets. */
@Component({
  selector: 'app-appointment-form',
  imports: [
    ...[ActProblem, ChoiceField, DateField, ErrorSummary, FormField, LongText, MatButton, SelectField],
    TextField,
  ],
  templateUrl: './appointment-form.html',
})
export class AppointmentForm {
  private readonly client = inject(AppointmentsClient);
  protected readonly t = inject(Language).t;

  readonly caseFileId = input.required<string>();
  readonly escorts = input.required<readonly Named[]>();
  /** What stands; `null`: a new one. */
  readonly before = input<Appointment | null>(null);
  readonly said = output();

  protected readonly form = new SendingForm(
    NO_APPOINTMENT,
    (it) => {
      requireValue(it.kind, 'appointments.form.kind-missing');
      checkField(it.day, 'appointments.form.day-missing', (day) => wholeDay(day) === null);
      checkField(it.hour, 'appointments.form.hour-wrong', (hour) => !!hour.trim() && hourOf(hour) === null);
      limitLength(it.hour, 5);
      checkField(it.minutes, 'appointments.form.minutes-wrong', (text) => !!text.trim() && !isMinutes(text));
      limitLength(it.minutes, 4);
      limitLength(it.from, planAppointmentLengths.from);
      limitLength(it.place, planAppointmentLengths.place);
      limitLength(it.withWhom, planAppointmentLengths.withWhom);
      limitLength(it.escort, planAppointmentLengths.escort);
      checkField(
        it.thirdWords,
        'appointments.form.third-missing',
        (text, valueOf) =>
          this.asksThird() && valueOf(it.third) !== 'not-settled' && !text.trim() && !this.hidesThird(),
      );
      limitLength(it.thirdWords, planAppointmentLengths.thirdWords);
      limitLength(it.whyAgain, planAppointmentLengths.whyAgain);
      requireValue(it.interpreter, 'appointments.form.interpreter-missing');
      limitLength(it.language, planAppointmentLengths.language);
      requireValue(it.told, 'appointments.form.told-missing');
      limitLength(it.notes, planAppointmentLengths.notes);
    },
    { idPrefix: 'appointment-' },
  );

  protected readonly asksThird = computed(() => {
    const { kind } = this.form.typed();
    return kind !== null && needsThirdPerson(kind);
  });
  /** It has two places: where it begins, and where it ends. */
  protected readonly isJourney = computed(() => {
    const { kind } = this.form.typed();
    return kind !== null && isJourney(kind);
  });
  /** A case conference is planned on its own page, from what is open in the case, and stays one. */
  protected readonly kinds = computed(() => {
    const kind = this.before()?.kind;
    return this.options(
      APPOINTMENT_KINDS.filter(
        (it) => isCaseConference(it) === (kind !== undefined && isCaseConference(kind)),
      ),
      'kind',
    );
  });
  protected readonly thirds = computed(() => this.options(THIRD_PERSONS, 'third-is'));
  protected readonly told = computed(() => this.options(TOLD, 'told-is'));
  protected readonly people = computed(() => {
    const account = this.before()?.escortAccount;
    const all = this.escorts();
    // Who goes along and works on the case no more stays to be seen, until somebody says otherwise.
    const kept = account && !isRedacted(account) && !all.some(({ id }) => id === account.id) ? [account] : [];
    return [...all, ...kept].map(({ id, name }) => ({ code: id, label: name }));
  });

  constructor() {
    effect(() => {
      const before = this.before();
      untracked(() => before && this.form.type(typedOf(before)));
    });
  }

  protected sure(what: 'interpreter' | 'found') {
    return this.options(SURE_OR_NOT, `${what}-is`);
  }

  /** What the reader does not see stays as it is unless they write something. */
  protected hintOf(value: Shown<string> | null | undefined): string | undefined {
    return value && isRedacted(value) ? this.t('appointments.form.hidden') : undefined;
  }

  protected async sayAppointment(event: Event): Promise<void> {
    const before = this.before();
    const plan = readAppointment(this.form.typed());
    const done = await this.form.sendTyped(
      event,
      (sending) => {
        if (!plan) return null;
        return before
          ? this.client.changeAppointment(
              this.caseFileId(),
              before.id,
              { ...plan, version: before.version },
              sending,
            )
          : this.client
              .planAppointment(this.caseFileId(), plan, sending)
              .then((answer) => (answer.ok ? { ...answer, value: undefined } : answer));
      },
      { about: [before?.id ?? this.caseFileId(), before?.version] },
    );
    if (!done) return;
    if (!before) this.form.clear();
    this.said.emit();
  }

  private hidesThird(): boolean {
    const words = this.before()?.thirdWords;
    return !!words && isRedacted(words);
  }

  private options<C extends string>(codes: readonly C[], words: string) {
    return codes.map((code) => ({ code, label: this.t(`appointments.${words}.${code}`) }));
  }
}
