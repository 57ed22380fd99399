import { Component, computed, inject, input, output } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import type { TrainingSpace } from '@repere/contract';
import { Language } from '@repere/ui';
import { type Option, SelectField } from '@repere/ui/choice';
import { ErrorSummary } from '@repere/ui/feedback';
import { TextField } from '@repere/ui/field';
import { checkField, requireValue } from '../../platform/form/mistake';
import { SendingForm } from '../../platform/form/sending-form';
import { ProblemLine } from '../../platform/problem-line';
import { TrainingClient } from '../training-client';
import { loadOptions, sizeOf } from './load-sizes';

interface TypedLoad {
  readonly cases: string | null;
  /** Empty: a series of its own. */
  readonly seed: string;
}

/** Nothing is sent before something is chosen. */
const LEAST = 50;
/** Nothing, or a number of a series. */
const SEED = /^\d{0,9}$/;

/** Fictional cases are asked for, for a space that is there. One at a time on a page. */
@Component({
  selector: 'app-load-form',
  imports: [ErrorSummary, FormField, MatButton, ProblemLine, SelectField, TextField],
  template: `
    <form novalidate (submit)="sendLoad($event)">
      <rp-error-summary [problems]="form.problems()" />
      <rp-select-field
        fieldId="load-cases"
        [label]="t('spaces.new.cases')"
        [hint]="t('spaces.new.cases-hint')"
        [options]="options()"
        [formField]="form.fields.cases"
        [problem]="form.problemOf('cases')"
      />
      <rp-text-field
        fieldId="load-seed"
        inputMode="numeric"
        [label]="t('spaces.load.seed')"
        [hint]="t('spaces.load.seed-hint')"
        [formField]="form.fields.seed"
        [problem]="form.problemOf('seed')"
      />
      <app-problem-line [problem]="form.refusal()" (again)="sendLoad()" />
      <p class="rp-acts">
        <button matButton="filled" type="submit">{{ t('spaces.load.ask') }}</button>
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
  `,
})
export class LoadForm {
  private readonly client = inject(TrainingClient);
  private readonly language = inject(Language);
  protected readonly t = this.language.t;

  readonly spaceKey = input.required<string>();
  readonly asked = output<TrainingSpace>();

  protected readonly options = computed<readonly Option[]>(() => loadOptions(this.language));
  protected readonly form = new SendingForm<TypedLoad>(
    { cases: null, seed: '' },
    ({ cases, seed }) => {
      requireValue(cases, 'spaces.load.missing');
      checkField(seed, 'spaces.load.seed-wrong', (typed) => !SEED.test(typed.trim()));
    },
    { idPrefix: 'load-' },
  );

  protected async sendLoad(event: Event | null = null): Promise<void> {
    const { cases: chosen, seed } = this.form.typed();
    const cases = sizeOf(chosen) ?? LEAST;
    const answer = await this.form.sendTyped(
      event,
      (sending) =>
        this.client.askForLoad(
          this.spaceKey(),
          { cases, ...(seed.trim() !== '' && { seed: Number(seed) }) },
          sending,
        ),
      { about: this.spaceKey() },
    );
    if (!answer) return;
    this.form.clear();
    this.asked.emit(answer.value);
  }
}
