import { Component, inject } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import { Router } from '@angular/router';
import type { DuplicateMatch } from '@repere/contract';
import { Language } from '@repere/ui';
import { AnswerLine } from '@repere/ui/answer';
import { ErrorSummary } from '@repere/ui/feedback';
import { SendingForm } from '../../platform/form/sending-form';
import { asAnswer } from '../../platform/api';
import { EmergencyNumbers } from '../../help/emergency-numbers';
import { PageHeading } from '../../platform/pages/page-heading';
import { casePath } from '../case-paths';
import { CasesClient } from '../cases-client';
import { ChildFields } from './child-fields';
import { DuplicateWatch } from './duplicate-watch';
import { DuplicatesPanel } from './duplicates-panel';
import { DANGER_ANSWERS, NewCaseDraft } from './new-case-draft';
import { CHILD_IDS, CHILD_SERVER_NAMES } from './child-rules';
import { checkNewCase } from './new-case-rules';

/** What do we know? Danger first; the rest can wait. Cases that look alike appear while one types. */
@Component({
  selector: 'app-new-case-page',
  imports: [
    AnswerLine,
    ChildFields,
    DuplicatesPanel,
    EmergencyNumbers,
    ErrorSummary,
    FormField,
    MatButton,
    PageHeading,
  ],
  providers: [DuplicateWatch],
  templateUrl: './new-case-page.html',
  styleUrl: './new-case-page.scss',
  host: { '(window:beforeunload)': 'warn($event)' },
})
export class NewCasePage {
  private readonly client = inject(CasesClient);
  private readonly router = inject(Router);
  private readonly watch = inject(DuplicateWatch);
  protected readonly t = inject(Language).t;
  protected readonly draft = inject(NewCaseDraft);
  protected readonly dangerAnswers = DANGER_ANSWERS;

  protected readonly form = new SendingForm(
    this.draft.typed,
    (it) => checkNewCase(it, () => this.matches().length),
    {
      isPage: true,
      isAllInSummary: true,
      ids: { ...CHILD_IDS, whyNoDuplicate: 'why-no-duplicate' },
      serverNames: { ...CHILD_SERVER_NAMES, danger: 'urgentDangerSeen', whyNoDuplicate: 'notDuplicates' },
    },
  );

  protected async create(event: Event): Promise<void> {
    event.preventDefault();
    const toOpen = this.draft.toOpen(await this.watch.settleMatches());
    const done = await this.form.sendTyped(null, async () => {
      const answer = await this.client.openCaseFile(toOpen);
      // Sent before, changed since: the case is open, and what changed is entered there.
      return asAnswer(answer.ok || answer.problem.code === 'key-reused' ? null : answer.problem);
    });
    if (!done) return;
    this.draft.clear();
    await this.router.navigate([...casePath(toOpen.id)]);
  }

  protected clear(): void {
    this.draft.clear();
    this.form.forget();
  }

  /** Closing the tab would lose what is typed; the browser asks before. */
  protected warn(event: BeforeUnloadEvent): void {
    if (!this.draft.isEmpty()) event.preventDefault();
  }

  private matches(): readonly DuplicateMatch[] {
    const state = this.watch.state();
    return state.kind === 'searched' ? state.matches : [];
  }
}
