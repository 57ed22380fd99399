import { APP_BASE_HREF } from '@angular/common';
import { Component, computed, inject, input, signal } from '@angular/core';
import type { ArrivedEvent, Problem } from '@repere/contract';
import { Language, SpaceTime } from '@repere/ui';
import { ProblemLine } from '../../../platform/problem-line';
import { Session } from '../../session';
import { Room } from './room';

const SEEN = 'repere.story.';

/** What has come about of the story: the newest on one line, what it says and all before it when one opens it. */
@Component({
  selector: 'app-story-line',
  imports: [ProblemLine],
  templateUrl: './story-line.html',
  styleUrl: './story-line.scss',
})
export class StoryLine {
  protected readonly room = inject(Room);
  private readonly language = inject(Language);
  private readonly time = inject(SpaceTime);
  /** Several share a device: what one of them has seen is news to the next. */
  private readonly key = `${SEEN}${inject(APP_BASE_HREF)}${inject(Session).account()?.id ?? ''}`;
  protected readonly t = this.language.t;
  protected readonly localize = this.language.localize;

  /** Whoever leads shows it to the room. */
  readonly leads = input(false);

  protected readonly problem = signal<Problem | null>(null);
  private readonly seen = signal(readSeen(this.key));
  protected readonly newest = computed(() => this.room.story()[0] ?? null);
  protected readonly isNew = computed(() => {
    const newest = this.newest();
    return newest !== null && nameOf(newest) !== this.seen();
  });
  protected readonly line = computed(() => {
    const newest = this.newest();
    if (!newest) return '';
    return this.t(this.isNew() ? 'spaces.story.new' : 'spaces.story.last', {
      title: this.localize(newest.slide.title),
      when: this.when(newest),
    });
  });

  protected when({ at }: ArrivedEvent): string {
    return this.time.exactly(at);
  }

  /** Who opened it has seen it, in this tab. */
  protected noteOpened(event: Event): void {
    if (event.target instanceof HTMLDetailsElement && event.target.open) this.see();
  }

  protected isShown({ slide }: ArrivedEvent): boolean {
    const shown = this.room.shown();
    return shown?.page === null && shown.slide?.id === slide.id;
  }

  protected async showEvent({ slide }: ArrivedEvent): Promise<void> {
    const isPaused = this.room.shown()?.isPaused ?? false;
    this.problem.set(await this.room.present({ slide: slide.id, isPaused }));
    if (this.problem() === null) this.see();
  }

  private see(): void {
    const newest = this.newest();
    if (!newest) return;
    this.seen.set(nameOf(newest));
    storeSeen(this.key, nameOf(newest));
  }
}

const nameOf = ({ at, slide }: ArrivedEvent): string => `${slide.id} ${at}`;

// A browser may refuse storage: then it lasts as long as the page.
function readSeen(key: string): string | null {
  try {
    return sessionStorage.getItem(key);
  } catch {
    return null;
  }
}

function storeSeen(key: string, seen: string): void {
  try {
    sessionStorage.setItem(key, seen);
  } catch {
    return;
  }
}
