import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { CaseFileSummary } from '@repere/contract';
import { epoch, Icon, Language, SpaceTime } from '@repere/ui';
import { capitalised } from '../platform/capitalised';
import { casePath } from './case-paths';
import { shownName } from './shown-name';

/** One case in a list: who, how grave, who leads it, what is next. */
@Component({
  selector: 'app-case-row',
  imports: [Icon, RouterLink],
  templateUrl: './case-row.html',
  styleUrl: './case-row.scss',
})
export class CaseRow {
  protected readonly language = inject(Language);
  private readonly time = inject(SpaceTime);
  protected readonly t = this.language.t;

  readonly caseFile = input.required<CaseFileSummary>();

  protected readonly name = computed(() =>
    shownName(this.caseFile().calledName, this.t('cases.hidden-name')),
  );
  protected readonly path = computed(() => casePath(this.caseFile().id));
  protected readonly danger = computed(() => {
    const { danger } = this.caseFile();
    return danger ? capitalised(this.language.say(danger.label)) : this.t('cases.danger.not-known');
  });
  protected readonly nextDue = computed(() => {
    const due = this.caseFile().nextDueAt;
    // What is late is counted beside it.
    if (due === null || epoch(due) < this.time.now()) return null;
    return this.t('cases.search.next-due', { moment: this.time.deadline(due) });
  });
}
