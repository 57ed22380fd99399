import { APP_BASE_HREF } from '@angular/common';
import { Component, inject, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import type { Problem } from '@repere/contract';
import { Language } from '@repere/ui';
import { ProblemLine } from '../../platform/problem-line';
import { Unsent } from '../sessions/unsent';
import { PlayClient } from './play-client';

/** For whoever learns in a training space: how it went, once it is shown, and the way out for somebody else on this device. */
@Component({
  selector: 'app-learner-bar',
  imports: [MatButton, ProblemLine, RouterLink],
  template: `
    @if (isKnown()) {
      <section class="bar rp-screen-only" [attr.aria-label]="t('spaces.bar.learner')">
        <div class="who">
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

  protected readonly isKnown = signal(false);
  protected readonly problem = signal<Problem | null>(null);

  constructor() {
    void this.loadLearner();
  }

  private async loadLearner(): Promise<void> {
    const answer = await this.client.waitingRoom();
    this.isKnown.set(answer.ok && answer.value.learners.some(({ state }) => state === 'admitted'));
  }

  /** What is typed is kept before the page goes. */
  protected async leaveSpace(): Promise<void> {
    await this.unsent.settleUnsent('leaving');
    const answer = await this.client.leavePlace();
    if (answer.ok) location.assign(`${this.base}formation/rejoindre`);
    else this.problem.set(answer.problem);
  }
}
