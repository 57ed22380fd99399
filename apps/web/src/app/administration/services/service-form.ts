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
import type { DirectoryService, ServiceToWrite } from '@repere/contract';
import { serviceToWriteLengths } from '@repere/contract/lengths';
import {
  DIRECTORY_KINDS,
  LANGUAGE_TAG,
  NEEDS,
  PHONE_NUMBER,
  SERVED_SEXES,
  SERVICE_KINDS_WORDS,
  SERVICE_LIMITS,
  SERVICE_NEEDS,
  SERVICE_TRAITS,
  TRAIT_WORDS,
} from '@repere/directory';
import { Language } from '@repere/ui';
import { ChoiceField, CodesField, SelectField } from '@repere/ui/choice';
import { ErrorSummary } from '@repere/ui/feedback';
import { LongText, TextField } from '@repere/ui/field';
import { ActProblem } from '../../platform/act-problem';
import type { Answered, Sending } from '../../platform/api';
import { checkField, limitLength, requireValue } from '../../platform/form/mistake';
import { SendingForm } from '../../platform/form/sending-form';
import { checkHours, hoursNames } from '../on-call/check-hours';
import { listOf } from '../on-call/typed-contact';
import {
  NO_SERVICE_TYPED,
  readService,
  TERRITORY,
  type TypedService,
  typedOf,
  WHOLE_NUMBER,
} from './typed-service';

const isEach = (typed: string, shape: RegExp): boolean => listOf(typed).every((it) => shape.test(it));

/** One service, new or changed. Whatever is left empty is not known, and the page says so to who looks for a place. */
@Component({
  selector: 'app-service-form',
  imports: [
    ActProblem,
    ChoiceField,
    CodesField,
    ErrorSummary,
    FormField,
    LongText,
    MatButton,
    SelectField,
    TextField,
  ],
  templateUrl: './service-form.html',
  styles: `
    form {
      display: grid;
      gap: 1.1rem;
      max-inline-size: 40rem;
    }
  `,
})
export class ServiceForm {
  private readonly language = inject(Language);
  protected readonly t = this.language.t;

  readonly service = input<DirectoryService | null>(null);
  readonly act = input.required<string>();
  readonly sending =
    input.required<(service: ServiceToWrite, sending: Sending) => Promise<Answered<unknown>>>();
  readonly sent = output<string>();
  readonly cancelled = output();

  protected readonly form = new SendingForm<TypedService>(
    NO_SERVICE_TYPED,
    (it) => {
      requireValue(it.name, 'administration.services.wrong.name');
      limitLength(it.name, serviceToWriteLengths.name);
      requireValue(it.kind, 'administration.services.wrong.kind');
      checkField(
        it.territories,
        'administration.services.wrong.territories',
        (typed) => !isEach(typed, TERRITORY),
      );
      for (const number of [it.ageFrom, it.ageTo, it.freePlaces, it.waitingDays])
        checkField(number, 'administration.services.wrong.number', (typed) => {
          const trimmed = typed.trim();
          return trimmed !== '' && !WHOLE_NUMBER.test(trimmed);
        });
      checkField(
        it.languages,
        'administration.services.wrong.languages',
        (typed) => !isEach(typed.toLowerCase(), LANGUAGE_TAG),
      );
      checkField(it.hasNot, 'administration.services.wrong.both', (not, valueOf) =>
        valueOf(it.has).some((trait) => not.includes(trait)),
      );
      checkField(
        it.phones,
        'administration.services.wrong.phones',
        (typed) => listOf(typed).length > SERVICE_LIMITS.phones || !isEach(typed, PHONE_NUMBER),
      );
      checkHours(it, it.opening, 'administration.services.wrong.no-hours');
      limitLength(it.address, serviceToWriteLengths.address);
      limitLength(it.say, serviceToWriteLengths.say);
    },
    {
      idPrefix: 'service-',
      serverNames: {
        ageFrom: ['ages', 'ages.from'],
        ageTo: 'ages.to',
        weekdays: ['hours', ...hoursNames('weekdays')],
        weekends: hoursNames('weekends'),
      },
    },
  );
  protected readonly kinds = computed(() =>
    DIRECTORY_KINDS.map((code) => ({ code, label: this.language.localize(SERVICE_KINDS_WORDS[code]) })),
  );
  protected readonly needs = computed(() =>
    SERVICE_NEEDS.map((code) => ({ code, label: this.language.localize(NEEDS[code].title) })),
  );
  protected readonly traits = computed(() =>
    SERVICE_TRAITS.map((code) => ({ code, label: this.language.localize(TRAIT_WORDS[code]) })),
  );
  protected readonly sexes = computed(() =>
    SERVED_SEXES.map((code) => ({ code, label: this.t(`administration.services.sex.${code}`) })),
  );
  protected readonly openings = computed(() =>
    (['unknown', 'always', 'at-hours'] as const).map((code) => ({
      code,
      label: this.t(`administration.services.opening.${code}`),
    })),
  );

  constructor() {
    effect(() => {
      const service = this.service();
      if (service) untracked(() => this.form.type(typedOf(service)));
    });
    afterNextRender(() => document.getElementById('service-name')?.focus());
  }

  protected async sendService(event: Event): Promise<void> {
    const service = readService(this.form.typed(), this.service());
    const done = await this.form.sendTyped(event, (sending) => this.sending()(service, sending));
    if (!done) return;
    this.form.clear();
    this.sent.emit(service.name);
  }
}
