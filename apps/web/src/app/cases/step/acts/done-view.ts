import { Component, computed, inject } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Router, RouterLink } from '@angular/router';
import { Icon, Language } from '@repere/ui';
import { PageHeading } from '../../../platform/pages/page-heading';
import { casePath, stepPath } from '../../case-paths';
import { NextStepCard } from '../../case-file/runs/next-step-card';
import { StepSession } from '../step-session';

/** Of what became possible, links in sight: the step to go on with stands above them. */
const MOST_POSSIBLE = 2;

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
  protected readonly language = inject(Language);
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
  /** Not while it waits for approval: "still the same" could be untrue an hour later. */
  protected readonly outcome = computed(() => {
    const { state, outcome } = this.done() ?? {};
    return state === 'awaiting-approval' ? undefined : outcome;
  });
  /** What became of the outcome: another one, or the same, for a new reason or for none. */
  protected readonly moved = computed(() => (this.outcome()?.changed ? 'changed' : 'still'));
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
    const others = possible
      .filter(({ runId, step }) => runId !== next?.runId || step !== next.step)
      .map(({ runId, step, title }) => ({
        title: this.localize(title),
        path: stepPath(this.page()?.caseFileId ?? '', runId, step),
      }));
    // One alone is as short as what would unfold it.
    const most = others.length === MOST_POSSIBLE + 1 ? others.length : MOST_POSSIBLE;
    return { inSight: others.slice(0, most), rest: others.slice(most) };
  });
  protected readonly another = computed(() => {
    const page = this.page();
    if (!page?.repeatable) return null;
    return this.t(page.asks.adds ? 'step.done.add' : 'step.done.again');
  });

  /** The step as it stands now, to write what is missing. */
  protected async complete(): Promise<void> {
    await this.beginAgain();
  }

  /** The same step afresh. */
  protected async beginAgain(): Promise<void> {
    const at = this.session.at();
    if (!at) return;
    await this.router.navigate([], { queryParams: {}, replaceUrl: true });
    await this.session.loadStep(at);
  }
}
