import { Component, computed, inject, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import type { Problem, UnmetNeeds } from '@repere/contract';
import { ANSWER_REASONS, NEEDS } from '@repere/directory';
import { Language, SpaceTime } from '@repere/ui';
import { EmptyState } from '@repere/ui/feedback';
import { capacityPath, referralsPath } from '../cases/case-paths';
import { hrefOf } from '../platform/api-path';
import { PageHeading } from '../platform/pages/page-heading';
import { ProblemLine } from '../platform/problem-line';
import { NeedsClient } from './needs-client';

type Need = UnmetNeeds['items'][number]['need'];
type Reason =
  UnmetNeeds['departments'][number]['counts'][number]['reason'] | UnmetNeeds['items'][number]['reason'];

/** What do children of my teams need that nobody gives, by département? Counts to pass on first, then the cases. For supervisors. */
@Component({
  selector: 'app-unmet-needs-page',
  imports: [EmptyState, MatButton, PageHeading, ProblemLine, RouterLink],
  templateUrl: './unmet-needs-page.html',
  styleUrl: './unmet-needs-page.scss',
})
export class UnmetNeedsPage {
  private readonly client = inject(NeedsClient);
  private readonly language = inject(Language);
  protected readonly time = inject(SpaceTime);
  protected readonly t = this.language.t;

  /** Figures to pass on. */
  protected readonly exported = hrefOf('/unmet-needs/export');
  protected readonly found = signal<UnmetNeeds | null>(null);
  protected readonly problem = signal<Problem | null>(null);
  protected readonly departments = computed(() =>
    (this.found()?.departments ?? []).map(({ territory, name, counts }) => ({
      ...{ territory, name },
      counts: counts.map(({ need, reason, open, recorded }) => ({
        ...{ need: this.needOf(need), reason: this.reasonOf(reason), open, recorded },
      })),
    })),
  );

  constructor() {
    void this.loadNeeds();
  }

  protected needOf(need: Need): string {
    return need === 'other' ? this.t('capacity.gaps.other') : this.language.localize(NEEDS[need].title);
  }

  protected reasonOf(reason: Reason): string {
    return this.language.localize(ANSWER_REASONS[reason]);
  }

  /** To what tells of the need: the answers of services, or what was referred. */
  protected pathOf({ caseFileId, isAsked }: UnmetNeeds['items'][number]): readonly string[] {
    return isAsked ? capacityPath(caseFileId) : referralsPath(caseFileId);
  }

  protected async loadNeeds(): Promise<void> {
    const answer = await this.client.unmet();
    this.problem.set(answer.ok ? null : answer.problem);
    if (answer.ok) this.found.set(answer.value);
  }
}
