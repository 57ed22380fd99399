import {
  afterNextRender,
  Component,
  computed,
  effect,
  inject,
  input,
  output,
  untracked,
} from '@angular/core';
import { FormField } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import type { OnCallContact, OnCallContactToWrite } from '@repere/contract';
import { PHONE_NUMBER } from '@repere/directory';
import { Language } from '@repere/ui';
import { ChoiceField, CodesField } from '@repere/ui/choice';
import { ErrorSummary } from '@repere/ui/feedback';
import { LongText, TextField } from '@repere/ui/field';
import { onCallContactToWriteLengths } from '@repere/contract/lengths';
import type { Answered, Sending } from '../../platform/api';
import { ActProblem } from '../../platform/act-problem';
import { checkField, limitLength, requireValue } from '../../platform/form/mistake';
import { SendingForm } from '../../platform/form/sending-form';
import { checkHours, hoursNames } from './check-hours';
import { formatPeriod, listOf, NOTHING_TYPED, readContact } from './typed-contact';

/** One contact, new or changed. Who it is and where is said outside of it. */
@Component({
  selector: 'app-on-call-form',
  imports: [ActProblem, ChoiceField, CodesField, ErrorSummary, FormField, LongText, MatButton, TextField],
  templateUrl: './on-call-form.html',
  styles: `
    form {
      display: grid;
      gap: 1.1rem;
      max-inline-size: 40rem;
    }
  `,
})
export class OnCallForm {
  private readonly language = inject(Language);
  protected readonly t = this.language.t;

  readonly isInterpreter = input(false);
  readonly contact = input<OnCallContact | null>(null);
  readonly act = input.required<string>();
  readonly sending =
    input.required<(contact: OnCallContactToWrite, sending: Sending) => Promise<Answered<unknown> | null>>();
  readonly sent = output<string>();
  readonly cancelled = output();

  protected readonly form = new SendingForm(
    NOTHING_TYPED,
    (it) => {
      requireValue(it.name, 'administration.on-call.wrong.name');
      limitLength(it.name, onCallContactToWriteLengths.name);
      limitLength(it.say, onCallContactToWriteLengths.say);
      checkField(it.phones, 'administration.on-call.wrong.phones', (phones) => {
        const all = listOf(phones);
        return all.length === 0 || all.length > 4 || !all.every((phone) => PHONE_NUMBER.test(phone));
      });
      checkHours(it, it.always, 'administration.on-call.wrong.no-hours');
    },
    {
      idPrefix: 'on-call-',
      serverNames: { weekdays: hoursNames('weekdays'), weekends: hoursNames('weekends') },
    },
  );
  protected readonly whens = computed(() =>
    (['day-night', 'at-hours'] as const).map((code) => ({
      code,
      label: this.t(`administration.on-call.${code}`),
    })),
  );
  protected readonly sexes = computed(() =>
    (['woman', 'man'] as const).map((code) => ({ code, label: this.t(`step.calls.sex.${code}`) })),
  );
  protected readonly yesNo = computed(() =>
    (['yes', 'no'] as const).map((code) => ({ code, label: this.t(`administration.on-call.${code}`) })),
  );

  constructor() {
    effect(() => {
      const contact = this.contact();
      if (contact) untracked(() => this.fillForm(contact));
    });
    afterNextRender(() => document.getElementById('on-call-name')?.focus());
  }

  /** What is known already stands in the form. */
  private fillForm(contact: OnCallContact): void {
    this.form.type({
      name: contact.name,
      phones: contact.phones.join(', '),
      always: contact.hours ? 'at-hours' : 'day-night',
      weekdays: formatPeriod(contact.hours?.weekdays),
      weekends: formatPeriod(contact.hours?.weekends),
      say: contact.say ?? '',
      languages: contact.languages.join(', '),
      sexes: contact.sexes,
      byTelephone: contact.byTelephone ? 'yes' : 'no',
    });
  }

  protected async sendContact(event: Event): Promise<void> {
    const contact = readContact(this.form.typed(), this.isInterpreter());
    const done = await this.form.sendTyped(event, (sending) => this.sending()(contact, sending));
    if (!done) return;
    this.form.clear();
    this.sent.emit(contact.name);
  }
}
