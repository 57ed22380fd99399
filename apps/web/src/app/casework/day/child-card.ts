import { Component, computed, inject, input, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { Problem, WorkChild, WorkItem } from '@repere/contract';
import { isRedacted } from '@repere/cases';
import { Icon, Language } from '@repere/ui';
import { DeadlineLabel } from '@repere/ui/status';
import { originInLists, OriginTag } from '@repere/ui/origin';
import { formatAgeInList } from '../../cases/case-file/heading/format-age';
import { casePath } from '../../cases/case-paths';
import { formatDangerInList, isGraveInList } from '../../cases/shown-danger';
import { shownName } from '../../cases/shown-name';
import { ProblemLine } from '../../platform/problem-line';
import { WorkRow } from '../work-row';
import type { DayFilters } from './day-filters';
import { WorkClient } from './work-client';
import { workPath } from './work-path';

/** A child on one's day: who, how grave, what presses most and by when; what else there is on demand. */
@Component({
  selector: 'app-child-card',
  imports: [DeadlineLabel, Icon, OriginTag, ProblemLine, RouterLink, WorkRow],
  templateUrl: './child-card.html',
  styleUrl: './child-card.scss',
})
export class ChildCard {
  private readonly client = inject(WorkClient);
  protected readonly language = inject(Language);
  protected readonly t = this.language.t;
  protected readonly localize = this.language.localize;

  readonly child = input.required<WorkChild>();
  readonly filters = input.required<DayFilters>();

  protected readonly first = computed(() => this.child().first);
  protected readonly id = computed(() => this.first().caseFileId);
  protected readonly name = computed(() =>
    shownName(this.first().calledName, this.t('worklist.hidden-name')),
  );
  protected readonly age = computed(() => {
    const { age } = this.child();
    return isRedacted(age) ? this.t('case.age.redacted') : formatAgeInList(age, this.language);
  });
  protected readonly isGrave = computed(() => isGraveInList(this.child()));
  protected readonly danger = computed(() => formatDangerInList(this.child(), this.language));
  protected readonly origin = computed(() => originInLists(this.first().origin));
  protected readonly path = computed(() => workPath(this.first()));
  protected readonly casePath = computed(() => casePath(this.id()));

  protected readonly isUnfolded = signal(false);
  protected readonly others = signal<readonly WorkItem[] | null>(null);
  protected readonly problem = signal<Problem | null>(null);

  protected async toggleOthers(): Promise<void> {
    this.isUnfolded.update((is) => !is);
    if (this.isUnfolded()) await this.loadChild();
  }

  protected async loadChild(): Promise<void> {
    const answer = await this.client.ofChild(this.id(), this.filters());
    this.problem.set(answer.ok ? null : answer.problem);
    if (answer.ok) this.others.set(answer.value.items.filter(({ id }) => id !== this.first().id));
  }
}
