import { Component, computed, inject, input, output, signal } from '@angular/core';
import { FormField, form } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import { relevantFields } from '@repere/case-engine';
import { type FactValue, type FactValues, reasonsIn, ROLE_WORDS } from '@repere/protocol';
import { Language } from '@repere/ui';
import { CodesField } from '@repere/ui/choice';
import { writeThrough } from '../../platform/form/write-through';
import { questionsOf } from '../../protocols/editing/trying/fake-case';
import { TryField } from '../../protocols/editing/trying/try-field';
import { lineOfAnswers, nameOfRun, NO_ANSWERS, type StepAnswers } from './answers-to-line';
import { PracticeSession } from './practice-session';

/** A step as its protocol asks it: who did it, what was answered, which pieces, which reasons. What is refused says why. */
@Component({
  selector: 'app-practice-step-form',
  imports: [CodesField, FormField, MatButton, TryField],
  templateUrl: './step-form.html',
  styleUrl: './step-form.scss',
})
export class PracticeStepForm {
  private readonly session = inject(PracticeSession);
  private readonly language = inject(Language);
  protected readonly t = this.language.t;
  protected readonly localize = this.language.localize;

  readonly runId = input.required<string>();
  readonly stepId = input.required<string>();
  readonly done = output<void>();

  private readonly answers = signal<StepAnswers>(NO_ANSWERS);
  protected readonly refused = signal<readonly string[]>([]);
  private readonly run = computed(() => {
    const fold = this.session.moment()?.state.readFold();
    return fold?.findRun(this.runId()) ?? null;
  });
  protected readonly step = computed(() => this.session.stepOf(this.runId(), this.stepId()));
  protected readonly people = computed(() =>
    (this.step()?.by ?? []).map((role) => ({ code: role, label: this.localize(ROLE_WORDS[role]) })),
  );
  protected readonly questions = computed(() => {
    const [run, step, moment] = [this.run(), this.step(), this.session.moment()];
    const set = this.session.practice()?.set;
    if (!run || !step || !moment || !set) return [];
    const { values, row } = apart(this.answers().values);
    const relevant = relevantFields(moment.state, this.runId(), step.id, values, {
      id: this.rowId(),
      values: row,
    });
    return questionsOf(step, run.protocol.document, set.shared)
      .filter(({ id }) => relevant[id] !== false)
      .map((question) => ({
        ...question,
        fieldId: `practice-${question.id.replace('.', '-')}`,
        isRequired: step.required.includes(question.id),
        value: this.answers().values[question.id] ?? null,
      }));
  });
  protected readonly reasons = computed(() => {
    const step = this.step();
    const shared = this.session.practice()?.set.shared;
    const decided = step?.decides === undefined ? undefined : this.answers().values[step.decides];
    const list = typeof decided === 'string' ? step?.reasons[decided] : undefined;
    const reasons = shared ? reasonsIn(this.run()?.protocol.document, shared, list) : {};
    return Object.entries(reasons).map(([code, words]) => ({
      code,
      label: this.localize(words),
    }));
  });
  protected readonly evidence = computed(() => {
    const shared = this.session.practice()?.set.shared;
    return (this.step()?.evidence ?? []).map((code) => {
      const words = shared?.evidence[code];
      return { code, label: words ? this.localize(words) : code };
    });
  });
  /** Rows that it can be about. */
  protected readonly rows = computed(() => {
    const about = this.step()?.about;
    const facts = this.session.view()?.facts ?? [];
    const found = about === undefined ? undefined : facts.find(({ fact, rows }) => fact === about && rows);
    return (found?.rows ?? []).map(({ id }, place) => ({
      id,
      words: this.t('training.form.row', { n: place + 1 }),
    }));
  });

  /** Nothing chosen is about the last row. */
  private readonly said = computed<StepAnswers>(() => ({ ...this.answers(), row: this.rowId() }));
  /** What is asked of every step; what this one asks comes from its protocol. */
  protected readonly form = form(writeThrough(this.said, (typed) => this.answers.set(typed)));

  protected answerField(id: string, value: FactValue | null): void {
    const { [id]: _, ...others } = this.answers().values;
    const values = value === null ? others : { ...others, [id]: value };
    this.answers.update((before) => ({ ...before, values }));
  }

  protected complete(event: Event): void {
    event.preventDefault();
    const step = this.step();
    if (!step) return;
    const name = `${nameOfRun(this.session.view()?.runs ?? [], this.runId())}.${step.id}`;
    const said = this.said();
    const done = this.session.perform({ kind: 'line', line: lineOfAnswers(name, step, said) });
    const reasons =
      !done.ok && done.code === 'refused' ? done.reasons.map(({ text }) => this.localize(text)) : [];
    this.refused.set([...new Set(reasons)]);
    if (done.ok) this.done.emit();
  }

  private rowId(): string {
    return this.answers().row || (this.rows().at(-1)?.id ?? '');
  }
}

/** Answers of the step, and those of its row by their bare names. */
function apart(said: FactValues): { readonly values: FactValues; readonly row: FactValues } {
  const entries = Object.entries(said);
  return {
    values: Object.fromEntries(entries.filter(([id]) => !id.includes('.'))),
    row: Object.fromEntries(
      entries.flatMap(([id, value]) => (id.includes('.') ? [[id.split('.')[1] ?? '', value]] : [])),
    ),
  };
}
