import { Component, computed, effect, inject, input, signal, untracked } from '@angular/core';
import { MatButton } from '@angular/material/button';
import type { CaseFile, Problem, TriableFact } from '@repere/contract';
import { Icon, Language, SpaceTime } from '@repere/ui';
import { PageHeading } from '../../platform/pages/page-heading';
import { PageTitle } from '../../platform/pages/page-title';
import { ProblemLine } from '../../platform/problem-line';
import { CaseCrumb } from '../case-file/heading/case-crumb';
import { CasesClient } from '../cases-client';
import { formatValue } from '../step/fields/format-value';
import { StepField } from '../step/fields/step-field';
import type { TypedField } from '../step/fields/typed-field';
import { knownValue } from '../step/typed-step';
import { FactPicker } from './fact-picker';
import { factKey } from './find-facts';
import { effectViews } from './effect-views';
import { Trial } from './trial';
import { beginTrying, triedValues, type TriedAnswer } from './tried-answer';
import { WhatIfClient } from './what-if-client';
import { WhatIfEffects } from './what-if-effects';
import { CASE_PAGES } from '../pages';

/** What would another answer bring? Nothing is recorded. */
@Component({
  selector: 'app-what-if-page',
  imports: [CaseCrumb, FactPicker, Icon, MatButton, PageHeading, ProblemLine, StepField, WhatIfEffects],
  providers: [Trial],
  templateUrl: './what-if-page.html',
  styleUrl: './what-if-page.scss',
})
export class WhatIfPage {
  private readonly cases = inject(CasesClient);
  private readonly client = inject(WhatIfClient);
  private readonly time = inject(SpaceTime);
  private readonly title = inject(PageTitle);
  private readonly language = inject(Language);
  protected readonly t = this.language.t;
  protected readonly trial = inject(Trial);

  // From the address.
  readonly caseFileId = input.required<string>();

  protected readonly caseFile = signal<CaseFile | null>(null);
  protected readonly problem = signal<Problem | null>(null);
  protected readonly facts = signal<readonly TriableFact[] | null>(null);
  protected readonly isPicking = signal(true);
  private readonly answers = signal<readonly TriedAnswer[]>([]);

  protected readonly name = computed(() => {
    const child = this.caseFile()?.child;
    return !child || 'redacted' in child ? (child ?? '') : child.calledName;
  });
  protected readonly tried = computed(() =>
    this.answers().map(({ fact, typed }) => {
      const known = knownValue(fact.field);
      const value = known === null ? null : formatValue(fact.field, known, this.language);
      return {
        fact,
        typed,
        key: factKey(fact),
        title: this.language.localize(fact.field.title),
        now: value === null ? this.t('case.fact.not-known') : this.t('case.fact.now', { value }),
      };
    }),
  );
  /** One run's own facts at a time, and those of the case. */
  protected readonly offered = computed(() => {
    const keys = this.tried().map(({ key }) => key);
    const runId = this.runId();
    return (this.facts() ?? []).filter(
      (fact) => !keys.includes(factKey(fact)) && (!runId || !fact.run || fact.run.runId === runId),
    );
  });
  protected readonly tally = computed(() => {
    const effects = this.trial.effects();
    if (this.trial.isAsking()) return this.t('case.what-if.asking');
    if (!effects) return this.t(this.tried().length ? 'case.what-if.as-known' : 'case.what-if.none-yet');
    const changed = effectViews(effects).reduce((sum, { steps }) => sum + steps.length, 0);
    return this.language.count('case.what-if.changed', changed);
  });
  private readonly runId = computed(() => this.answers().find(({ fact }) => fact.run)?.fact.run?.runId);

  constructor() {
    effect(() => {
      const id = this.caseFileId();
      untracked(() => void this.openCase(id));
    });
    effect(() => {
      const caseFile = this.caseFile();
      if (caseFile) this.title.name(CASE_PAGES.whatIf.title, caseFile.reference);
    });
    effect(() => {
      this.answers();
      untracked(() => this.tryAgain());
    });
  }

  protected reload(): void {
    void this.openCase(this.caseFileId());
  }

  protected tryAgain(): void {
    const runId = this.runId();
    const values = triedValues(this.answers());
    void this.trial.askWhatIf(this.caseFileId(), { values, ...(runId && { runId }) });
  }

  protected pickFact(fact: TriableFact): void {
    this.answers.update((before) => [...before, beginTrying(fact)]);
    this.isPicking.set(false);
    focusSoon(factKey(fact));
  }

  protected pickMore(): void {
    this.isPicking.set(true);
    focusSoon('fact-search');
  }

  protected changeAnswer(key: string, typed: TypedField): void {
    this.answers.update((before) => before.map((it) => (factKey(it.fact) === key ? { ...it, typed } : it)));
  }

  protected drop(key: string): void {
    this.answers.update((before) => before.filter(({ fact }) => factKey(fact) !== key));
    if (!this.answers().length) this.isPicking.set(true);
    focusSoon(this.isPicking() ? 'fact-search' : 'pick-more');
  }

  private async openCase(id: string): Promise<void> {
    this.caseFile.set(null);
    const [caseFile, facts] = await Promise.all([this.cases.caseFile(id), this.client.facts(id)]);
    if (id !== this.caseFileId()) return;
    this.problem.set(!caseFile.ok ? caseFile.problem : facts.ok ? null : facts.problem);
    if (facts.ok) this.facts.set(facts.value);
    if (!caseFile.ok) return;
    this.time.zone.set(caseFile.value.territory.zone);
    this.caseFile.set(caseFile.value);
  }
}

/** Once it is drawn: the button that was pressed is gone. */
function focusSoon(id: string): void {
  setTimeout(() => document.getElementById(id)?.focus());
}
