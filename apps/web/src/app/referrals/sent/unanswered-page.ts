import { Component, inject, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { Problem, UnansweredReferrals } from '@repere/contract';
import { Language, SpaceTime } from '@repere/ui';
import { EmptyState } from '@repere/ui/feedback';
import { PageHeading } from '../../platform/pages/page-heading';
import { ProblemLine } from '../../platform/problem-line';
import { ReferralsClient } from '../referrals-client';

/** Of my teams: which services were asked for a child and said nothing in time? For supervisors. */
@Component({
  selector: 'app-unanswered-page',
  imports: [EmptyState, PageHeading, ProblemLine, RouterLink],
  template: `
    <div class="rp-page">
      <h1 appPageHeading>{{ t('referrals.unanswered.title') }}</h1>
      <p class="rp-lead">{{ t('referrals.unanswered.lead') }}</p>
      <app-problem-line [problem]="problem()" (again)="loadReferrals()" />
      @if (found()?.items; as all) {
        @if (all.length) {
          <ul class="rp-list">
            @for (it of all; track $index) {
              <li>
                <a [routerLink]="['/dossiers', it.caseFileId, 'orientations']">
                  <strong>{{ it.reference }}</strong> – {{ it.partner }}
                </a>
                <span
                  >{{ t('referrals.sent.since', { moment: time.moment(it.since) }) }} · {{ it.team }}</span
                >
              </li>
            }
          </ul>
        } @else if (!found()?.hasMore) {
          <rp-empty-state [title]="t('referrals.unanswered.empty')" />
        }
        @if (found()?.hasMore) {
          <p>{{ t('referrals.unanswered.more') }}</p>
        }
      } @else if (!problem()) {
        <div class="rp-bones" aria-hidden="true"></div>
      }
    </div>
  `,
  styles: `
    li {
      display: flex;
      flex-wrap: wrap;
      gap: 0.1rem 1.25rem;
      padding-block: 0.8rem;
      border-block-start: 1px solid var(--rp-line);
    }
  `,
})
export class UnansweredPage {
  private readonly client = inject(ReferralsClient);
  protected readonly time = inject(SpaceTime);
  protected readonly t = inject(Language).t;

  protected readonly found = signal<UnansweredReferrals | null>(null);
  protected readonly problem = signal<Problem | null>(null);

  constructor() {
    void this.loadReferrals();
  }

  protected async loadReferrals(): Promise<void> {
    const answer = await this.client.unanswered();
    this.problem.set(answer.ok ? null : answer.problem);
    if (answer.ok) this.found.set(answer.value);
  }
}
