import { APP_BASE_HREF } from '@angular/common';
import { Component, computed, inject, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatMenu, MatMenuItem, MatMenuTrigger } from '@angular/material/menu';
import { RouterLink } from '@angular/router';
import type { AssessmentLimit, CastMember, MoveClock, Problem, SpaceClock } from '@repere/contract';
import { Icon, Language, SpaceTime } from '@repere/ui';
import type { Answered } from '../../platform/api';
import { Polling } from '../../platform/polling/polling';
import { ProblemLine } from '../../platform/problem-line';
import { formatRoles } from '../format-roles';
import { Session } from '../session';
import { Unsent } from '../../platform/drafts/unsent';
import { LearnerBar } from './learner-bar';
import { LeadBar } from './room/lead-bar';
import { NoteLine } from './note-line';
import { StoryLine } from './room/story-line';
import { PlayClient } from './play-client';
import { TimeLeft } from './time-left';
import { spaceWords } from './space-words';

/** Who waits to be admitted is asked for so often. */
const POLL_EVERY_MS = 10_000;

/** For whoever leads in a training space: its clock, its class, whom one plays, the way out. Whoever does not lead sees nothing of it. */
@Component({
  selector: 'app-training-bar',
  imports: [
    Icon,
    LeadBar,
    LearnerBar,
    MatButton,
    MatMenu,
    MatMenuItem,
    MatMenuTrigger,
    NoteLine,
    ProblemLine,
    RouterLink,
    StoryLine,
    TimeLeft,
  ],
  templateUrl: './training-bar.html',
  styleUrl: './training-bar.scss',
})
export class TrainingBar {
  private readonly client = inject(PlayClient);
  private readonly session = inject(Session);
  private readonly time = inject(SpaceTime);
  private readonly unsent = inject(Unsent);
  private readonly base = inject(APP_BASE_HREF);
  private readonly language = inject(Language);
  protected readonly t = this.language.t;

  protected readonly cast = signal<readonly CastMember[]>([]);
  private readonly clock = signal<SpaceClock | null>(null);
  protected readonly problem = signal<Problem | null>(null);
  /** A copy takes a second: who presses twice moves time once. */
  protected readonly isMoving = signal(false);
  /** Somebody who does not lead may learn. */
  protected readonly leadsNot = signal(false);
  protected readonly waiting = signal(0);
  /** Of an assessment. */
  protected readonly limit = signal<AssessmentLimit | null>(null);
  /** On a telephone the page comes first: what leads is a press away. */
  protected readonly isUnfolded = signal(false);
  protected readonly group = computed(() =>
    this.waiting() > 0
      ? this.t('spaces.bar.class-waiting', { n: this.waiting() })
      : this.t('spaces.bar.class'),
  );
  private readonly polling = new Polling(() => this.countWaiting());
  protected readonly played = computed(() => this.session.account()?.id ?? '');
  protected readonly now = computed(() => this.time.exactly(this.time.now()));
  protected readonly isClockRead = computed(() => this.clock() !== null);
  protected readonly ahead = computed(() => {
    const { deadlineAt = null, majorityAt = null } = this.clock() ?? {};
    return {
      deadline: deadlineAt === null ? null : this.time.exactly(deadlineAt),
      majority: majorityAt === null ? null : this.time.exactly(majorityAt),
    };
  });

  constructor() {
    void this.language.useAlso(spaceWords).then(() => this.loadSpace());
  }

  protected async loadSpace(): Promise<void> {
    const [cast, clock] = await Promise.all([this.client.cast(), this.client.clock()]);
    if (clock.ok) this.clock.set(clock.value);
    if (cast.ok) this.cast.set(cast.value);
    this.leadsNot.set(!cast.ok && cast.problem.code === 'not-allowed');
    if (cast.ok) await this.countWaiting();
  }

  private async countWaiting(): Promise<void> {
    const group = await this.client.group();
    if (group.ok) this.limit.set(group.value.limit);
    if (group.ok) this.waiting.set(group.value.learners.filter(({ state }) => state === 'waiting').length);
    this.polling.goOnAfter(group, POLL_EVERY_MS);
  }

  protected roles({ roles }: CastMember): string {
    return formatRoles(roles, this.t);
  }

  /** The moment before is kept, so that one can go back. All that the page shows is of another moment then. */
  protected async moveClock(move: MoveClock): Promise<void> {
    if (this.isMoving()) return;
    this.isMoving.set(true);
    await this.leavePage(
      () => this.client.moveClock({ ...move, keepsMoment: true }),
      () => location.reload(),
    );
    this.isMoving.set(false);
  }

  protected play(id: string): Promise<void> {
    return this.leavePage(
      () => this.client.play(id),
      (session) => this.session.enterSession(session),
    );
  }

  /** To the page of spaces, which is in the live space. */
  protected leaveSpace(to: string): Promise<void> {
    return this.leavePage(
      () => this.client.leaveSpace(),
      () => location.assign(to),
    );
  }

  /** Where deleting this space is asked about at once: with what was typed in it, and what was made from it. */
  protected erasing(): string {
    const [key = ''] = this.base.split('/').slice(2);
    return `/formation?effacer=${key}#space-${key}`;
  }

  /** What is typed is kept before the page goes. */
  private async leavePage<T>(
    act: () => Promise<Answered<T>>,
    then: (answer: T) => void | Promise<void>,
  ): Promise<void> {
    await this.unsent.settleUnsent('leaving');
    const answer = await act();
    if (answer.ok) await then(answer.value);
    else this.problem.set(answer.problem);
  }
}
