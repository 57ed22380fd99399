import { Component, computed, effect, inject, signal, untracked } from '@angular/core';
import type { StepPlace } from '@repere/contract';
import { MatButton } from '@angular/material/button';
import type { CaseView, Reason } from '@repere/case-engine';
import type { FactValue, FactValues, StepState } from '@repere/protocol';
import { Language, SpaceTime } from '@repere/ui';
import { Banner } from '@repere/ui/feedback';
import { StatusWord } from '@repere/ui/status';
import { DraftChecker } from '../checking/draft-checker';
import { FakeCase, questionsOf } from './fake-case';
import { TryField } from './try-field';

const WAITS = [1, 7, 30] as const;

/** A made-up case that runs on the text as it stands: do a step, see what opens, what is blocked and why, what is due. */
@Component({
  selector: 'app-try-panel',
  imports: [Banner, MatButton, StatusWord, TryField],
  templateUrl: './try-panel.html',
  styleUrl: './try-panel.scss',
})
export class TryPanel {
  private readonly checker = inject(DraftChecker);
  private readonly time = inject(SpaceTime);
  private readonly language = inject(Language);
  protected readonly t = this.language.t;
  protected readonly localize = this.language.localize;
  protected readonly waits = WAITS;

  private readonly tried = signal<FakeCase | null>(null);
  private readonly turn = signal(0);
  private readonly before = signal<ReadonlyMap<string, StepState>>(new Map());
  private readonly chosen = signal<StepPlace | null>(null);
  private readonly said = signal<FactValues>({});
  protected readonly refused = signal<readonly Reason[]>([]);
  protected readonly news = signal('');
  /** The text has changed since this case was begun. */
  protected readonly isOld = computed(() => {
    const tried = this.tried();
    const document = this.checker.document();
    return tried !== null && document !== null && tried.document !== document;
  });
  protected readonly hasErrors = computed(
    () => this.checker.document() === null || this.checker.errors().length > 0,
  );

  private readonly view = computed<CaseView | null>(() => {
    this.turn();
    return this.tried()?.view() ?? null;
  });
  protected readonly now = computed(() => {
    this.turn();
    const tried = this.tried();
    return tried ? this.time.exactly(tried.at) : '';
  });
  protected readonly runs = computed(() =>
    (this.view()?.runs ?? []).map((run) => ({
      id: run.runId,
      title: this.localize(run.title),
      outcome: run.outcome ? this.localize(run.outcome.title) : null,
      broken: (run.brokenSafeguards ?? []).map(({ title }) => this.localize(title)),
      isOurs: run.protocol === this.tried()?.document.protocol,
      steps: run.steps
        .filter(({ state }) => state !== 'not-applicable')
        .map((step) => ({
          id: step.id,
          title: `${step.code} – ${this.localize(step.title)}`,
          state: step.state,
          isNew: this.before().size > 0 && this.before().get(`${run.runId} ${step.id}`) !== step.state,
          due: this.dueOf(step.deadline?.dueAt ?? null, step.deadline?.metAt ?? null),
          isChosen: this.chosen()?.runId === run.runId && this.chosen()?.step === step.id,
        })),
    })),
  );
  protected readonly detail = computed(() => {
    this.turn();
    const chosen = this.chosen();
    const tried = this.tried();
    if (!chosen || !tried) return null;
    const run = this.view()?.runs.find(({ runId }) => runId === chosen.runId);
    const step = run?.steps.find(({ id }) => id === chosen.step);
    const definition = tried.document.steps.find(({ id }) => id === chosen.step);
    if (!run || !step) return null;
    const { summary, because } = tried.why(chosen.runId, chosen.step);
    const isOurs = run.protocol === tried.document.protocol;
    return {
      ...chosen,
      title: this.localize(step.title),
      summary: this.localize(summary),
      because: because.map(({ text }) => this.localize(text)),
      definition: isOurs ? (definition ?? null) : null,
    };
  });
  protected readonly questions = computed(() => {
    const detail = this.detail();
    const tried = this.tried();
    if (!detail?.definition || !tried) return [];
    const { values, row } = this.apart();
    const relevant = tried.relevant({ runId: detail.runId, step: detail.step, values, row });
    const required = detail.definition.required;
    return questionsOf(detail.definition, tried.document, tried.shared)
      .filter(({ id }) => relevant[id] !== false)
      .map((question) => ({
        ...question,
        fieldId: `try-${question.id.replace('.', '-')}`,
        isRequired: required.includes(question.id),
        value: this.said()[question.id] ?? null,
      }))
      .sort((a, b) => Number(b.isRequired) - Number(a.isRequired));
  });

  constructor() {
    effect(() => {
      const isReady = this.checker.document() !== null && this.checker.beside() !== null && !this.hasErrors();
      if (isReady && untracked(this.tried) === null) untracked(() => this.beginCase());
    });
  }

  protected beginCase(): void {
    const document = this.checker.document();
    const beside = this.checker.beside();
    if (!document || !beside || this.hasErrors()) return;
    this.tried.set(new FakeCase(beside.shared, document, beside.documents, this.time.now()));
    this.before.set(new Map());
    this.chosen.set(null);
    this.refused.set([]);
    this.news.set('');
    this.turn.update((turn) => turn + 1);
  }

  protected chooseStep(runId: string, step: string): void {
    this.chosen.set({ runId, step });
    this.said.set({});
    this.refused.set([]);
  }

  protected answerField(id: string, value: FactValue | null): void {
    this.said.update(({ [id]: _, ...others }) => (value === null ? others : { ...others, [id]: value }));
  }

  protected complete(event: Event): void {
    event.preventDefault();
    const detail = this.detail();
    const tried = this.tried();
    if (!detail?.definition || !tried) return;
    const before = this.states();
    const done = tried.complete(
      { runId: detail.runId, step: detail.step, ...this.apart() },
      detail.definition,
    );
    this.refused.set(done.ok ? [] : done.reasons);
    if (done.ok) this.chosen.set(null);
    this.turn.update((turn) => turn + 1);
    if (done.ok) this.announceChange(before, this.t('editing.try.done', { title: detail.title }));
  }

  protected wait(days: number): void {
    const tried = this.tried();
    if (!tried) return;
    const before = this.states();
    tried.wait(days);
    this.turn.update((turn) => turn + 1);
    this.announceChange(before, this.language.count('editing.try.waited', days));
  }

  private announceChange(before: ReadonlyMap<string, StepState>, what: string): void {
    this.before.set(before);
    const after = this.states();
    const changed = [...after].filter(
      ([id, state]) => before.get(id) !== state && state !== 'not-applicable',
    ).length;
    this.news.set(`${what} ${this.language.count('editing.try.changed', changed)}`);
  }

  private states(): ReadonlyMap<string, StepState> {
    const runs = this.tried()?.view().runs ?? [];
    return new Map(
      runs.flatMap(({ runId, steps }) => steps.map(({ id, state }) => [`${runId} ${id}`, state] as const)),
    );
  }

  /** Answers of the step and of its row: `exams.consent` is the row's `consent`. */
  private apart(): { readonly values: FactValues; readonly row: FactValues } {
    const entries = Object.entries(this.said());
    return {
      values: Object.fromEntries(entries.filter(([id]) => !id.includes('.'))),
      row: Object.fromEntries(
        entries.flatMap(([id, value]) => (id.includes('.') ? [[id.split('.')[1] ?? '', value]] : [])),
      ),
    };
  }

  private dueOf(dueAt: number | null, metAt: number | null): string | null {
    if (dueAt === null || metAt !== null) return null;
    const isPassed = dueAt < (this.tried()?.at ?? 0);
    return this.t(isPassed ? 'editing.try.passed' : 'editing.try.due', { moment: this.time.exactly(dueAt) });
  }
}
