import { Component, computed, inject, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { Cover, Problem, TeamMate } from '@repere/contract';
import { Language, SpaceTime } from '@repere/ui';
import { PageHeading } from '../../platform/pages/page-heading';
import { ProblemLine } from '../../platform/problem-line';
import { ActProblem } from '../../platform/act-problem';
import { CaseFileClient } from '../case-file/case-file-client';
import { casePath } from '../case-paths';
import { SendingKey } from '../../platform/sending-key';
import { CoverClient } from './cover-client';
import { PlanForm } from './plan-form';

/** Who stands in for whom, whom do I call now, and which cases does nobody follow? */
@Component({
  selector: 'app-cover-page',
  imports: [ActProblem, PageHeading, PlanForm, ProblemLine, RouterLink],
  templateUrl: './cover-page.html',
  styleUrl: './cover-page.scss',
})
export class CoverPage {
  private readonly client = inject(CoverClient);
  private readonly staff = inject(CaseFileClient);
  private readonly keys = new SendingKey();
  protected readonly time = inject(SpaceTime);
  protected readonly t = inject(Language).t;
  protected readonly path = casePath;

  protected readonly cover = signal<Cover | null>(null);
  protected readonly team = signal<readonly TeamMate[]>([]);
  protected readonly unread = signal<Problem | null>(null);
  protected readonly problem = signal<Problem | null>(null);
  protected readonly news = signal('');
  protected readonly mayPlan = computed(() => this.cover()?.teams.some(({ mayPlan }) => mayPlan) ?? false);

  constructor() {
    void this.loadCover();
  }

  protected async loadCover(news = ''): Promise<void> {
    const answer = await this.client.readCover();
    this.unread.set(answer.ok ? null : answer.problem);
    if (!answer.ok) return;
    this.cover.set(answer.value);
    this.news.set(news);
    if (!this.mayPlan() || this.team().length > 0) return;
    const team = await this.staff.team();
    if (team.ok) this.team.set(team.value.items);
  }

  protected isNow({ from }: { readonly from: string }): boolean {
    return Date.parse(from) <= this.time.now();
  }

  protected times({ from, until }: { readonly from: string; readonly until: string }): string {
    return this.t('rights.cover.from-until', {
      from: this.time.moment(from),
      until: this.time.moment(until),
    });
  }

  protected async endCover(kind: 'substitutions' | 'duties', id: string): Promise<void> {
    const answer = await this.keys.sendOnce([kind, id], (idempotencyKey) =>
      this.client.endCover(kind, id, { idempotencyKey }),
    );
    this.problem.set(answer.ok ? null : answer.problem);
    if (!answer.ok) return;
    await this.loadCover(this.t('rights.cover.ended'));
  }
}
