import { Component, computed, inject, input, output } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import type { ScenarioSummary, TrainingSpace } from '@repere/contract';
import { newTrainingSpaceLengths } from '@repere/contract/lengths';
import { TRAINING_MODES } from '@repere/training';
import { Language } from '@repere/ui';
import { ChoiceField, SelectField, type Option } from '@repere/ui/choice';
import { ErrorSummary } from '@repere/ui/feedback';
import { TextField } from '@repere/ui/field';
import { limitLength, requireValue } from '../../platform/form/mistake';
import { SendingForm } from '../../platform/form/sending-form';
import { ProblemLine } from '../../platform/problem-line';
import { TrainingClient } from '../training-client';

/** A training space is asked for: what the class is called, and what it begins with. */
@Component({
  selector: 'app-new-space-form',
  imports: [ChoiceField, ErrorSummary, FormField, MatButton, ProblemLine, SelectField, TextField],
  template: `
    <form novalidate (submit)="sendSpace($event)">
      <rp-error-summary [problems]="form.problems()" />
      <rp-text-field
        fieldId="space-title"
        [label]="t('spaces.new.name')"
        [hint]="t('spaces.new.name-hint')"
        [formField]="form.fields.title"
        [problem]="form.problemOf('title')"
      />
      <rp-select-field
        fieldId="space-scenario"
        [label]="t('spaces.new.scenario')"
        [none]="t('spaces.new.nothing')"
        [options]="options()"
        [formField]="form.fields.scenario"
        [problem]="form.problemOf('scenario')"
      />
      <rp-choice-field
        fieldId="space-mode"
        [label]="t('spaces.new.mode')"
        [options]="modes()"
        [formField]="form.fields.mode"
        [problem]="form.problemOf('mode')"
      />
      <app-problem-line [problem]="form.refusal()" (again)="sendSpace()" />
      <p class="rp-acts">
        <button matButton="filled" type="submit">{{ t('spaces.new.make') }}</button>
      </p>
    </form>
  `,
  styles: `
    form {
      display: grid;
      gap: 0.9rem;
      max-inline-size: 34rem;
    }
  `,
})
export class NewSpaceForm {
  private readonly client = inject(TrainingClient);
  private readonly language = inject(Language);
  protected readonly t = this.language.t;

  readonly scenarios = input.required<readonly ScenarioSummary[]>();
  readonly made = output<TrainingSpace>();

  protected readonly options = computed<readonly Option[]>(() =>
    this.scenarios().map(({ id, title }) => ({ code: id, label: this.language.localize(title) })),
  );
  protected readonly modes = computed<readonly Option[]>(() =>
    TRAINING_MODES.map((code) => ({ code, label: this.t(`spaces.mode.${code}`) })),
  );
  protected readonly form = new SendingForm<{ title: string; scenario: string | null; mode: string | null }>(
    { title: '', scenario: null, mode: 'practice' },
    ({ title }) => {
      requireValue(title, 'spaces.new.name-missing');
      limitLength(title, newTrainingSpaceLengths.title);
    },
    { idPrefix: 'space-' },
  );

  /** Filled in for somebody: with this scenario. */
  fillForm(title: string, scenario: string): void {
    this.form.type({ title, scenario, mode: 'practice' });
  }

  protected async sendSpace(event: Event | null = null): Promise<void> {
    const { title, scenario, mode: chosen } = this.form.typed();
    const mode = TRAINING_MODES.find((it) => it === chosen) ?? 'practice';
    const answer = await this.form.sendTyped(event, (sending) =>
      this.client.makeSpace({ title, mode, ...(scenario !== null && { scenario }) }, sending),
    );
    if (!answer) return;
    this.form.clear();
    this.made.emit(answer.value);
  }
}
