import { APP_BASE_HREF } from '@angular/common';
import { Component, inject, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import type { AssessmentLimit, Problem } from '@repere/contract';
import { Icon, Language } from '@repere/ui';
import { Polling } from '../../platform/polling/polling';
import { ProblemLine } from '../../platform/problem-line';
import { Unsent } from '../../platform/drafts/unsent';
import { forgetAside } from './room/aside';
import { FollowBar } from './room/follow-bar';
import { StoryLine } from './room/story-line';
import { PlayClient } from './play-client';
import { ScreenMode } from './room/screen-mode';
import { TimeLeft } from './time-left';

/** Whether an assessment was begun, and how much of it is left, is asked for so often. */
const POLL_EVERY_MS = 10_000;

/** For whoever learns in a training space: how it went, once it is shown, and the way out for somebody else on this device. */
@Component({
  selector: 'app-learner-bar',
  imports: [FollowBar, Icon, MatButton, ProblemLine, RouterLink, StoryLine, TimeLeft],
  template: `
    @if (isKnown()) {
      <section class="bar rp-screen-only" [attr.aria-label]="t('spaces.bar.learner')">
        <app-follow-bar />
        <app-story-line />
        @if (limit(); as limit) {
          <app-time-left [limit]="limit" />
        }
        <button
          type="button"
          class="rp-chip unfold"
          aria-controls="learning"
          [attr.aria-expanded]="isUnfolded()"
          (click)="isUnfolded.set(!isUnfolded())"
        >
          {{ t('spaces.bar.own') }} <rp-icon name="chevron" />
        </button>
        <div
          id="learning"
          class="who folded"
          [class.unfolded]="isUnfolded()"
          [attr.inert]="isPaused() ? '' : null"
        >
          <a matButton="outlined" routerLink="/formation/questions">{{ t('spaces.bar.questions') }}</a>
          <a matButton="outlined" routerLink="/formation/bilan">{{ t('spaces.bar.debrief') }}</a>
          <button matButton="outlined" type="button" (click)="leaveSpace()">
            {{ t('spaces.bar.somebody-else') }}
          </button>
        </div>
        <app-problem-line [problem]="problem()" (again)="leaveSpace()" />
      </section>
    }
  `,
  styleUrl: './training-bar.scss',
})
export class LearnerBar {
  private readonly client = inject(PlayClient);
  private readonly unsent = inject(Unsent);
  private readonly base = inject(APP_BASE_HREF);
  protected readonly t = inject(Language).t;

  protected readonly isPaused = inject(ScreenMode).isPaused;
  protected readonly isKnown = signal(false);
  protected readonly isUnfolded = signal(false);
  protected readonly limit = signal<AssessmentLimit | null>(null);
  protected readonly problem = signal<Problem | null>(null);
  private readonly polling = new Polling(() => this.loadLearner());

  constructor() {
    void this.loadLearner();
  }

  private async loadLearner(): Promise<void> {
    const answer = await this.client.waitingRoom();
    const limit = answer.ok ? answer.value.limit : this.limit();
    this.limit.set(limit);
    // Until it is over: it is begun by somebody else.
    const mayBegin = limit !== null && limit.secondsLeft !== 0;
    this.polling.goOnAfter(answer, mayBegin ? POLL_EVERY_MS : null);
    if (this.polling.isRetrying()) return;
    this.isKnown.set(answer.ok && answer.value.learners.some(({ state }) => state === 'admitted'));
  }

  /** What is typed is kept before the page goes. */
  protected async leaveSpace(): Promise<void> {
    await this.unsent.settleUnsent('leaving');
    const answer = await this.client.leavePlace();
    if (!answer.ok) return this.problem.set(answer.problem);
    forgetAside();
    location.assign(`${this.base}formation/rejoindre`);
  }
}
