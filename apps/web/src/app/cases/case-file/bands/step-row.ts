import { Component, computed, inject, input, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { CaseFile } from '@repere/contract';
import { stepStatus } from '@repere/case-engine';
import { Language, SpaceTime } from '@repere/ui';
import { DeadlineLabel, StatusWord } from '@repere/ui/status';
import { originInLists, OriginTag } from '@repere/ui/origin';
import { stepPath } from '../../case-paths';
import { DeadlineNote } from '../runs/deadline-note';
import type { BandLine } from './case-bands';
import { shownWhy } from './shown-why';
import { StepGrounds } from './step-grounds';

/** One step of a case: its status in a word, by when, of which protocol, and why it isn't possible yet. Always a link. */
@Component({
  selector: 'app-step-row',
  imports: [DeadlineLabel, DeadlineNote, OriginTag, RouterLink, StatusWord, StepGrounds],
  templateUrl: './step-row.html',
  styleUrl: './step-row.scss',
})
export class StepRow {
  private readonly language = inject(Language);
  private readonly time = inject(SpaceTime);
  protected readonly t = this.language.t;
  protected readonly localize = this.language.localize;

  readonly caseFile = input.required<CaseFile>();
  readonly line = input.required<BandLine>();
  /** Its protocol is said above it, over all of them. */
  readonly isGrouped = input(false);
  /** Id of what says above several why they can't be done, or aren't; their status is said there too. */
  readonly explainedBy = input<string | null>(null);
  /** It stands in a band of what is to do, not in a fold. */
  readonly isInBand = input(false);
  /** Others owe it: since when we wait is said, and it can be chased. */
  readonly isAwaited = input(false);
  /** Its ground can be asked for. */
  readonly mayShowGround = input(true);

  /** Its ground is shown below it. */
  protected readonly isGrounded = signal(false);
  private readonly key = computed(() => `${this.line().run.runId}/${this.line().step.id}`);
  protected readonly id = computed(() => {
    const { run, step, of } = this.line();
    return `${of}-${run.runId}-${step.id}`;
  });
  protected readonly describedBy = computed(() =>
    [`${this.id()}-status`, this.explainedBy() ?? ''].join(' ').trim(),
  );
  protected readonly title = computed(() => {
    const { step, of } = this.line();
    const title = this.localize(step.title);
    return of === 'approval' ? this.t('case.deadlines.approval', { title }) : title;
  });
  protected readonly path = computed(() =>
    stepPath(this.caseFile().id, this.line().run.runId, this.line().step.id),
  );
  /** The protocols that ask the same act. That of an act which one asks is said by the step: over many rows it is noise. */
  protected readonly where = computed(() => {
    const { run, alsoIn } = this.line();
    if (alsoIn.length === 0) return '';
    return [...(this.isGrouped() ? [] : [run]), ...alsoIn]
      .map(({ title }) => this.localize(title))
      .join(' · ');
  });
  protected readonly draft = computed(() => {
    const at = this.caseFile().drafts[this.key()];
    return at ? this.t('case.step.draft', { time: this.time.moment(at) }) : null;
  });
  /** A letter that does it left, and nobody has ended it since. */
  protected readonly letterSent = computed(() => {
    const at = this.caseFile().letterSentAt[this.key()];
    return at ? this.t('case.step.letter-sent', { moment: this.time.moment(at) }) : null;
  });
  /** Said on the row unless it is said above several. */
  protected readonly why = computed(() =>
    this.explainedBy() ? null : shownWhy(this.caseFile(), this.line()),
  );
  protected readonly deadline = computed(() => {
    const { deadline, step } = this.line();
    if (deadline === null || step.state === 'not-applicable') return null;
    // Of a step that can't be done yet only a date that is known says anything.
    return deadline.dueAt === null && stepStatus(step.state) === 'not-yet' ? null : deadline;
  });
  /** Why it stands in a band of what is to do, without a date. */
  protected readonly protects = computed(
    () => this.isInBand() && this.deadline() === null && this.line().step.protective && !this.isSuspended(),
  );
  protected readonly origin = computed(() => originInLists(this.deadline()?.origin));
  protected readonly since = computed(() => {
    const from = this.isAwaited() ? (this.deadline()?.from ?? null) : null;
    return from === null ? null : this.t('case.bands.since', { day: this.time.day(from) });
  });
  protected readonly mayChase = computed(() => {
    const deadline = this.deadline();
    return (
      this.isAwaited() &&
      this.caseFile().may.write &&
      deadline?.owner === 'outside' &&
      deadline.dueAt !== null &&
      deadline.dueAt <= this.time.now()
    );
  });
  protected readonly isSuspended = computed(() => this.line().step.suspendedBy !== undefined);
  protected readonly isDueAgain = computed(() => this.line().step.deadline?.lastDoneAt !== undefined);
  /** In a band of what is to do, the word would say on each row what the band says; it stays in the link's description. */
  protected readonly isPlain = computed(
    () =>
      this.explainedBy() !== null ||
      (this.isInBand() && this.line().step.state === 'ready' && !this.draft() && !this.isDueAgain()),
  );
  protected readonly isBare = computed(
    () => this.isPlain() && !this.deadline() && !this.protects() && !this.since() && !this.mayShowGround(),
  );
  protected readonly isQuiet = computed(
    () =>
      this.isSuspended() ||
      (!this.isDueAgain() && ['done', 'waived', 'not-applicable'].includes(this.line().step.state)),
  );
}
