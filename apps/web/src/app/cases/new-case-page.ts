import { Component, computed, inject, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Router } from '@angular/router';
import type { Problem } from '@repere/contract';
import { Language } from '@repere/ui';
import { AnswerLine } from '@repere/ui/answer';
import { ErrorSummary, type FieldProblem } from '@repere/ui/errors';
import { EmergencyNumbers } from '../help/emergency-numbers';
import { PageHeading } from '../platform/page-heading';
import { PageTitle } from '../platform/page-title';
import { casePath } from './case-paths';
import { CasesClient } from './cases-client';
import { ChildFields } from './child-fields';
import { DuplicateWatch } from './duplicate-watch';
import { DuplicatesPanel } from './duplicates-panel';
import { DANGER_ANSWERS, NewCaseDraft } from './new-case-draft';
import { fieldOf, mistakesIn, type Mistake } from './new-case-problems';
import { problemText } from '../platform/problem-lines';

/** What do we know? Danger first; the rest can wait. Cases that look alike appear while one types. */
@Component({
  selector: 'app-new-case-page',
  imports: [AnswerLine, ChildFields, DuplicatesPanel, EmergencyNumbers, ErrorSummary, MatButton, PageHeading],
  providers: [DuplicateWatch],
  templateUrl: './new-case-page.html',
  styleUrl: './new-case-page.scss',
  host: { '(window:beforeunload)': 'warn($event)' },
})
export class NewCasePage {
  private readonly client = inject(CasesClient);
  private readonly router = inject(Router);
  private readonly title = inject(PageTitle);
  private readonly language = inject(Language);
  private readonly watch = inject(DuplicateWatch);
  protected readonly t = this.language.t;
  protected readonly draft = inject(NewCaseDraft);
  protected readonly dangerAnswers = DANGER_ANSWERS;

  private readonly mistakes = signal<readonly Mistake[]>([]);
  private readonly refusal = signal<Problem | null>(null);
  private isSending = false;

  protected readonly problems = computed<readonly FieldProblem[]>(() => [
    ...this.mistakes().map(({ fieldId, key }) => ({ fieldId, text: this.t(key) })),
    ...this.refused(),
  ]);
  protected readonly byField = computed<Readonly<Record<string, string>>>(() =>
    Object.fromEntries(this.problems().flatMap(({ fieldId, text }) => (fieldId ? [[fieldId, text]] : []))),
  );

  protected async create(event: Event): Promise<void> {
    event.preventDefault();
    if (this.isSending) return;
    this.isSending = true;
    await this.send();
    this.isSending = false;
    this.title.markFaulty(this.problems().length > 0);
  }

  protected clear(): void {
    this.draft.clear();
    this.mistakes.set([]);
    this.refusal.set(null);
    this.title.markFaulty(false);
  }

  /** Closing the tab would lose what is typed; the browser asks before. */
  protected warn(event: BeforeUnloadEvent): void {
    if (!this.draft.isEmpty()) event.preventDefault();
  }

  private async send(): Promise<void> {
    const matches = await this.watch.settle();
    const { danger, birth, whyNoDuplicate } = this.draft;
    const typed = {
      danger: danger(),
      birth: birth(),
      whyNoDuplicate: whyNoDuplicate(),
    };
    this.refusal.set(null);
    this.mistakes.set(mistakesIn(typed, matches.length));
    if (this.mistakes().length) return;
    const toOpen = this.draft.toOpen(matches);
    const answer = await this.client.open(toOpen);
    // Sent before, changed since: the case is open, and what changed is entered there.
    if (!answer.ok && answer.problem.code !== 'key-reused') {
      this.refusal.set(answer.problem);
      return;
    }
    this.draft.clear();
    await this.router.navigate([...casePath(toOpen.id)]);
  }

  private refused(): readonly FieldProblem[] {
    const refusal = this.refusal();
    if (!refusal) return [];
    if (refusal.reasons?.length)
      return refusal.reasons.map((reason) => ({
        fieldId: fieldOf(reason),
        text: this.language.say(reason.text),
      }));
    return [{ text: problemText(refusal, this.language) }];
  }
}
