import { Component, computed, inject, input, linkedSignal, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { ErrorSummary, Language, LongText, SpaceTime, type FieldProblem } from '@repere/ui';
import { PageHeading } from '../../shell/page-heading';
import { ProblemLine } from '../../shell/problem-line';
import { DecisionFields } from './decision-fields';
import { NO_DECISION_WORDS, sayDecision } from './decision-words';
import { correctedValues, correctableFields, firstCorrection } from './correction';
import { FormProblems } from './form-problems';
import { RefusedCard } from './refused-card';
import { StepActs } from './step-acts';
import { StepField } from './step-field';
import { fieldIdOf } from './step-mistakes';
import { StepSession } from './step-session';
import { NOTHING_TYPED } from './typed-field';

/** What was recorded was wrong: what is right, and why. The first version stays in the record. */
@Component({
  selector: 'app-amend-view',
  imports: [
    DecisionFields,
    ErrorSummary,
    LongText,
    MatButton,
    PageHeading,
    ProblemLine,
    RefusedCard,
    RouterLink,
    StepField,
  ],
  providers: [FormProblems, StepActs],
  templateUrl: './amend-view.html',
  styleUrl: './amend-view.scss',
})
export class AmendView {
  private readonly language = inject(Language);
  private readonly time = inject(SpaceTime);
  private readonly acts = inject(StepActs);
  protected readonly t = this.language.t;
  protected readonly say = this.language.say;
  protected readonly session = inject(StepSession);
  protected readonly refusals = inject(FormProblems);

  readonly entryId = input.required<string>();

  protected readonly entry = computed(() =>
    this.session.page()?.entries.find(({ entryId }) => entryId === this.entryId()),
  );
  protected readonly fields = computed(() => {
    const page = this.session.page();
    const entry = this.entry();
    return page && entry ? correctableFields(page, entry) : [];
  });
  protected readonly typed = linkedSignal(() => firstCorrection(this.fields()));
  protected readonly why = signal('');
  protected readonly words = signal(NO_DECISION_WORDS);
  /** The decided fact is being corrected: another decision stands on reasons and words of its own. */
  protected readonly decidedAnew = computed(() => {
    const asks = this.session.page()?.asks;
    const typed = asks?.decides ? this.typed()[asks.decides] : undefined;
    return asks && typed ? { asks, typed } : null;
  });
  protected readonly mistakes = signal<readonly FieldProblem[]>([]);
  protected readonly lead = computed(() => {
    const entry = this.entry();
    return entry
      ? this.t('step.amend.lead', { by: entry.by, when: this.time.moment(entry.recordedAt) })
      : this.t('step.amend.gone');
  });
  protected readonly rows = computed(() =>
    this.fields().map(({ field, shown }) => ({
      field,
      fieldId: fieldIdOf(field.id),
      was: this.t('step.amend.was', { value: shown ? this.say(shown) : '' }),
      typed: this.typed()[field.id] ?? NOTHING_TYPED,
      isOpen: field.id in this.typed(),
    })),
  );

  protected open(id: string): void {
    const value = this.fields().find(({ field }) => field.id === id)?.typed ?? NOTHING_TYPED;
    this.typed.update((before) => ({ ...before, [id]: value }));
  }

  protected change(id: string, typed: typeof NOTHING_TYPED): void {
    this.typed.update((before) => ({ ...before, [id]: typed }));
  }

  protected async send(event?: Event): Promise<void> {
    event?.preventDefault();
    const entry = this.entry();
    if (!entry) return;
    const corrected = correctedValues(this.fields(), this.typed(), entry);
    this.mistakes.set([
      ...corrected.mistakes.map(({ fieldId, key }) => ({ fieldId, text: this.t(key) })),
      ...(corrected.isEmpty ? [{ fieldId: 'amend-fields', text: this.t('step.amend.nothing') }] : []),
      ...(this.why().trim() ? [] : [{ fieldId: 'amend-why', text: this.t('step.amend.why-missing') }]),
    ]);
    if (this.mistakes().length) return;
    const decided = this.decidedAnew();
    await this.acts.amend({
      entryId: entry.entryId,
      values: corrected.values,
      ...(corrected.row && { row: corrected.row }),
      ...(decided && sayDecision(decided.asks, decided.typed, this.words())),
      why: this.why().trim(),
    });
  }
}
