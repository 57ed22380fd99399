import { Component, computed, inject, input } from '@angular/core';
import type { CaseFile } from '@repere/contract';
import { needsWhy, type RunView, stepStatus, type StepView } from '@repere/case-engine';
import { Language, SpaceTime } from '@repere/ui';
import { DeadlineLabel, StatusWord } from '@repere/ui/status';
import { OriginTag } from '@repere/ui/origin';

/** One protocol as it stood: each step with its status, its date and why it was not possible. Nothing here leads anywhere. */
@Component({
  selector: 'app-then-run',
  imports: [DeadlineLabel, OriginTag, StatusWord],
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

  protected readonly since = computed(() =>
    this.t('case.run.since', { day: this.time.day(this.run().openedAt) }),
  );
  protected readonly steps = computed(() =>
    this.run()
      .steps.filter(({ state }) => state !== 'not-applicable')
      .map((step) => ({ ...step, due: dueOf(step), why: this.whyOf(step) })),
  );
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
