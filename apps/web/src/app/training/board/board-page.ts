import { Component, computed, inject, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import type { GroupStanding, Problem } from '@repere/contract';
import { Language, SpaceTime } from '@repere/ui';
import { Session } from '../../access/session';
import { PageHeading } from '../../platform/pages/page-heading';
import { Polling } from '../../platform/polling/polling';
import { ProblemLine } from '../../platform/problem-line';
import { RetriedLine } from '../../platform/polling/retried-line';
import { BoardClient } from '../board-client';
import { QUIET_AFTER_SECONDS, showBoardLine } from './board-line';

const POLL_EVERY_MS = 5_000;

/** Several classes at once, for whoever leads them: what each did last, how far it is, who does nothing. */
@Component({
  selector: 'app-board-page',
  imports: [MatButton, PageHeading, ProblemLine, RetriedLine, RouterLink],
  templateUrl: './board-page.html',
  styleUrl: './board-page.scss',
})
export class BoardPage {
  private readonly client = inject(BoardClient);
  private readonly session = inject(Session);
  private readonly time = inject(SpaceTime);
  private readonly language = inject(Language);
  protected readonly t = this.language.t;
  protected readonly count = this.language.count;
  protected readonly polling = new Polling(() => this.loadBoard());

  protected readonly minutes = QUIET_AFTER_SECONDS / 60;
  protected readonly isTraining = computed(() => this.session.about()?.space.kind === 'training');
  protected readonly groups = signal<readonly GroupStanding[] | null>(null);
  protected readonly problem = signal<Problem | null>(null);
  protected readonly lines = computed(() => {
    const { t, count, localize, current } = this.language;
    const tools = { t, count, localize, current, time: this.time };
    return (this.groups() ?? []).map((group) => showBoardLine(group, tools));
  });
  /** Read out when it changes, and not at each look. */
  protected readonly summary = computed(() => {
    const lines = this.lines();
    const quiet = lines.filter(({ isQuiet }) => isQuiet).length;
    const groups = this.count('training.board.groups', lines.length);
    return quiet > 0 ? `${groups} ${this.count('training.board.groups-quiet', quiet)}` : groups;
  });

  constructor() {
    if (this.isTraining()) void this.loadBoard();
  }

  protected async loadBoard(): Promise<void> {
    this.polling.stop();
    const answer = await this.client.groups();
    if (answer.ok) this.groups.set(answer.value);
    this.problem.set(this.polling.goOnAfter(answer, POLL_EVERY_MS));
  }

  protected async enterGroup(key: string): Promise<void> {
    const answer = await this.client.enterGroup(key);
    if (answer.ok) location.assign(answer.value.path);
    else this.problem.set(answer.problem);
  }
}
