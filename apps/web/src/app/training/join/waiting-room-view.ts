import { APP_BASE_HREF } from '@angular/common';
import { Component, computed, inject, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import type { Learner, Problem, WaitingRoom } from '@repere/contract';
import { Language } from '@repere/ui';
import { formatRoles } from '../../access/format-roles';
import { forgetAside } from '../../access/play/room/aside';
import { PlayClient } from '../../access/play/play-client';
import { Session } from '../../access/session';
import { Polling } from '../../platform/polling/polling';
import { ProblemLine } from '../../platform/problem-line';
import { RetriedLine } from '../../platform/polling/retried-line';

import { AskForm } from './ask-form';

/** How often it is asked who waits, in milliseconds. */
const POLL_EVERY_MS = 3_000;

/** In a training space: who asked from this browser, who was admitted, and the way in. Several may share it. */
@Component({
  selector: 'app-waiting-room-view',
  imports: [AskForm, MatButton, ProblemLine, RetriedLine],
  templateUrl: './waiting-room-view.html',
  styles: `
    li {
      display: flex;
      flex-wrap: wrap;
      gap: 0.5rem 1.25rem;
      align-items: center;
      justify-content: space-between;
      padding-block: 0.6rem;
      border-block-end: 1px solid var(--rp-line);
    }
    p {
      margin: 0;
    }
    .rp-acts {
      margin-block: 1.25rem;
    }
    h2 {
      margin-block: 1.5rem 0.5rem;
      font-size: 1.15em;
    }
  `,
})
export class WaitingRoomView {
  private readonly client = inject(PlayClient);
  private readonly session = inject(Session);
  private readonly language = inject(Language);
  private readonly base = inject(APP_BASE_HREF);
  protected readonly t = this.language.t;
  protected readonly polling = new Polling(() => this.loadRoom());

  protected readonly room = signal<WaitingRoom | null>(null);
  /** This browser did not come by the code. */
  protected readonly isUnknown = signal(false);
  protected readonly problem = signal<Problem | null>(null);
  protected readonly isAsking = signal(false);
  protected readonly learners = computed(() =>
    (this.room()?.learners ?? []).map((it) => ({ ...it, role: formatRoles([it.role], this.t) })),
  );
  /** Said aloud when it changes. */
  protected readonly news = computed(() => {
    const admitted = this.learners().filter(({ state }) => state === 'admitted');
    if (admitted.length > 0 && !this.isBegun()) return this.t('training.join.not-begun');
    if (admitted.length > 0)
      return this.t('training.join.admitted', { names: admitted.map(({ name }) => name).join(', ') });
    return this.learners().some(({ state }) => state === 'waiting') ? this.t('training.join.waiting') : '';
  });
  /** Of an assessment whose time does not run nobody comes in. */
  protected readonly isBegun = computed(() => this.room()?.limit?.until !== null);
  private readonly isWaiting = computed(() =>
    this.learners().some(({ state }) => state === 'waiting' || (state === 'admitted' && !this.isBegun())),
  );

  constructor() {
    void this.loadRoom();
  }

  protected async loadRoom(): Promise<void> {
    this.polling.stop();
    const answer = await this.client.waitingRoom();
    const isUnknown = !answer.ok && answer.problem.code === 'not-allowed';
    this.isUnknown.set(isUnknown);
    if (answer.ok) this.room.set(answer.value);
    else this.leaveGone(answer.problem);
    const problem = this.polling.goOnAfter(answer, this.isWaiting() ? POLL_EVERY_MS : null);
    this.problem.set(isUnknown ? null : problem);
  }

  protected lookAgain(): Promise<void> {
    this.isAsking.set(false);
    return this.loadRoom();
  }

  protected async enterSpace({ id }: Pick<Learner, 'id'>): Promise<void> {
    const answer = await this.client.takePlace(id);
    if (!answer.ok) {
      this.problem.set(answer.problem);
      return this.leaveGone(answer.problem);
    }
    forgetAside();
    await this.session.enterSession(answer.value);
    location.assign(this.base);
  }

  /** There is no place any more in a space that was deleted. */
  private leaveGone({ code }: Problem): void {
    if (code === 'space-gone') this.room.set(null);
  }
}
