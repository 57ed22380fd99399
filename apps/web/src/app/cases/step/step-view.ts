import { Component, ElementRef, computed, inject, signal, viewChild } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { isAway } from '@repere/case-engine';
import type { Problem } from '@repere/contract';
import { Language, SpaceTime } from '@repere/ui';
import { DeadlineLabel, StatusWord } from '@repere/ui/status';
import { OriginTag } from '@repere/ui/origin';
import { RightsSheetCard } from '../../help/rights-sheet-card';
import { PageHeading } from '../../platform/pages/page-heading';
import { ProblemLine } from '../../platform/problem-line';
import { DeadlineNote } from '../case-file/runs/deadline-note';
import { letterPath, lettersPath } from '../case-paths';
import { OnCallPanel } from '../on-call/on-call-panel';
import { ApprovalPanel } from './acts/approval-panel';
import { ConfirmPanel } from './acts/confirm-panel';
import { ElsewherePanel } from './acts/elsewhere-panel';
import { EntryCard } from './acts/entry-card';
import { UnsentAnswers } from './unsent-answers';
import { MissingRequirementsForm } from './acts/missing-requirements-form';
import { RefusalCard } from './acts/refusal-card';
import { StepActs } from './step-acts';
import { StepForm } from './step-form';
import { StepSession } from './step-session';
import { WaiveForm } from './acts/waive-form';

/** The step as it stands: its form where it can be filled in, else why not, and what was recorded in it so far. */
@Component({
  selector: 'app-step-view',
  imports: [
    ApprovalPanel,
    ConfirmPanel,
    DeadlineLabel,
    DeadlineNote,
    ElsewherePanel,
    EntryCard,
    UnsentAnswers,
    MatButton,
    OnCallPanel,
    OriginTag,
    MissingRequirementsForm,
    PageHeading,
    ProblemLine,
    RefusalCard,
    RightsSheetCard,
    RouterLink,
    StatusWord,
    StepForm,
    WaiveForm,
  ],
  providers: [StepActs],
  templateUrl: './step-view.html',
  styleUrl: './step-view.scss',
})
export class StepView {
  protected readonly language = inject(Language);
  protected readonly time = inject(SpaceTime);
  protected readonly t = this.language.t;
  protected readonly localize = this.language.localize;
  protected readonly session = inject(StepSession);
  private readonly acts = inject(StepActs);

  private readonly entriesTitle = viewChild<ElementRef<HTMLElement>>('entriesTitle');
  /** Why older times could not be read. */
  protected readonly unread = signal<Problem | null>(null);

  /** Asked to do it (once more), or to record what happened out of order. */
  protected readonly isWanted = signal(false);

  protected readonly page = computed(() => this.session.page());
  /**
   * Letters to write, each with where: one that does it, as long as none left, with the step of which it is the paper; those beside it
   * without.
   */
  protected readonly letters = computed(() => {
    const page = this.page();
    return (page?.letters ?? [])
      .filter(({ doesStep }) => !doesStep || !page?.letterSentAt)
      .map((letter) => ({
        ...letter,
        path: letterPath(page?.caseFileId ?? '', letter.id),
        of: letter.doesStep ? { etape: `${page?.runId ?? ''}/${page?.step ?? ''}` } : {},
      }));
  });
  protected readonly lettersOfCase = computed(() => lettersPath(this.page()?.caseFileId ?? ''));
  /** Its paper is the sheet of rights, whichever protocol asks for it. */
  protected readonly isOfRights = computed(() => this.page()?.asks.hands === 'rights-sheet');
  protected readonly isSuspended = computed(() => this.page()?.isSuspended ?? false);
  protected readonly isOpen = computed(() => this.page()?.state === 'ready' && !this.isSuspended());
  protected readonly isDueAgain = computed(() => this.page()?.deadline?.lastDoneAt !== undefined);
  protected readonly isShut = computed(() => {
    const state = this.page()?.state;
    return state !== undefined && isAway(state);
  });
  protected readonly isPending = computed(() =>
    ['awaiting-approval', 'done-to-approve'].includes(this.page()?.state ?? ''),
  );
  protected readonly mayFill = computed(() => this.page()?.may.complete ?? false);
  /** What was entered still lacks words or papers. */
  private readonly isOwing = computed(() => {
    const { words = [], evidence = [] } = this.page()?.missingRequirements ?? {};
    return words.length + evidence.length > 0 && this.page()?.state !== 'to-confirm';
  });
  /** Begun once more. What is still missing has a form of its own. */
  private readonly isDrafted = computed(
    () => !!this.page()?.draft && !this.isShut() && !this.isPending() && !this.isOwing(),
  );
  protected readonly showsForm = computed(() => {
    const page = this.page();
    return !!page && this.mayFill() && (this.isOpen() || this.isWanted() || this.isDrafted());
  });
  protected readonly lacking = computed(() =>
    this.isOwing() && this.mayFill() && !this.showsForm() ? this.acts.lastEntry() : null,
  );
  /** What was typed stays in sight, though it can no longer be sent. */
  protected readonly showsKept = computed(
    () =>
      !!this.page()?.draft && !this.showsForm() && !(this.mayFill() && (this.isPending() || this.isOwing())),
  );
  /** What may still be asked for: doing it again, or recording an act that happened all the same. */
  protected readonly offer = computed(() => {
    const page = this.page();
    if (!page || !this.mayFill() || this.showsForm()) return null;
    if (this.isShut()) return page.kind === 'recorded-act' ? 'out-of-order' : null;
    if (page.state === 'to-confirm') return null;
    // Nobody waits for the child to write down what happened before, or all the same.
    if (this.isSuspended()) return page.draft ? 'draft' : 'out-of-order';
    if (!page.repeatable) return null;
    return page.draft ? 'draft' : 'again';
  });

  /** The button goes with it: what it brought is where one goes on. */
  protected async showOlder(): Promise<void> {
    this.unread.set(await this.session.showOlder());
    if (!this.unread()) this.entriesTitle()?.nativeElement.focus();
  }
}
