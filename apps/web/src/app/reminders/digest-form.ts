import { Component, computed, inject, input, linkedSignal, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import type { DigestChoice, Problem } from '@repere/contract';
import { Language } from '@repere/ui';
import { ChoiceField, SelectField } from '@repere/ui/choice';
import { ActProblem } from '../platform/act-problem';
import { RemindersClient } from './reminders-client';

const HOURS = Array.from({ length: 24 }, (_, hour) => String(hour));

/** At what hour of the day, and whether by mail. What is due at once does not wait for it. */
@Component({
  selector: 'app-digest-form',
  imports: [ActProblem, ChoiceField, MatButton, SelectField],
  template: `
    <section aria-labelledby="digest-title">
      <h2 id="digest-title">{{ t('reminders.digest.title') }}</h2>
      <p>{{ t('reminders.digest.lead') }}</p>
      <form novalidate (submit)="choose($event)">
        <rp-select-field
          fieldId="digest-hour"
          [label]="t('reminders.digest.hour')"
          [options]="hours()"
          [(value)]="hour"
        />
        <rp-choice-field
          fieldId="digest-mail"
          layout="row"
          [label]="t('reminders.digest.mail')"
          [hint]="t(hasMail() ? 'reminders.digest.mail-hint' : 'reminders.digest.no-mail')"
          [options]="yesNo()"
          [(value)]="byMail"
        />
        <app-act-problem [problem]="problem()" />
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

  protected readonly hour = linkedSignal<string | null>(() => String(this.choice().hour));
  protected readonly byMail = linkedSignal<string | null>(() => (this.choice().byMail ? 'yes' : 'no'));
  protected readonly problem = signal<Problem | null>(null);
  protected readonly news = signal('');
  protected readonly hours = computed(() =>
    HOURS.map((code) => ({ code, label: this.t('reminders.digest.at', { hour: code }) })),
  );
  protected readonly yesNo = computed(() => [
    { code: 'yes', label: this.t('privacy.yes') },
    { code: 'no', label: this.t('privacy.no') },
  ]);

  protected async choose(event: Event): Promise<void> {
    event.preventDefault();
    this.news.set('');
    const choice = { hour: Number(this.hour()), byMail: this.byMail() === 'yes' };
    const answer = await this.client.choose(choice);
    this.problem.set(answer.ok ? null : answer.problem);
    if (answer.ok) this.news.set(this.t('reminders.digest.saved'));
  }
}
