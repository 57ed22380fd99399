import { Component, computed, effect, inject, input, linkedSignal, signal } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import type { Problem } from '@repere/contract';
import { Language, SpaceTime } from '@repere/ui';
import { ChoiceField } from '@repere/ui/choice';
import { ErrorSummary } from '@repere/ui/feedback';
import { LongText } from '@repere/ui/field';
import { amendLengths } from '@repere/contract/lengths';
import { EntryTime } from '../../chronology/entry-time';
import { asAnswer } from '../../../platform/api';
import { SendingForm } from '../../../platform/form/sending-form';
import { limitLength, requireValue } from '../../../platform/form/mistake';
import { PageHeading } from '../../../platform/pages/page-heading';
import { ProblemLine } from '../../../platform/problem-line';
import { DecisionFields } from '../fields/decision-fields';
import { NO_DECISION_WORDS, formatDecision } from './decision-words';
import { correctedValues, correctableFields, firstCorrection } from './correction';
import { FormProblems } from '../form-problems';
import { RefusedCard } from './refused-card';
import { StepActs } from '../step-acts';
import { StepField } from '../fields/step-field';
import { occurredAt } from '../step-input';
import { formatMistakes } from '../format-mistakes';
import { fieldIdOf, mistakesInWhen, type Mistake } from '../step-mistakes';
import { StepSession } from '../step-session';

import { NOTHING_TYPED } from '../fields/typed-field';
import { JUST_NOW, type TypedWhen } from '../typed-step';
import { WhenFields } from '../fields/when-fields';

/** What was recorded was wrong: what is right, and why. The first version stays in the record. */
@Component({
  selector: 'app-amend-view',
  imports: [
    ChoiceField,
    DecisionFields,
    EntryTime,
    ErrorSummary,
    FormField,
    LongText,
    MatButton,
    PageHeading,
    ProblemLine,
    RefusedCard,
    RouterLink,
    StepField,
    WhenFields,
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
  protected readonly localize = this.language.localize;
  protected readonly session = inject(StepSession);
  protected readonly refusals = inject(FormProblems);

  readonly entryId = input.required<string>();

  protected readonly entry = computed(() =>
    this.session.page()?.entries.find(({ entryId }) => entryId === this.entryId()),
  );
  private readonly isOlder = computed(() => !this.entry() && (this.session.page()?.olderEntries ?? 0) > 0);
  /** Why it could not be read. */
  protected readonly unread = signal<Problem | null>(null);
  protected readonly fields = computed(() => {
    const page = this.session.page();
    const entry = this.entry();
    return page && entry ? correctableFields(page, entry) : [];
  });
  constructor() {
    // A step that was done often shows the newest times; this one may be older.
    effect(() => {
      if (this.isOlder()) void this.readOlder();
    });
  }

  protected async readOlder(): Promise<void> {
    this.unread.set(await this.session.showOlder());
  }

  protected readonly typed = linkedSignal(() => firstCorrection(this.fields()));
  /**
   * `inError`: whether the decision was a slip of the hand, asked once another one is chosen; `closes`: whether the list is
   * complete, once that is said anew.
   */
  protected readonly form = new SendingForm(
    { why: '', inError: null as string | null, closes: null as string | null },
    ({ why }) => {
      requireValue(why, 'step.amend.why-missing');
      limitLength(why, amendLengths.why);
    },
    { idPrefix: 'amend-' },
  );
  /** Another time, once it is said that the recorded one was wrong. */
  protected readonly when = signal<TypedWhen>(JUST_NOW);
  protected readonly yesNo = computed(() =>
    (['yes', 'no'] as const).map((code) => ({ code, label: this.t(`ui.answer.${code}`) })),
  );
  protected readonly words = signal(NO_DECISION_WORDS);
  /** The decided fact is being corrected: another decision stands on reasons and words of its own. */
  protected readonly decidedAnew = computed(() => {
    const asks = this.session.page()?.asks;
    const typed = asks?.decides ? this.typed()[asks.decides] : undefined;
    return asks && typed ? { asks, typed } : null;
  });
  private readonly wrong = signal<readonly Mistake[]>([]);
  private readonly mistakes = computed(() => formatMistakes(this.wrong(), [], this.language));
  /** In the order of the page. */
  protected readonly problems = computed(() => [...this.mistakes(), ...this.form.problems()]);
  protected readonly lead = computed(() => {
    const entry = this.entry();
    return entry
      ? this.t('step.amend.lead', { by: entry.by, when: this.time.moment(entry.recordedAt) })
      : this.isOlder()
        ? ''
        : this.t('step.amend.gone');
  });
  protected readonly rows = computed(() =>
    this.fields().map(({ field, shown }) => ({
      field,
      fieldId: fieldIdOf(field.id),
      was: this.t('step.amend.was', { value: shown ? this.localize(shown) : '' }),
      typed: this.typed()[field.id] ?? NOTHING_TYPED,
      isOpen: field.id in this.typed(),
    })),
  );

  protected openAmendment(id: string): void {
    const value = this.fields().find(({ field }) => field.id === id)?.typed ?? NOTHING_TYPED;
    this.typed.update((before) => ({ ...before, [id]: value }));
  }

  protected changeAnswer(id: string, typed: typeof NOTHING_TYPED): void {
    this.typed.update((before) => ({ ...before, [id]: typed }));
  }

  protected problemOf(fieldId: string): string | null {
    return this.mistakes().find((it) => it.fieldId === fieldId)?.text ?? this.refusals.problemOf(fieldId);
  }

  protected openWhen(): void {
    this.when.set({ ...JUST_NOW, happened: 'earlier' });
    setTimeout(() => document.getElementById('day')?.focus());
  }

  protected setWhen(when: Partial<TypedWhen>): void {
    this.when.update((before) => ({ ...before, ...when }));
  }

  protected async sendAmendment(event: Event | null): Promise<void> {
    event?.preventDefault();
    const entry = this.entry();
    if (!entry) return;
    const { why, inError, closes } = this.form.typed();
    const occurredInstead = occurredAt(this.when());
    const corrected = correctedValues(this.fields(), this.typed(), entry);
    this.wrong.set([
      ...corrected.mistakes,
      ...mistakesInWhen(this.when()),
      ...(corrected.isEmpty && !occurredInstead && closes === null
        ? [{ fieldId: 'amend-fields', key: 'step.amend.nothing' }]
        : []),
    ]);
    const decided = this.decidedAnew();
    await this.form.sendTyped(null, async () => {
      if (this.wrong().length) return null;
      await this.acts.amend({
        entryId: entry.entryId,
        values: corrected.values,
        ...(corrected.row && { row: corrected.row }),
        ...(closes !== null && { closes: closes === 'yes' }),
        ...(occurredInstead && { occurredInstead }),
        ...(decided && inError === 'yes' && { enteredInError: true }),
        ...(decided && formatDecision(decided.asks, decided.typed, this.words())),
        why: why.trim(),
      });
      return asAnswer(null);
    });
  }
}
