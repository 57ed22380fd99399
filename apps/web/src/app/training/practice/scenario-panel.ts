import { Component, computed, inject } from '@angular/core';
import { FormField, form } from '@angular/forms/signals';
import { Language } from '@repere/ui';
import { CodesField } from '@repere/ui/choice';
import { writeThrough } from '../../platform/form/write-through';
import { formatScenarioTime } from '../../protocols/examples/format-scenario-time';
import { PracticeSession } from './practice-session';
import { ScenarioQuestion } from './scenario-question';

/** What was told by now, the newest first, and what is asked of the class about it. Notes are for who leads, never projected. */
@Component({
  selector: 'app-scenario-panel',
  imports: [CodesField, FormField, ScenarioQuestion],
  templateUrl: './scenario-panel.html',
  styleUrl: './scenario-panel.scss',
})
export class ScenarioPanel {
  protected readonly session = inject(PracticeSession);
  private readonly language = inject(Language);
  protected readonly t = this.language.t;
  protected readonly localize = this.language.localize;

  private readonly arrived = computed(() =>
    this.session
      .moments()
      .slice(0, this.session.place() + 1)
      .flatMap(({ arrived }) => arrived),
  );
  protected readonly beats = computed(() =>
    this.arrived()
      .map(({ beat, at, isInject }) => ({
        ...beat,
        isInject,
        when: formatScenarioTime(at, this.session.zone(), this.language.current()),
      }))
      .reverse(),
  );
  protected readonly questions = computed(() => {
    const practice = this.session.practice();
    const told = new Set(this.arrived().map(({ beat }) => beat.id));
    return (practice?.scenario.questions ?? [])
      .filter(({ about }) => about === undefined || told.has(about))
      .map((question) => {
        const given = practice?.answers.get(question.id)?.[0]?.choice;
        const chosen = question.choices.find(({ id }) => id === given);
        const isTold = chosen !== undefined && this.session.mode() === 'guided';
        return {
          ...question,
          given: given ?? null,
          told: isTold ? { isRight: chosen.right === true, because: chosen.because } : null,
        };
      });
  });
  protected readonly ticked = computed(() =>
    (this.session.practice()?.scenario.expectations ?? [])
      .filter(({ ticked }) => ticked)
      .map(({ id, title }) => ({ code: id, label: this.localize(title) })),
  );
  /** Those that the trainer has seen the group do. */
  protected readonly seen = form(
    writeThrough<readonly string[]>(
      () => {
        const ticks = this.session.ticks();
        return this.ticked().flatMap(({ code }) => (ticks.has(code) ? [code] : []));
      },
      (seen) => this.tick(seen),
    ),
  );

  protected answerQuestion(question: string, choice: string): void {
    this.session.perform({ kind: 'answer', question, choice });
  }

  private tick(seen: readonly string[]): void {
    const ticks = this.session.ticks();
    for (const { code } of this.ticked())
      if (seen.includes(code) !== ticks.has(code))
        this.session.perform({ kind: 'tick', expectation: code, seen: seen.includes(code) });
  }
}
