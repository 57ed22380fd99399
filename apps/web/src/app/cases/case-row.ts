import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { CaseFileSummary } from '@repere/contract';
import type { FactValue } from '@repere/protocol';
import { epoch, Icon, Language, SpaceTime } from '@repere/ui';
import { casePath } from './case-paths';
import { shownDanger } from './shown-danger';
import { shownName } from './shown-name';

const VICTIM_STATUSES = ['confirmed', 'probable', 'possible', 'no_sign'] as const;

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
  protected readonly danger = computed(() => shownDanger(this.caseFile().danger));
  protected readonly victimStatus = computed(() => known(VICTIM_STATUSES, this.caseFile().victimStatus));
  protected readonly nextDue = computed(() => {
    const due = this.caseFile().nextDueAt;
    // What is late is counted beside it.
    if (due === null || epoch(due) < this.time.now()) return null;
    return this.t('cases.search.next-due', { moment: this.time.deadline(due) });
  });
}

/** The code of an answer, if it is one that has words. */
function known<T extends string>(codes: readonly T[], value: FactValue | null): T | null {
  return codes.find((code) => code === value) ?? null;
}
