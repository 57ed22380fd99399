import { Component, computed, inject, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import type { Problem, RightsDue } from '@repere/contract';
import { Language, formatDay } from '@repere/ui';
import { EmptyState } from '@repere/ui/feedback';
import { formatRoles } from '../../access/format-roles';
import { Session } from '../../access/session';
import { ActProblem } from '../../platform/act-problem';
import { PageHeading } from '../../platform/pages/page-heading';
import { ProblemLine } from '../../platform/problem-line';
import { viewpointHere } from '../../platform/pages/viewpoint-here';
import { AdministrationClient } from '../administration-client';
import { AdministrationTabs } from '../administration-tabs';

/** Once a year: does this account still need what it may? Most overdue first. */
@Component({
  selector: 'app-review-page',
  imports: [ActProblem, AdministrationTabs, EmptyState, MatButton, PageHeading, ProblemLine],
  templateUrl: './review-page.html',
  styles: `
    .rp-page {
      --rp-measure: 52rem;
    }
    li {
      padding-block: 1rem;
      border-block-start: 1px solid var(--rp-line);
    }
    h2 {
      margin: 0;
      font-size: 1.1rem;
    }
    li p {
      margin: 0.15rem 0 0.35rem;
    }
  `,
})
export class ReviewPage {
  private readonly client = inject(AdministrationClient);
  private readonly language = inject(Language);
  protected readonly t = this.language.t;
  protected readonly administers = inject(Session).administers;

  protected readonly due = signal<readonly RightsDue[] | null>(null);
  protected readonly problem = signal<Problem | null>(null);
  /** What was refused, and about whom. */
  protected readonly refused = signal<{ readonly of: string; readonly problem: Problem } | null>(null);
  protected readonly news = signal('');
  protected readonly lines = computed(() =>
    (this.due() ?? []).map((due) => ({
      due,
      what: formatRoles(due.roles, this.t) || this.t('administration.account.no-role'),
      where: due.teams.map(({ name }) => name).join(', ') || this.t('administration.account.no-team'),
      when: this.t(due.isOverdue ? 'administration.review.overdue' : 'administration.review.due', {
        day: this.day(due.dueAt),
      }),
      last: due.lastReviewed
        ? this.t('administration.review.last', {
            day: this.day(due.lastReviewed.at),
            name: due.lastReviewed.by,
          })
        : this.t('administration.review.never'),
    })),
  );

  constructor() {
    void this.loadReviews();
  }

  protected async loadReviews(): Promise<void> {
    const answer = await this.client.rightsDue();
    this.problem.set(answer.ok ? null : answer.problem);
    if (answer.ok) this.due.set(answer.value.items);
  }

  protected async settleReview(due: RightsDue, verdict: 'confirmed' | 'withdrawn'): Promise<void> {
    const answer = await this.client.review(due, verdict);
    this.refused.set(answer.ok ? null : { of: due.accountId, problem: answer.problem });
    if (!answer.ok) return;
    this.news.set(this.t(`administration.review.${verdict}`, { name: due.name }));
    await this.loadReviews();
    // The button that was pressed is gone.
    document.getElementById('review-news')?.focus();
  }

  private day(at: string): string {
    return formatDay(Date.parse(at), viewpointHere(this.language));
  }
}
