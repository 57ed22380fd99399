import { Component, computed, inject, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatMenu, MatMenuItem, MatMenuTrigger } from '@angular/material/menu';
import type { CastMember, MoveClock, Problem, SpaceClock } from '@repere/contract';
import { Icon, Language, SpaceTime } from '@repere/ui';
import type { Answered } from '../../platform/api';
import { ProblemLine } from '../../platform/problem-line';
import { formatRoles } from '../format-roles';
import { Session } from '../session';
import { Unsent } from '../sessions/unsent';
import { PlayClient } from './play-client';
import { spaceWords } from './space-words';

/** For whoever leads in a training space: its clock, whom one plays, the way out. Whoever does not lead sees nothing of it. */
@Component({
  selector: 'app-training-bar',
  imports: [Icon, MatButton, MatMenu, MatMenuItem, MatMenuTrigger, ProblemLine],
  templateUrl: './training-bar.html',
  styleUrl: './training-bar.scss',
})
export class TrainingBar {
  private readonly client = inject(PlayClient);
  private readonly session = inject(Session);
  private readonly time = inject(SpaceTime);
  private readonly unsent = inject(Unsent);
  private readonly language = inject(Language);
  protected readonly t = this.language.t;

  protected readonly cast = signal<readonly CastMember[]>([]);
  private readonly clock = signal<SpaceClock | null>(null);
  protected readonly problem = signal<Problem | null>(null);
  protected readonly played = computed(() => this.session.account()?.id ?? '');
  protected readonly now = computed(() => this.time.exactly(this.time.now()));
  protected readonly ahead = computed(() => {
    const { deadlineAt = null, majorityAt = null } = this.clock() ?? {};
    return {
      deadline: deadlineAt === null ? null : this.time.exactly(deadlineAt),
      majority: majorityAt === null ? null : this.time.exactly(majorityAt),
    };
  });

  constructor() {
    void this.language.useAlso(spaceWords).then(() => this.load());
  }

  protected async load(): Promise<void> {
    const [cast, clock] = await Promise.all([this.client.cast(), this.client.clock()]);
    if (clock.ok) this.clock.set(clock.value);
    if (cast.ok) this.cast.set(cast.value);
  }

  protected roles({ roles }: CastMember): string {
    return formatRoles(roles, this.t);
  }

  /** All that the page shows is of another moment then. */
  protected move(move: MoveClock): Promise<void> {
    return this.leavePage(
      () => this.client.moveClock(move),
      () => location.reload(),
    );
  }

  protected play(id: string): Promise<void> {
    return this.leavePage(
      () => this.client.play(id),
      (session) => this.session.enter(session),
    );
  }

  protected leave(): Promise<void> {
    return this.leavePage(
      () => this.client.leave(),
      () => location.assign('/formation'),
    );
  }

  /** What is typed is kept before the page goes. */
  private async leavePage<T>(
    act: () => Promise<Answered<T>>,
    then: (answer: T) => void | Promise<void>,
  ): Promise<void> {
    await this.unsent.settle('leaving');
    const answer = await act();
    if (answer.ok) await then(answer.value);
    else this.problem.set(answer.problem);
  }
}
