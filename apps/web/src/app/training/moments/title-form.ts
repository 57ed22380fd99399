import { Component, effect, inject, input, output, untracked } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import { keepMomentLengths } from '@repere/contract/lengths';
import { Language } from '@repere/ui';
import { ErrorSummary } from '@repere/ui/feedback';
import { TextField } from '@repere/ui/field';
import type { Answered, Sending } from '../../platform/api';
import { limitLength, requireValue } from '../../platform/form/mistake';
import { SendingForm } from '../../platform/form/sending-form';
import { ProblemLine } from '../../platform/problem-line';

/** One name for something of a training space, and what is done under it. One at a time on a page. */
@Component({
  selector: 'app-title-form',
  imports: [ErrorSummary, FormField, MatButton, ProblemLine, TextField],
  template: `
    <form novalidate (submit)="sendTitle($event)">
      <rp-error-summary [problems]="form.problems()" />
      <rp-text-field
        fieldId="moment-title"
        [label]="label()"
        [hint]="t('spaces.new.name-hint')"
        [formField]="form.fields.title"
        [problem]="form.problemOf('title')"
      />
      <app-problem-line [problem]="form.refusal()" (again)="sendTitle()" />
      <p class="rp-acts">
        <button matButton="filled" type="submit">{{ act() }}</button>
        <ng-content />
      </p>
    </form>
  `,
  styles: `
    form {
      display: grid;
      gap: 0.6rem;
      max-inline-size: 34rem;
    }
    p {
      margin: 0;
    }
  `,
})
export class TitleForm {
  private readonly language = inject(Language);
  protected readonly t = this.language.t;

  /** What it is about: the same title of something else is another act. */
  readonly about = input.required<string>();
  readonly label = input.required<string>();
  readonly act = input.required<string>();
  /** What stands in it already. */
  readonly suggested = input('');
  readonly sends = input.required<(title: string, sending: Sending) => Promise<Answered<unknown>>>();
  readonly sent = output<string>();

  protected readonly form = new SendingForm<{ title: string }>(
    { title: '' },
    ({ title }) => {
      requireValue(title, 'spaces.moments.name-missing');
      limitLength(title, keepMomentLengths.title);
    },
    { idPrefix: 'moment-' },
  );

  constructor() {
    effect(() => {
      const title = this.suggested();
      untracked(() => this.form.type({ title }));
    });
  }

  protected async sendTitle(event: Event | null = null): Promise<void> {
    const title = this.form.typed().title.trim();
    const answer = await this.form.sendTyped(event, (sending) => this.sends()(title, sending), {
      about: this.about(),
    });
    if (!answer) return;
    this.form.clear();
    this.sent.emit(title);
  }
}
