import { Component, computed, effect, inject, input, signal, untracked } from '@angular/core';
import { FormField, form } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import { Router, RouterLink } from '@angular/router';
import { Icon, Language } from '@repere/ui';
import { ErrorSummary, type FieldProblem } from '@repere/ui/feedback';
import { LongText } from '@repere/ui/field';
import { recordFactsLengths } from '@repere/contract/lengths';
import { limitLength } from '../../platform/form/mistake';
import { PageHeading } from '../../platform/pages/page-heading';
import { PageTitle } from '../../platform/pages/page-title';
import { ProblemLine } from '../../platform/problem-line';
import { ActProblem } from '../../platform/act-problem';
import { CaseCrumb } from '../case-file/heading/case-crumb';
import { callsPath, casePath, stepPath } from '../case-paths';
import { formatValue } from '../step/fields/format-value';
import { fieldIdOf, type Mistake } from '../step/step-mistakes';
import { formatMistakes } from '../step/format-mistakes';
import { StepField } from '../step/fields/step-field';
import { NOTHING_TYPED } from '../step/fields/typed-field';
import { knownValue, type TypedWhen } from '../step/typed-step';
import { WhenFields } from '../step/fields/when-fields';
import { FactPicker } from '../what-if/fact-picker';
import { Trial } from '../what-if/trial';
import { WhatIfEffects } from '../what-if/what-if-effects';
import { engagedWith } from './engaged-with';
import { findEvent } from './fact-events';
import { NewFactDraft } from './new-fact-draft';
import { NewFactSession } from './new-fact-session';
import { readTypedFact } from './read-typed-fact';
import { CASE_PAGES } from '../pages';

/** Something happened, outside any step: what, when, and what it opens, before it counts. */
@Component({
  selector: 'app-new-fact-page',
  imports: [
    ActProblem,
    CaseCrumb,
    ErrorSummary,
    FactPicker,
    FormField,
    Icon,
    LongText,
    MatButton,
    PageHeading,
    ProblemLine,
    RouterLink,
    StepField,
    WhatIfEffects,
    WhenFields,
  ],
  providers: [NewFactSession, Trial],
  templateUrl: './new-fact-page.html',
  styleUrl: './new-fact-page.scss',
  host: { '(window:beforeunload)': 'warn($event)' },
})
export class NewFactPage {
  private readonly router = inject(Router);
  private readonly title = inject(PageTitle);
  private readonly language = inject(Language);
  private readonly session = inject(NewFactSession);
  protected readonly t = this.language.t;
  protected readonly draft = inject(NewFactDraft);
  protected readonly note = form(this.draft.note, (note) => limitLength(note, recordFactsLengths.note));
  protected readonly trial = inject(Trial);
  protected readonly localize = this.language.localize;

  // From the address.
  readonly caseFileId = input.required<string>();

  protected readonly caseFile = this.session.caseFile;
  protected readonly unread = this.session.unread;
  protected readonly refusal = this.session.refusal;
  private readonly mistakes = signal<readonly Mistake[]>([]);

  protected readonly name = computed(() => {
    const child = this.caseFile()?.child;
    return !child || 'redacted' in child ? (child ?? '') : child.calledName;
  });
  protected readonly calls = computed(() => callsPath(this.caseFileId()));
  protected readonly event = computed(() => findEvent(this.caseFile(), this.draft.eventId()));
  protected readonly tellable = computed(() => this.session.facts()?.filter((it) => it.mayBeTold) ?? null);
  protected readonly asked = computed(() => {
    const ids = this.event()?.asks ?? [this.draft.factId()];
    return (this.tellable() ?? [])
      .filter(({ field }) => ids.includes(field.id))
      .map((fact) => ({
        fact,
        fieldId: fieldIdOf(fact.field.id),
        typed: this.draft.answers()[fact.field.id] ?? NOTHING_TYPED,
      }));
  });
  protected readonly chosen = computed(() => this.event() !== null || this.asked().length > 0);
  /** What is on record of it already. */
  protected readonly known = computed(() => {
    const id = this.event()?.fact ?? this.draft.factId();
    const field = this.session.facts()?.find((it) => it.run === null && it.field.id === id)?.field;
    const value = field ? knownValue(field) : null;
    return field && value !== null
      ? this.t('case.fact.now', { value: formatValue(field, value, this.language) })
      : null;
  });
  /** A child who is back is welcomed in a step, where there is one. */
  protected readonly returnStep = computed(() => {
    const caseFile = this.caseFile();
    if (this.event()?.absence !== 'ends' || !caseFile) return null;
    const run = caseFile.state.runs.findLast(({ absence, ended }) => absence && !ended);
    const step = run?.steps.find(({ id, state }) => id === run.absence?.at && state !== 'not-applicable');
    return run && step ? stepPath(caseFile.id, run.runId, step.id) : null;
  });
  private readonly told = computed(() =>
    readTypedFact(
      this.event(),
      this.asked().map(({ fact }) => fact),
      { answers: this.draft.answers(), when: this.draft.when() },
    ),
  );
  private readonly engages = computed(() => {
    const caseFile = this.caseFile();
    return caseFile ? engagedWith(this.event(), caseFile, this.trial.effects()) : null;
  });
  protected readonly engaged = computed(() => {
    const protocol = this.engages();
    return protocol ? this.session.titleOf(protocol) : null;
  });
  protected readonly problems = computed<readonly FieldProblem[]>(() =>
    formatMistakes(
      this.mistakes(),
      this.asked().map(({ fact }) => fact.field),
      this.language,
    ),
  );
  protected readonly byField = computed<Readonly<Record<string, string>>>(() =>
    Object.fromEntries(this.problems().flatMap(({ fieldId, text }) => (fieldId ? [[fieldId, text]] : []))),
  );
  /** The button says what it opens. */
  protected readonly act = computed(() => {
    const opens = this.trial.effects()?.opens.map(({ title }) => this.language.localize(title)) ?? [];
    const engaged = this.engaged();
    const titles = [...opens, ...(engaged ? [engaged] : [])];
    return titles.length
      ? this.t('case.new-fact.act-opens', { titles: titles.join(', ') })
      : this.t('case.new-fact.act');
  });

  constructor() {
    const asked: unknown = this.router.currentNavigation()?.extras.state?.['event'];
    effect(() => {
      const id = this.caseFileId();
      untracked(() => {
        this.draft.beginDraft(id);
        if (asked === 'other') this.draft.chooseFact({});
        else if (typeof asked === 'string' && asked !== this.draft.eventId())
          this.draft.chooseFact({ eventId: asked });
        void this.session.loadCase(id);
      });
    });
    effect(() => {
      const caseFile = this.caseFile();
      if (caseFile) this.title.name(CASE_PAGES.newFact.title, caseFile.reference);
    });
    effect(() => {
      this.told();
      if (this.caseFile() && this.tellable()) untracked(() => this.tryOut());
    });
  }

  protected reload(): void {
    void this.session.loadCase(this.caseFileId());
  }

  protected chooseFact(what: { readonly eventId?: string; readonly factId?: string }): void {
    this.mistakes.set([]);
    this.title.markFaulty(false);
    this.draft.chooseFact(what);
    setTimeout(() =>
      document
        .getElementById(this.chosen() ? 'chosen' : `choose-${this.caseFile()?.events[0]?.id ?? ''}`)
        ?.focus(),
    );
  }

  protected setWhen(when: Partial<TypedWhen>): void {
    this.draft.when.update((before) => ({ ...before, ...when }));
  }

  protected tryOut(): void {
    void this.trial.askWhatIf(this.caseFileId(), { values: this.told().values });
  }

  protected async sendFact(event: Event): Promise<void> {
    event.preventDefault();
    const { values, mistakes } = this.told();
    this.mistakes.set(mistakes);
    this.title.markFaulty(mistakes.length > 0);
    if (mistakes.length) return;
    const isMissing = this.event()?.absence === 'begins';
    const outcome = await this.session.sendFact(values, this.engages());
    if (outcome === 'stale') this.trial.forget();
    if (outcome === 'stale') this.tryOut();
    // Whom to call comes before anything else.
    const path = isMissing ? callsPath(this.caseFileId()) : casePath(this.caseFileId());
    if (outcome === 'done') await this.router.navigate([...path], { replaceUrl: true });
  }

  protected async giveUp(): Promise<void> {
    this.draft.clear();
    await this.router.navigate([...casePath(this.caseFileId())]);
  }

  protected warn(event: BeforeUnloadEvent): void {
    if (this.draft.isChanged()) event.preventDefault();
  }
}
