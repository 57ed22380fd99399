import { Component, computed, inject, signal } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import { Language } from '@repere/ui';
import { LongText } from '@repere/ui/field';
import { returnLengths } from '@repere/contract/lengths';
import { asAnswer } from '../../../platform/api';
import { SendingForm } from '../../../platform/form/sending-form';
import { limitLength, requireValue } from '../../../platform/form/mistake';
import { ProblemLine } from '../../../platform/problem-line';
import { PersonLines } from '../../people/person-lines';
import { EntryCard } from './entry-card';
import { RefusedCard } from './refused-card';
import { StepActs } from '../step-acts';
import { StepSession } from '../step-session';

/** What was decided and waits for a second person; that person agrees or sends it back with a reason. */
@Component({
  selector: 'app-approval-panel',
  imports: [EntryCard, FormField, LongText, MatButton, PersonLines, ProblemLine, RefusedCard],
  providers: [StepActs],
  templateUrl: './approval-panel.html',
  styleUrl: './approval-panel.scss',
})
export class ApprovalPanel {
  private readonly language = inject(Language);
  protected readonly t = this.language.t;
  protected readonly localize = this.language.localize;
  protected readonly session = inject(StepSession);
  protected readonly acts = inject(StepActs);

  protected readonly page = computed(() => this.session.page());
  protected readonly entry = this.acts.lastEntry;
  protected readonly isReturning = signal(false);
  protected readonly form = new SendingForm({ reason: '' }, ({ reason }) => {
    requireValue(reason, 'step.return.missing');
    limitLength(reason, returnLengths.reason);
  });

  protected startReturn(): void {
    this.form.forget();
    this.isReturning.set(true);
    focusOn('return-reason');
  }

  protected stopReturn(): void {
    this.isReturning.set(false);
    focusOn('start-return');
  }

  protected async sendBack(entryId: string): Promise<void> {
    const reason = this.form.typed().reason.trim();
    await this.form.sendTyped(null, async () => {
      await this.acts.sendBack(entryId, reason);
      return asAnswer(null);
    });
    if (this.form.problemOf('reason')) focusOn('return-reason');
  }
}

/** Once it is drawn: the button that was pressed is gone. */
function focusOn(id: string): void {
  setTimeout(() => document.getElementById(id)?.focus());
}
