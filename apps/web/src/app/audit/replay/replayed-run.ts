import { NgTemplateOutlet } from '@angular/common';
import { Component, computed, inject, input } from '@angular/core';
import type { CaseFile } from '@repere/contract';
import { needsWhy, type RunView, stepStatus, type StepView } from '@repere/case-engine';
import { Language, SpaceTime } from '@repere/ui';
import { DeadlineLabel, StatusWord } from '@repere/ui/status';
import { OriginTag } from '@repere/ui/origin';
import { isOver, tallyOf } from '../../cases/case-file/runs/run-order';

/** What a person looks for later, behind its count: what was done, and what was not possible yet. */
const FOLDS = [
  { name: 'done', holds: (step: StepView) => isOver(step) && stepStatus(step.state) === 'done' },
  { name: 'shut', holds: ({ state }: StepView) => stepStatus(state) === 'not-yet' },
] as const;

/**
 * One protocol as it stood: the steps that were to do or started, each with its status and date; the others folded. Nothing here
 * leads anywhere.
 */
@Component({
  selector: 'app-replayed-run',
  imports: [DeadlineLabel, NgTemplateOutlet, OriginTag, StatusWord],
  templateUrl: './replayed-run.html',
  styleUrl: './replayed-run.scss',
})
export class ReplayedRun {
  protected readonly language = inject(Language);
  private readonly time = inject(SpaceTime);
  protected readonly t = this.language.t;
  protected readonly localize = this.language.localize;

  readonly caseFile = input.required<CaseFile>();
  readonly run = input.required<RunView>();
  /** Whether its steps are in sight at once; else they wait behind its title. */
  readonly isOpen = input(true);

  protected readonly since = computed(() =>
    this.t('case.run.since', { day: this.time.day(this.run().openedAt) }),
  );
  protected readonly steps = computed(() =>
    this.run()
      .steps.filter(({ state }) => state !== 'not-applicable')
      .map((step) => ({ ...step, status: stepStatus(step.state), due: dueOf(step), why: this.whyOf(step) })),
  );
  protected readonly open = computed(() =>
    this.steps().filter((step) => !FOLDS.some(({ holds }) => holds(step))),
  );
  protected readonly folds = computed(() =>
    FOLDS.map(({ name, holds }) => ({ name, lines: this.steps().filter(holds) })).filter(
      ({ lines }) => lines.length > 0,
    ),
  );
  protected readonly progress = computed(() => {
    const { over, all } = tallyOf(this.run(), this.time.now());
    return this.t('case.run.progress', { done: over, all });
  });
  protected readonly out = computed(() => this.run().steps.length - this.steps().length);

  private whyOf({ id, state }: StepView) {
    const explanation = this.caseFile().explanations[`${this.run().runId}/${id}`];
    return explanation && needsWhy(state) ? explanation.summary : null;
  }
}

/** Of a step that could not be done, only a date that was known says anything. */
function dueOf({ deadline, approvalDeadline, state }: StepView) {
  const due = state === 'awaiting-approval' || state === 'done-to-approve' ? approvalDeadline : deadline;
  if (due?.metAt !== null || (due.dueAt === null && stepStatus(state) === 'not-yet')) return null;
  return due;
}
