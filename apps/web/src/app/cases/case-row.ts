import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { isRedacted } from '@repere/cases';
import type { CaseFileSummary } from '@repere/contract';
import { epoch, Icon, Language, SpaceTime } from '@repere/ui';
import { formatAgeInList } from './case-file/heading/format-age';
import { casePath } from './case-paths';
import { formatDangerInList, isGraveInList } from './shown-danger';
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
  protected readonly age = computed(() => {
    const { age } = this.caseFile();
    return isRedacted(age) ? this.t('case.age.redacted') : formatAgeInList(age, this.language);
  });
  protected readonly isGrave = computed(() => isGraveInList(this.caseFile()));
  protected readonly danger = computed(() => formatDangerInList(this.caseFile(), this.language));
  protected readonly nextDue = computed(() => {
    const due = this.caseFile().nextDueAt;
    // What is late is counted beside it.
    if (due === null || epoch(due) < this.time.now()) return null;
    return this.t('cases.search.next-due', { moment: this.time.deadline(due) });
  });
}
