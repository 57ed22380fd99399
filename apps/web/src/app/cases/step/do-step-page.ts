import { Component, computed, effect, inject, input, untracked } from '@angular/core';
import { Router } from '@angular/router';
import { PageHeading } from '../../platform/pages/page-heading';
import { PageTitle } from '../../platform/pages/page-title';
import { ProblemLine } from '../../platform/problem-line';
import { CaseCrumb } from '../case-file/heading/case-crumb';
import { Language } from '@repere/ui';
import { AmendView } from './acts/amend-view';
import { DoneView } from './acts/done-view';
import { DraftAutosave } from './drafts/draft-autosave';
import { DraftsView } from './drafts/drafts-view';
import { StaleView } from './drafts/stale-view';
import { StepSession } from './step-session';
import { StepView } from './step-view';
import { VerifyView } from './acts/verify-view';

/** One step: what do I record, is it right, and what came of it. The address tells which of these is shown. */
@Component({
  selector: 'app-do-step-page',
  imports: [
    AmendView,
    CaseCrumb,
    DoneView,
    DraftsView,
    PageHeading,
    ProblemLine,
    StaleView,
    StepView,
    VerifyView,
  ],
  providers: [DraftAutosave, StepSession],
  templateUrl: './do-step-page.html',
  styleUrl: './do-step-page.scss',
  host: {
    '(focusout)': 'autosave.flush()',
    '(document:visibilitychange)': 'autosave.flush()',
    '(window:pagehide)': 'autosave.flush()',
    '(window:online)': 'autosave.flush()',
    '(window:beforeunload)': 'warn($event)',
  },
})
export class DoStepPage {
  private readonly router = inject(Router);
  private readonly title = inject(PageTitle);
  protected readonly t = inject(Language).t;
  protected readonly session = inject(StepSession);
  protected readonly autosave = inject(DraftAutosave);

  // From the address.
  readonly caseFileId = input.required<string>();
  readonly runId = input.required<string>();
  readonly step = input.required<string>();
  readonly vue = input<string>();
  /** The entry that is being corrected. */
  readonly corriger = input<string>();

  private readonly address = computed(() => ({
    caseFileId: this.caseFileId(),
    runId: this.runId(),
    step: this.step(),
  }));

  protected readonly view = computed(() => {
    if (this.autosave.conflict()) return 'drafts';
    if (this.session.stale()) return 'stale';
    if (this.vue() === 'fait' && this.session.done()) return 'done';
    if (this.vue() === 'verifier' && this.session.check()?.ok) return 'verify';
    return this.corriger() ? 'amend' : 'step';
  });

  constructor() {
    effect(() => {
      const at = this.address();
      untracked(() => void this.openStep(at));
    });
    effect(() => {
      const page = this.session.page();
      if (page) this.title.name(`step.titles.${this.view()}`, page.reference);
    });
  }

  protected reload(): void {
    void this.session.loadStep(this.address());
  }

  /** Closing the tab while something is on its way: the browser asks before. */
  protected warn(event: BeforeUnloadEvent): void {
    if (this.autosave.hasUnsent()) event.preventDefault();
  }

  private async openStep(at: ReturnType<typeof this.address>): Promise<void> {
    await this.session.loadStep(at);
    // Came back to a check by its address: the draft is asked about again.
    if (this.vue() === 'verifier' && this.session.page() && !(await this.session.verify()))
      await this.router.navigate([], { queryParams: {}, replaceUrl: true });
  }
}
