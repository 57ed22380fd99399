import { Component, effect, inject, untracked } from '@angular/core';
import { Language } from '@repere/ui';
import { DraftHead } from '../draft-head';
import { DraftSession } from '../draft-session';
import { DryRunSession } from './dry-run-session';
import { DryRunView } from './dry-run-view';

/** Which open cases would this draft change, and how? */
@Component({
  selector: 'app-draft-cases-page',
  imports: [DraftHead, DryRunView],
  providers: [DryRunSession],
  template: `
    <app-draft-head part="cases" />
    <p class="rp-lead">{{ t('editing.dry.lead') }}</p>
    <app-dry-run-view [changedAt]="draft().changedAt" (asked)="askForDryRun()" />
  `,
})
export class DraftCasesPage {
  protected readonly t = inject(Language).t;
  private readonly session = inject(DraftSession);
  private readonly dryRuns = inject(DryRunSession);
  protected readonly draft = this.session.current;

  constructor() {
    effect(() => {
      const { id } = this.draft();
      untracked(() => void this.dryRuns.findDryRun(({ draftId }) => draftId === id));
    });
  }

  /** What is typed is saved first: the dry run is of the saved text. */
  protected async askForDryRun(): Promise<void> {
    if (this.session.mayWrite() && this.session.isChanged() && !(await this.session.saveDraft())) return;
    const { id, protocol } = this.draft();
    await this.dryRuns.askForDryRun({ protocol, to: { draftId: id } });
  }
}
