import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { WorkItem } from '@repere/contract';
import { Icon, Language } from '@repere/ui';
import { DeadlineLabel } from '@repere/ui/deadline';
import { originInLists, OriginTag } from '@repere/ui/origin';
import { casePath, sameChildPath, stepPath } from '../cases/case-paths';
import { shownName } from '../cases/shown-name';

/** One thing to do: what, for whom, by when, and where that deadline comes from. */
@Component({
  selector: 'app-work-row',
  imports: [DeadlineLabel, Icon, OriginTag, RouterLink],
  templateUrl: './work-row.html',
  styleUrl: './work-row.scss',
})
export class WorkRow {
  private readonly language = inject(Language);
  protected readonly t = this.language.t;
  protected readonly say = this.language.say;

  readonly item = input.required<WorkItem>();
  readonly showsLead = input(false);

  protected readonly name = computed(() => shownName(this.item().calledName, this.t('worklist.hidden-name')));
  protected readonly origin = computed(() => originInLists(this.item().origin));
  protected readonly path = computed(() => {
    const { kind, caseFileId, runId, step } = this.item();
    if (kind === 'review') return ['/acces-urgence', 'relectures'];
    if (kind === 'task') return sameChildPath(caseFileId);
    if (kind === 'emergency') return [...casePath(caseFileId), 'acces'];
    return runId && step ? stepPath(caseFileId, runId, step) : casePath(caseFileId);
  });
}
