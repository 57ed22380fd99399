import { Component, computed, inject } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import type { UnansweredReferral } from '@repere/contract';
import { Language, SpaceTime } from '@repere/ui';
import { EmptyState } from '@repere/ui/feedback';
import { KeysetList } from '../../platform/keyset-list';
import { PageHeading } from '../../platform/pages/page-heading';
import { ProblemLine } from '../../platform/problem-line';
import { ReferralsClient } from '../referrals-client';

/** Of my teams: which services were asked for a child and said nothing in time, or nothing of what came of them? For supervisors. */
@Component({
  selector: 'app-unanswered-page',
  imports: [EmptyState, MatButton, PageHeading, ProblemLine, RouterLink],
  template: `
    <div class="rp-page">
      <h1 appPageHeading>{{ t('referrals.unanswered.title') }}</h1>
      <p class="rp-lead">{{ t('referrals.unanswered.lead') }}</p>
      <app-problem-line [problem]="list.problem()" (again)="list.loadPages()" />
      @if (isFirstLoad()) {
        <div class="rp-bones" aria-hidden="true"></div>
      } @else {
        @if (list.content().items.length) {
          <ul class="rp-list">
            @for (it of list.content().items; track $index) {
              <li>
                <a [routerLink]="['/dossiers', it.caseFileId, 'orientations']">
                  <strong>{{ it.reference }}</strong>
                  @if (it.partner !== null) {
                    – {{ it.partner }}
                  }
                </a>
                <strong>{{ t('referrals.unanswered.' + it.what) }}</strong>
                <span
                  >{{ t('referrals.sent.since', { moment: time.moment(it.since) }) }} · {{ it.team }}</span
                >
              </li>
            }
          </ul>
        } @else if (!list.content().next && !list.problem()) {
          <rp-empty-state [title]="t('referrals.unanswered.empty')" />
        }
        @if (list.content().next) {
          <p class="rp-acts">
            <button matButton="outlined" type="button" (click)="list.more()">
              {{ t('referrals.received.more') }}
            </button>
          </p>
        }
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

  protected readonly list = new KeysetList<UnansweredReferral>((cursor) => this.client.unanswered(cursor));
  protected readonly isFirstLoad = computed(() => this.list.isLoading() && this.list.content().pages === 0);

  constructor() {
    void this.list.loadPages();
  }
}
