import { NgTemplateOutlet } from '@angular/common';
import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { CaseFile } from '@repere/contract';
import { isOpen, type RunView } from '@repere/case-engine';
import type { StepState } from '@repere/protocol';
import { Language, SpaceTime } from '@repere/ui';
import { NewerVersion } from '../../protocols/editing/newer-version';
import { StepRow } from './step-row';

const STARTED: readonly StepState[] = ['awaiting-approval', 'done-to-approve'];

/** One protocol at work: its outcome so far, its steps in order; those that don't apply folded away. */
@Component({
  selector: 'app-run-rail',
  imports: [NewerVersion, NgTemplateOutlet, RouterLink, StepRow],
  templateUrl: './run-rail.html',
  styleUrl: './run-rail.scss',
})
export class RunRail {
  protected readonly language = inject(Language);
  private readonly time = inject(SpaceTime);
  protected readonly t = this.language.t;
  protected readonly say = this.language.say;

  readonly caseFile = input.required<CaseFile>();
  readonly run = input.required<RunView>();
  /** Only what is to do or in progress. */
  readonly isShort = input(false);

  protected readonly steps = computed(() =>
    this.run().steps.filter((step) =>
      this.isShort() ? isOpen(step) || STARTED.includes(step.state) : step.state !== 'not-applicable',
    ),
  );
  protected readonly out = computed(() => this.run().steps.filter(({ state }) => state === 'not-applicable'));
  /** Why it stands so: in general, then with this child's own figures. */
  protected readonly why = computed(() => {
    const { outcome, says = [] } = this.run();
    return [...(outcome?.note ? [outcome.note] : []), ...says.map(({ text }) => text)];
  });
  protected readonly since = computed(() =>
    this.t('case.run.since', { day: this.time.day(this.run().openedAt) }),
  );
}
