import { Component, computed, inject, input, output, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import type { DuplicateTask, Problem } from '@repere/cases';
import { Language, SpaceTime } from '@repere/ui';
import { ChoiceField } from '@repere/ui/choice';
import { LongText } from '@repere/ui/field';
import { ActProblem } from '../../platform/act-problem';
import { casePath } from '../case-paths';
import { DUPLICATE_OUTCOMES, DuplicatesClient } from './duplicates-client';

/** Two cases that look alike: which, why, and what the supervisor found out with the colleague. */
@Component({
  selector: 'app-duplicate-line',
  imports: [ActProblem, ChoiceField, LongText, MatButton, RouterLink],
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
  protected readonly outcome = signal<string | null>(null);
  protected readonly note = signal('');
  protected readonly isTried = signal(false);
  protected readonly problem = signal<Problem | null>(null);
  protected readonly casePath = computed(() => casePath(this.task().caseFileId));
  protected readonly otherPath = computed(() => {
    const { otherCaseFileId } = this.task();
    return otherCaseFileId === null ? null : casePath(otherCaseFileId);
  });
  protected readonly why = computed(() =>
    this.task()
      .why.map((words) => this.language.say(words))
      .join(' ; '),
  );
  protected readonly when = computed(() => this.time.moment(this.task().raisedAt));
  protected readonly outcomes = computed(() =>
    DUPLICATE_OUTCOMES.map((code) => ({ code, label: this.t(`approvals.duplicates.outcome.${code}`) })),
  );

  protected async close(event: Event): Promise<void> {
    event.preventDefault();
    this.isTried.set(true);
    const outcome = DUPLICATE_OUTCOMES.find((code) => code === this.outcome());
    if (!outcome || !this.note().trim()) return;
    const answer = await this.client.close(this.task().id, outcome, this.note().trim());
    if (answer.ok) this.closed.emit();
    else this.problem.set(answer.problem);
  }
}
