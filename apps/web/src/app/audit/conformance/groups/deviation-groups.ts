import { Component, computed, effect, inject, input, output, signal, untracked } from '@angular/core';
import type { DeviationGrouping } from '@repere/audit';
import type { DeviationGroups, Problem } from '@repere/contract';
import { Language, SpaceTime } from '@repere/ui';
import { ProblemLine } from '../../../platform/problem-line';
import { type AuditFilters, askedDeviations } from '../audit-filters';
import { ConformanceClient } from '../conformance-client';
import { DeviationGroupCard } from './deviation-group';

/** What waits to be judged, put together: a few decisions instead of a card each. */
@Component({
  selector: 'app-deviation-groups',
  imports: [DeviationGroupCard, ProblemLine],
  template: `
    <app-problem-line [problem]="problem()" (again)="loadGroups()" />
    @if (found(); as found) {
      <h2 class="rp-out-of-sight">{{ t('audit.deviations.together.list') }}</h2>
      @for (group of found.groups; track group.kind + group.caseFileId + group.person) {
        <app-deviation-group [group]="group" [filters]="filters()" (judged)="judged.emit($event)" />
      }
      @if (found.isTruncated) {
        <p class="rp-quiet">{{ t('audit.deviations.together.more-groups') }}</p>
      }
    } @else if (!problem()) {
      <div class="rp-bones" aria-hidden="true"></div>
    }
  `,
  styles: `
    .rp-bones {
      block-size: 24rem;
    }
  `,
})
export class DeviationGroupList {
  private readonly client = inject(ConformanceClient);
  private readonly time = inject(SpaceTime);
  protected readonly t = inject(Language).t;

  readonly filters = input.required<AuditFilters>();
  readonly by = input.required<DeviationGrouping>();
  readonly judged = output<string>();
  /** Of how much, by which rules. */
  readonly told = output<DeviationGroups['about']>();

  protected readonly found = signal<DeviationGroups | null>(null);
  protected readonly problem = signal<Problem | null>(null);
  private readonly asked = computed(() => ({ filters: this.filters(), by: this.by() }));

  constructor() {
    effect(() => {
      this.asked();
      untracked(() => void this.loadGroups());
    });
  }

  protected async loadGroups(): Promise<void> {
    const asked = this.asked();
    const answer = await this.client.groups({
      ...askedDeviations(asked.filters, this.time.now()),
      by: asked.by,
    });
    if (asked !== this.asked()) return;
    this.problem.set(answer.ok ? null : answer.problem);
    if (!answer.ok) return;
    this.found.set(answer.value);
    this.told.emit(answer.value.about);
  }
}
