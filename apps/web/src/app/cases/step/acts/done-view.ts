import { Component, computed, inject } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Router, RouterLink } from '@angular/router';
import { Icon, Language } from '@repere/ui';
import { PageHeading } from '../../../platform/pages/page-heading';
import { casePath, stepPath } from '../../case-paths';
import { NextStepCard } from '../../case-file/runs/next-step-card';
import { StepSession } from '../step-session';

/** It is recorded: what it opened, what it waits for, and the step to go on with. */
@Component({
  selector: 'app-done-view',
  imports: [Icon, MatButton, NextStepCard, PageHeading, RouterLink],
  templateUrl: './done-view.html',
  styles: `
    :host {
      display: block;
      max-inline-size: 46rem;
    }
    ul {
      margin-block-end: 1.25rem;
    }
    h2 {
      margin-block: 1.25rem 0.25rem;
      font-size: 1.2rem;
    }
    li {
      padding-block: 0.35rem;
    }
    .rp-acts {
      margin-block-start: 1.5rem;
    }
  `,
})
export class DoneView {
  private readonly router = inject(Router);
  private readonly language = inject(Language);
  protected readonly t = this.language.t;
  protected readonly localize = this.language.localize;
  protected readonly session = inject(StepSession);

  protected readonly page = computed(() => this.session.page());
  protected readonly done = computed(() => this.session.done());
  protected readonly case = computed(() => casePath(this.page()?.caseFileId ?? ''));
  protected readonly waits = computed(() => {
    const { state, missingRequirements } = this.done() ?? {};
    if (state === 'awaiting-approval') return this.t('step.done.awaiting-approval');
    if (state !== 'done-to-approve') return null;
    return this.t(
      missingRequirements?.approval === false ? 'step.done.in-force' : 'step.done.done-to-approve',
    );
  });
  /** Not while it waits for approval: "this changes nothing" could be untrue an hour later. */
  protected readonly outcome = computed(() => {
    const { state, outcome } = this.done() ?? {};
    return state === 'awaiting-approval' ? undefined : outcome;
  });
  /** What became of the outcome: another one, the same for a new reason, or nothing at all. */
  protected readonly moved = computed(() => {
    const { changed = false, why = [] } = this.outcome() ?? {};
    return changed ? 'changed' : why.length > 0 ? 'still' : 'same';
  });
  /** Words and papers that are still to come, by their names. */
  protected readonly missing = computed(() => {
    const { words = [], evidence = [] } = this.done()?.missingRequirements ?? {};
    const kinds = this.page()?.asks.evidence ?? [];
    return [
      ...words.map((word) => this.t(`step.${word}.label`)),
      ...evidence.map((code) => {
        const label = kinds.find((it) => it.code === code)?.label;
        return label ? this.localize(label) : code;
      }),
    ];
  });
  /** What the act made possible, beside the step to go on with. */
  protected readonly possible = computed(() => {
    const { possible = [], next } = this.done() ?? {};
    return possible
      .filter(({ runId, step }) => runId !== next?.runId || step !== next.step)
      .map(({ runId, step, title }) => ({
        title: this.localize(title),
        path: stepPath(this.page()?.caseFileId ?? '', runId, step),
      }));
  });
  protected readonly another = computed(() => {
    const page = this.page();
    if (!page?.repeatable) return null;
    return this.t(page.asks.adds ? 'step.done.add' : 'step.done.again');
  });

  /** The step as it stands now, to write what is missing. */
  protected async complete(): Promise<void> {
    await this.begin();
  }

  /** The same step afresh. */
  protected async begin(): Promise<void> {
    const at = this.session.at();
    if (!at) return;
    await this.router.navigate([], { queryParams: {}, replaceUrl: true });
    await this.session.load(at);
  }
}
