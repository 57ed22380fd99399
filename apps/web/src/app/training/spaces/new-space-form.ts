import { Component, computed, effect, inject, input, output, untracked } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import type { OutOfForce, TrainingSpace, Words } from '@repere/contract';
import { newTrainingSpaceLengths } from '@repere/contract/lengths';
import { TRAINING_MODES } from '@repere/training';
import { Language } from '@repere/ui';
import { ChoiceField, SelectField, type Option } from '@repere/ui/choice';
import { ErrorSummary } from '@repere/ui/feedback';
import { TextField } from '@repere/ui/field';
import { checkField, limitLength, requireValue } from '../../platform/form/mistake';
import { SendingForm } from '../../platform/form/sending-form';
import { ProblemLine } from '../../platform/problem-line';
import { isOwn } from '../own-scenarios-client';
import { TrainingClient } from '../training-client';
import { OutOfForceLines } from '../scenarios/out-of-force';
import { loadOptions, type LoadSize, sizeOf } from './load-sizes';

/** What a space may begin with: that came with the product, or whoever leads wrote. */
export interface ScenarioChoice {
  readonly id: string;
  readonly title: Words;
  readonly outOfForce: readonly OutOfForce[];
}

interface TypedSpace {
  readonly title: string;
  readonly scenario: string | null;
  readonly mode: string | null;
  /** How many fictional cases besides. */
  readonly cases: string | null;
  /** Of an assessment; empty: as long as its scenario. */
  readonly minutes: string;
}

/** Nothing, or 1 to 600. */
const MINUTES = /^([1-9]\d?|[1-5]\d\d|600)?$/;

/** A training space is asked for: what the class is called, and what it begins with. */
@Component({
  selector: 'app-new-space-form',
  imports: [
    ...[ChoiceField, ErrorSummary, FormField, MatButton, OutOfForceLines, ProblemLine, SelectField],
    TextField,
  ],
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
      <div role="status">
        <app-out-of-force [versions]="outOfForce()" />
      </div>
      <rp-select-field
        fieldId="space-cases"
        [label]="t('spaces.new.cases')"
        [hint]="t('spaces.new.cases-hint')"
        [none]="t('spaces.new.no-cases')"
        [options]="sizes()"
        [formField]="form.fields.cases"
        [problem]="form.problemOf('cases')"
      />
      <rp-choice-field
        fieldId="space-mode"
        [label]="t('spaces.new.mode')"
        [options]="modes()"
        [formField]="form.fields.mode"
        [problem]="form.problemOf('mode')"
      />
      @if (form.typed().mode === 'assessment') {
        <rp-text-field
          fieldId="space-minutes"
          inputMode="numeric"
          [label]="t('spaces.limit.minutes-label')"
          [hint]="t('spaces.limit.minutes-hint')"
          [formField]="form.fields.minutes"
          [problem]="form.problemOf('minutes')"
        />
      }
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

  readonly scenarios = input.required<readonly ScenarioChoice[]>();
  /** Chosen already, by the address of the page. */
  readonly chosen = input<string | null>(null);
  readonly made = output<TrainingSpace>();

  protected readonly options = computed<readonly Option[]>(() =>
    this.scenarios().map(({ id, title }) => ({
      ...{ code: id, label: this.language.localize(title) },
      group: this.t(isOwn(id) ? 'spaces.new.own' : 'spaces.new.shipped'),
    })),
  );
  /** Of the scenario that is chosen. */
  protected readonly outOfForce = computed(() => {
    const { scenario } = this.form.typed();
    return this.scenarios().find(({ id }) => id === scenario)?.outOfForce ?? [];
  });
  protected readonly sizes = computed<readonly Option[]>(() => loadOptions(this.language));
  protected readonly modes = computed<readonly Option[]>(() =>
    TRAINING_MODES.map((code) => ({ code, label: this.t(`spaces.mode.${code}`) })),
  );
  protected readonly form = new SendingForm<TypedSpace>(
    { title: '', scenario: null, mode: 'practice', cases: null, minutes: '' },
    ({ title, minutes }) => {
      requireValue(title, 'spaces.new.name-missing');
      limitLength(title, newTrainingSpaceLengths.title);
      checkField(minutes, 'spaces.limit.minutes-wrong', (typed) => !MINUTES.test(typed.trim()));
    },
    { idPrefix: 'space-' },
  );

  constructor() {
    effect(() => {
      const chosen = this.chosen();
      if (this.scenarios().some(({ id }) => id === chosen))
        untracked(() => this.form.type({ scenario: chosen }));
    });
  }

  protected async sendSpace(event: Event | null = null): Promise<void> {
    const { title, scenario, mode: chosen, cases, minutes } = this.form.typed();
    const mode = TRAINING_MODES.find((it) => it === chosen) ?? 'practice';
    const answer = await this.form.sendTyped(event, (sending) =>
      this.client.makeSpace(
        { title, mode, ...beginningWith(scenario), ...lasting(mode, minutes), ...givenCases(cases) },
        sending,
      ),
    );
    if (!answer) return;
    this.form.clear();
    this.made.emit(answer.value);
  }
}

function beginningWith(scenario: string | null): {
  readonly scenario?: string;
  readonly ownScenario?: string;
} {
  if (scenario === null) return {};
  return isOwn(scenario) ? { ownScenario: scenario } : { scenario };
}

const lasting = (mode: string, minutes: string): { readonly minutes?: number } =>
  mode === 'assessment' && minutes.trim() !== '' ? { minutes: Number(minutes) } : {};

function givenCases(chosen: string | null): { readonly cases?: LoadSize } {
  const cases = sizeOf(chosen);
  return cases === null ? {} : { cases };
}
