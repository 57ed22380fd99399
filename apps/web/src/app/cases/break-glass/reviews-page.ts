import { Component, computed, inject, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { BREAK_GLASS_REASON_WORDS } from '@repere/cases';
import type { BreakGlassReviews } from '@repere/contract';
import { Language, SpaceTime } from '@repere/ui';
import { DeadlineLabel } from '@repere/ui/status';
import { EmptyState } from '@repere/ui/feedback';
import { OriginTag } from '@repere/ui/origin';
import { PageHeading } from '../../platform/pages/page-heading';
import { ProblemLine } from '../../platform/problem-line';
import { casePath } from '../case-paths';
import { KeysetList } from '../../platform/keyset-list';
import { EndEmergency } from './end-emergency';
import { GlassClient } from './glass-client';
import { ReviewForm } from './review-form';

/** Which emergency accesses to my team's cases wait for a second look? */
@Component({
  selector: 'app-reviews-page',
  imports: [
    DeadlineLabel,
    EmptyState,
    EndEmergency,
    MatButton,
    OriginTag,
    PageHeading,
    ProblemLine,
    ReviewForm,
    RouterLink,
  ],
  template: `
    <div class="rp-page">
      <h1 appPageHeading>{{ t('rights.glass.reviews.title') }}</h1>
      <p class="rp-lead">{{ t('rights.glass.reviews.lead') }}</p>
      <p class="news" role="status">{{ news() }}</p>
      <app-problem-line [problem]="list.problem()" (again)="list.loadPages()" />
      <ol class="rp-list">
        @for (it of items(); track it.id) {
          <li>
            <h2>
              {{ t('rights.glass.reviews.by', { name: it.by.name, moment: time.moment(it.openedAt) }) }}
            </h2>
            <p class="about">
              <a [routerLink]="path(it.caseFileId)">{{ it.reference }}</a>
              <span>{{ localize(reasonWords[it.reason]) }}</span>
              <rp-deadline-label [dueAt]="it.reviewDueAt" [lateFrom]="it.reviewDueAt" owner="ours" />
              <rp-origin-tag origin="TOOL" />
            </p>
            <p class="words">{{ it.words }}</p>
            <app-end-emergency [glass]="it" [mayEnd]="it.mayReview" (stopped)="showReviews('ended')" />
            @if (it.mayReview) {
              <app-review-form [glass]="it.id" (reviewed)="showReviews('done')" />
            } @else {
              <p class="rp-quiet">{{ t('rights.glass.reviews.own') }}</p>
            }
          </li>
        }
      </ol>
      @if (isEmpty()) {
        <rp-empty-state [title]="t('rights.glass.reviews.empty')">
          {{ t('rights.glass.reviews.empty-how') }}
        </rp-empty-state>
      }
      @if (list.content().next) {
        <p class="rp-acts">
          <button matButton="outlined" type="button" (click)="list.more()">
            {{ t('rights.glass.reviews.more') }}
          </button>
        </p>
      }
    </div>
  `,
  styles: `
    .news {
      margin: 0;
      font-weight: 600;
    }
    li {
      padding-block: 1rem;
      border-block-end: 1px solid var(--rp-line);
    }
    h2 {
      margin: 0;
      font-size: 1.15rem;
    }
    .about {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: 0.25rem 1rem;
      margin-block: 0.3rem;
    }
    .words {
      overflow-wrap: anywhere;
      white-space: pre-line;
    }
  `,
})
export class ReviewsPage {
  private readonly client = inject(GlassClient);
  protected readonly time = inject(SpaceTime);
  protected readonly t = inject(Language).t;
  protected readonly localize = inject(Language).localize;
  protected readonly reasonWords = BREAK_GLASS_REASON_WORDS;
  protected readonly path = casePath;

  protected readonly list = new KeysetList<BreakGlassReviews['items'][number]>((cursor) =>
    this.client.reviews(cursor),
  );
  protected readonly news = signal('');
  protected readonly items = computed(() => this.list.content().items);
  private readonly isRead = signal(false);
  protected readonly isEmpty = computed(
    () => this.isRead() && !this.list.problem() && this.items().length === 0,
  );

  constructor() {
    void this.readReviews();
  }

  protected async showReviews(what: 'done' | 'ended'): Promise<void> {
    await this.readReviews();
    this.news.set(this.t(`rights.glass.reviews.${what}`));
  }

  private async readReviews(): Promise<void> {
    await this.list.loadPages();
    this.isRead.set(true);
  }
}
