import { Component, computed, inject, input, model } from '@angular/core';
import { FormField, form } from '@angular/forms/signals';
import type { StepPage } from '@repere/contract';
import { Language } from '@repere/ui';
import { ChoiceField, CodesField } from '@repere/ui/choice';
import { LongText } from '@repere/ui/field';
import { stepInputLengths } from '@repere/contract/lengths';
import { limitLength } from '../../../platform/form/mistake';
import { writeThrough } from '../../../platform/form/write-through';
import { decisionWordsOf, reasonOptions, type DecisionWords } from '../acts/decision-words';
import { FormProblems } from '../form-problems';
import { changesOf } from '../typed-step';
import type { TypedField } from './typed-field';

const VIEWS = ['said', 'whyNot'] as const;

/** What a decision stands on: reasons from the closed list of what is decided, best interests, the child's view. */
@Component({
  selector: 'app-decision-fields',
  imports: [ChoiceField, CodesField, FormField, LongText],
  templateUrl: './decision-fields.html',
  styles: `
    :host {
      display: grid;
      gap: 1.75rem;
    }
    .view {
      display: grid;
      gap: 0.5rem;
    }
  `,
})
export class DecisionFields {
  private readonly language = inject(Language);
  protected readonly t = this.language.t;
  protected readonly problems = inject(FormProblems);

  readonly asks = input.required<StepPage['asks']>();
  /** What is typed for the fact that the step decides. */
  readonly decided = input.required<TypedField | null>();
  readonly words = model.required<DecisionWords>();

  protected readonly reasons = computed(() =>
    reasonOptions(this.asks(), this.decided()).map(({ code, label }) => ({
      code,
      label: this.language.localize(label),
    })),
  );
  protected readonly chosen = computed(() =>
    this.words().reasons.filter((code) => this.reasons().some((option) => option.code === code)),
  );
  protected readonly viewKinds = computed(() =>
    VIEWS.map((code) => ({ code, label: this.t(`step.child-view.${code}`) })),
  );

  private readonly shown = computed(() => ({ ...decisionWordsOf(this.words()), reasons: this.chosen() }));
  protected readonly form = form(
    writeThrough(
      this.shown,
      // Reasons of another value stay, for who changes their mind back.
      (typed) => this.words.update((before) => ({ ...before, ...changesOf(this.shown(), typed) })),
    ),
    (it) => {
      limitLength(it.bestInterests, stepInputLengths.bestInterests);
      // What a child said is quoted, not told at length.
      limitLength(it.childView.text, 2000);
    },
  );
}
