import { Component, computed, inject, input, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { CaseFile } from '@repere/contract';
import type { RunView, StepView } from '@repere/case-engine';
import type { StepState } from '@repere/protocol';
import { Language, SpaceTime } from '@repere/ui';
import { DeadlineLabel } from '@repere/ui/deadline';
import { OriginTag } from '@repere/ui/origin';
import { StatusWord } from '@repere/ui/status';
import { stepPath } from '../case-paths';
import { StepGrounds } from './step-grounds';

const SHUT: readonly StepState[] = ['waiting', 'blocked', 'not-yet'];
const TELLING = [
  'waiting',
  'blocked',
  'not-yet',
  'not-applicable',
  'awaiting-approval',
  'done-to-approve',
  'to-confirm',
];

/** One step of a protocol: its status in a word, by when, and why it isn't possible yet. Always a link. */
@Component({
  selector: 'app-step-row',
  imports: [DeadlineLabel, OriginTag, RouterLink, StatusWord, StepGrounds],
  templateUrl: './step-row.html',
  styleUrl: './step-row.scss',
})
export class StepRow {
  private readonly language = inject(Language);
  private readonly time = inject(SpaceTime);
  protected readonly t = this.language.t;
  protected readonly say = this.language.say;

  readonly caseFile = input.required<CaseFile>();
  readonly run = input.required<RunView>();
  readonly step = input.required<StepView>();

  /** Its ground is shown below it. */
  protected readonly isGrounded = signal(false);
  private readonly key = computed(() => `${this.run().runId}/${this.step().id}`);
  protected readonly id = computed(() => `step-${this.run().runId}-${this.step().id}`);
  protected readonly path = computed(() => stepPath(this.caseFile().id, this.run().runId, this.step().id));
  protected readonly draft = computed(() => {
    const at = this.caseFile().drafts[this.key()];
    return at ? this.t('case.step.draft', { time: this.time.moment(at) }) : null;
  });
  /** What stands on the row in words: only where the status alone doesn't say why. */
  protected readonly why = computed(() => {
    const explanation = this.caseFile().explanations[this.key()];
    const { state, suspendedBy } = this.step();
    return explanation && (suspendedBy || TELLING.includes(state)) ? explanation.summary : null;
  });
  protected readonly deadline = computed(() => {
    const { deadline, approvalDeadline, state } = this.step();
    const due = state === 'awaiting-approval' || state === 'done-to-approve' ? approvalDeadline : deadline;
    if (due?.metAt !== null || state === 'not-applicable') return null;
    // Of a step that can't be done yet only a date that is known says anything.
    return due.dueAt === null && SHUT.includes(state) ? null : due;
  });
  protected readonly isSuspended = computed(() => this.step().suspendedBy !== undefined);
  protected readonly isDueAgain = computed(() => this.step().deadline?.lastDoneAt !== undefined);
  protected readonly isQuiet = computed(
    () =>
      this.isSuspended() ||
      (!this.isDueAgain() && ['done', 'waived', 'not-applicable'].includes(this.step().state)),
  );
}
