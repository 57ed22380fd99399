import { Component, computed, inject, input, output, signal } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import type { DuplicateTask } from '@repere/contract';
import { Language, SpaceTime } from '@repere/ui';
import { ChoiceField } from '@repere/ui/choice';
import { LongText } from '@repere/ui/field';
import { closeTaskLengths } from '@repere/contract/lengths';
import { SendingForm } from '../../platform/form/sending-form';
import { limitLength, requireValue } from '../../platform/form/mistake';
import { ActProblem } from '../../platform/act-problem';
import { casePath } from '../case-paths';
import { DUPLICATE_OUTCOMES } from '@repere/cases';
import { DuplicatesClient } from './duplicates-client';

/** Two cases that look alike: which, why, and what the supervisor found out with the colleague. */
@Component({
  selector: 'app-duplicate-line',
  imports: [ActProblem, ChoiceField, FormField, LongText, MatButton, RouterLink],
  templateUrl: './duplicate-line.html',
})
export class DuplicateLine {
  private readonly client = inject(DuplicatesClient);
  private readonly language = inject(Language);
  private readonly time = inject(SpaceTime);
  protected readonly t = this.language.t;

  readonly task = input.required<DuplicateTask>();
  readonly closed = output();

  protected readonly isOpen = signal(false);
  protected readonly form = new SendingForm({ outcome: null as string | null, note: '' }, (it) => {
    requireValue(it.outcome, 'approvals.duplicates.outcome-missing');
    requireValue(it.note, 'approvals.duplicates.note-missing');
    limitLength(it.note, closeTaskLengths.note);
  });
  protected readonly casePath = computed(() => casePath(this.task().caseFileId));
  protected readonly otherPath = computed(() => {
    const { otherCaseFileId } = this.task();
    return otherCaseFileId === null ? null : casePath(otherCaseFileId);
  });
  protected readonly why = computed(() =>
    this.language.listed(this.task().why.map((words) => this.language.localize(words))),
  );
  protected readonly when = computed(() => this.time.moment(this.task().raisedAt));
  protected readonly outcomes = computed(() =>
    DUPLICATE_OUTCOMES.map((code) => ({ code, label: this.t(`approvals.duplicates.outcome.${code}`) })),
  );

  protected async closeTask(event: Event): Promise<void> {
    const typed = this.form.typed();
    const outcome = DUPLICATE_OUTCOMES.find((code) => code === typed.outcome);
    const done = await this.form.sendTyped(
      event,
      () => outcome && this.client.closeTask(this.task().id, outcome, typed.note.trim()),
    );
    if (done) this.closed.emit();
  }
}
