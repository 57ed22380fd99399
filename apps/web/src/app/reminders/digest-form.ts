import { Component, computed, effect, inject, input, signal } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import type { DigestChoice } from '@repere/contract';
import { Language } from '@repere/ui';
import { ChoiceField, SelectField } from '@repere/ui/choice';
import { ActProblem } from '../platform/act-problem';
import { SendingForm } from '../platform/form/sending-form';
import { RemindersClient } from './reminders-client';

const HOURS = Array.from({ length: 24 }, (_, hour) => String(hour));

/** At what hour of the day, and whether by mail. What is due at once does not wait for it. */
@Component({
  selector: 'app-digest-form',
  imports: [ActProblem, ChoiceField, FormField, MatButton, SelectField],
  template: `
    <section aria-labelledby="digest-title">
      <h2 id="digest-title">{{ t('reminders.digest.title') }}</h2>
      <p>{{ t('reminders.digest.lead') }}</p>
      <form novalidate (submit)="chooseDigest($event)">
        <rp-select-field
          fieldId="digest-hour"
          [label]="t('reminders.digest.hour')"
          [options]="hours()"
          [problem]="form.problemOf('hour')"
          [formField]="form.fields.hour"
        />
        <rp-choice-field
          fieldId="digest-mail"
          layout="row"
          [label]="t('reminders.digest.mail')"
          [hint]="t(hasMail() ? 'reminders.digest.mail-hint' : 'reminders.digest.no-mail')"
          [options]="yesNo()"
          [problem]="form.problemOf('byMail')"
          [formField]="form.fields.byMail"
        />
        <app-act-problem [problem]="form.refusal()" />
        <button matButton="outlined" type="submit">{{ t('reminders.digest.save') }}</button>
        <span class="rp-news" role="status">{{ news() }}</span>
      </form>
    </section>
  `,
  styles: `
    section {
      margin-block-end: 2rem;
    }
    form {
      display: grid;
      justify-items: start;
      gap: 1rem;
    }
  `,
})
export class DigestForm {
  private readonly client = inject(RemindersClient);
  private readonly language = inject(Language);
  protected readonly t = this.language.t;

  readonly choice = input.required<DigestChoice>();
  /** Whether a mail could reach the reader at all. */
  readonly hasMail = input.required<boolean>();

  protected readonly form = new SendingForm(
    { hour: null as string | null, byMail: null as string | null },
    () => undefined,
    { idPrefix: 'digest-', ids: { byMail: 'digest-mail' } },
  );
  protected readonly news = signal('');
  protected readonly hours = computed(() =>
    HOURS.map((code) => ({ code, label: this.t('reminders.digest.at', { hour: code }) })),
  );
  protected readonly yesNo = computed(() => [
    { code: 'yes', label: this.t('privacy.yes') },
    { code: 'no', label: this.t('privacy.no') },
  ]);

  constructor() {
    effect(() => {
      const { hour, byMail } = this.choice();
      this.form.type({ hour: String(hour), byMail: byMail ? 'yes' : 'no' });
    });
  }

  protected async chooseDigest(event: Event): Promise<void> {
    this.news.set('');
    const { hour, byMail } = this.form.typed();
    const choice = { hour: Number(hour), byMail: byMail === 'yes' };
    if (await this.form.sendTyped(event, () => this.client.chooseDigest(choice)))
      this.news.set(this.t('reminders.digest.saved'));
  }
}
