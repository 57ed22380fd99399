import { Component, computed, inject, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { DeadlineLabel, Language, OriginTag, StatusWord } from '@repere/ui';
import { PageHeading } from '../../shell/page-heading';
import { ApprovalPanel } from './approval-panel';
import { ConfirmPanel } from './confirm-panel';
import { EntryCard } from './entry-card';
import { KeptWords } from './kept-words';
import { RefusalCard } from './refusal-card';
import { StepForm } from './step-form';
import { StepSession } from './step-session';
import { WaiveForm } from './waive-form';

/** The step as it stands: its form where it can be filled in, else why not, and what was recorded in it so far. */
@Component({
  selector: 'app-step-view',
  imports: [
    ApprovalPanel,
    ConfirmPanel,
    DeadlineLabel,
    EntryCard,
    KeptWords,
    MatButton,
    OriginTag,
    PageHeading,
    RefusalCard,
    StatusWord,
    StepForm,
    WaiveForm,
  ],
  templateUrl: './step-view.html',
  styleUrl: './step-view.scss',
})
export class StepView {
  private readonly language = inject(Language);
  protected readonly t = this.language.t;
  protected readonly say = this.language.say;
  protected readonly session = inject(StepSession);

  /** Asked to do it (once more), or to record what happened out of order. */
  protected readonly isWanted = signal(false);

  protected readonly page = computed(() => this.session.page());
  protected readonly isOpen = computed(() => this.page()?.state === 'ready');
  protected readonly isShut = computed(() =>
    ['waiting', 'blocked', 'not-yet', 'not-applicable'].includes(this.page()?.state ?? ''),
  );
  protected readonly isPending = computed(() =>
    ['awaiting-approval', 'done-to-approve'].includes(this.page()?.state ?? ''),
  );
  protected readonly mayFill = computed(() => this.page()?.may.complete ?? false);
  /** Begun once more. What is still owed of a decision has a form of its own. */
  private readonly isDrafted = computed(() => !!this.page()?.draft && !this.isShut() && !this.isPending());
  protected readonly showsForm = computed(() => {
    const page = this.page();
    return !!page && this.mayFill() && (this.isOpen() || this.isWanted() || this.isDrafted());
  });
  /** What was typed stays in sight, though it can no longer be sent. */
  protected readonly showsKept = computed(
    () => !!this.page()?.draft && !this.showsForm() && !(this.isPending() && this.mayFill()),
  );
  /** What may still be asked for: doing it again, or recording an act that happened all the same. */
  protected readonly offer = computed(() => {
    const page = this.page();
    if (!page || !this.mayFill() || this.showsForm()) return null;
    if (this.isShut()) return page.kind === 'recorded-act' ? 'out-of-order' : null;
    if (page.state === 'to-confirm') return null;
    if (page.draft) return 'draft';
    return page.repeatable ? 'again' : null;
  });
}
