import { Component, computed, inject } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Router, RouterLink } from '@angular/router';
import { Icon, Language } from '@repere/ui';
import { PageHeading } from '../../shell/page-heading';
import { casePath } from '../case-paths';
import { NextStepCard } from '../case-file/next-step-card';
import { StepSession } from './step-session';

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
    .rp-acts {
      margin-block-start: 1.5rem;
    }
  `,
})
export class DoneView {
  private readonly router = inject(Router);
  private readonly language = inject(Language);
  protected readonly t = this.language.t;
  protected readonly say = this.language.say;
  protected readonly session = inject(StepSession);

  protected readonly page = computed(() => this.session.page());
  protected readonly done = computed(() => this.session.done());
  protected readonly case = computed(() => casePath(this.page()?.caseFileId ?? ''));
  protected readonly waits = computed(() => {
    const state = this.done()?.state;
    return state === 'awaiting-approval' || state === 'done-to-approve' ? this.t(`step.done.${state}`) : null;
  });
  protected readonly another = computed(() => {
    const page = this.page();
    if (!page?.repeatable) return null;
    return this.t(page.asks.adds ? 'step.done.add' : 'step.done.again');
  });

  /** The same step afresh. */
  protected async begin(): Promise<void> {
    const at = this.session.at();
    if (!at) return;
    await this.router.navigate([], { queryParams: {}, replaceUrl: true });
    await this.session.load(at);
  }
}
