import { APP_BASE_HREF } from '@angular/common';
import { Component, computed, effect, inject, signal, untracked } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import type { PresentationScript, Problem, ScriptSlide } from '@repere/contract';
import { Language, SpaceTime } from '@repere/ui';
import { Room, ROOM_PATH } from '../../access/play/room/room';
import { RoomClient } from '../../access/play/room/room-client';
import { Session } from '../../access/session';
import { PageHeading } from '../../platform/pages/page-heading';
import { ProblemLine } from '../../platform/problem-line';
import { SlideView } from './slide-view';

/** Keys of keyboards and of what one holds in the hand to present. */
const STEPS: ReadonlyMap<string, -1 | 1> = new Map([
  ...(['PageDown', 'ArrowRight', 'ArrowDown'] as const).map((key) => [key, 1] as const),
  ...(['PageUp', 'ArrowLeft', 'ArrowUp'] as const).map((key) => [key, -1] as const),
]);
const PAUSE_KEYS: readonly string[] = ['.', 'b'];

/** For whoever presents: what the room sees now, the notes to it, what comes next. */
@Component({
  selector: 'app-presenter-page',
  imports: [MatButton, PageHeading, ProblemLine, RouterLink, SlideView],
  templateUrl: './presenter-page.html',
  styleUrl: './presenter-page.scss',
  host: { '(document:keydown)': 'steer($event)' },
})
export class PresenterPage {
  private readonly client = inject(RoomClient);
  private readonly session = inject(Session);
  private readonly language = inject(Language);
  private readonly time = inject(SpaceTime);
  protected readonly room = inject(Room);
  protected readonly t = this.language.t;
  protected readonly localize = this.language.localize;
  protected readonly projection = `${inject(APP_BASE_HREF)}${ROOM_PATH.slice(1)}?vue=projection`;

  protected readonly isTraining = computed(() => this.session.about()?.space.kind === 'training');
  protected readonly script = signal<PresentationScript | null>(null);
  protected readonly problem = signal<Problem | null>(null);
  protected readonly slides = computed(() => this.script()?.slides ?? []);
  /** Where the course stands; -1: nothing was shown. */
  protected readonly at = computed(() => {
    const shown = this.room.shown()?.slide?.id;
    return this.slides().findIndex(({ id }) => id === shown);
  });
  protected readonly current = computed(() => this.slides()[this.at()] ?? null);
  protected readonly next = computed(() => this.slides()[this.at() + 1] ?? null);
  protected readonly isPaused = computed(() => this.room.shown()?.isPaused ?? false);
  protected readonly count = computed(() =>
    this.t('training.presenter.count', { n: this.at() + 1, of: this.slides().length }),
  );
  protected readonly sees = computed(() => {
    if (this.isPaused()) return this.t('training.presenter.paused');
    const { slide = null, page = null } = this.room.shown() ?? {};
    if (slide && page === null) return this.t('training.presenter.sees-slide');
    return this.t(
      this.room.isPresenting() ? 'training.presenter.sees-page' : 'training.presenter.sees-nothing',
    );
  });
  /** One press after the other, each from what the one before brought about. */
  private pressing: Promise<void> = Promise.resolve();

  constructor() {
    if (this.isTraining()) void this.loadScript();
    // Which have come is in the script.
    effect(() => {
      if (this.room.story().length > 0 && untracked(this.script)) untracked(() => void this.loadScript());
    });
  }

  /** Of what comes about in the space whether it has, and when; of the rest nothing. */
  protected came({ kind, cameAt }: ScriptSlide): string {
    if (kind !== 'beat' && kind !== 'inject') return '';
    return cameAt === null
      ? this.t('training.presenter.not-yet')
      : this.t('training.presenter.came', { when: this.time.exactly(cameAt) });
  }

  protected async loadScript(): Promise<void> {
    const answer = await this.client.script();
    this.problem.set(answer.ok ? null : answer.problem);
    if (!answer.ok) return;
    this.room.join('leading');
    this.script.set(answer.value);
  }

  protected steer(event: KeyboardEvent): void {
    const isTyping =
      event.target instanceof Element && event.target.closest('input, textarea, select') !== null;
    if (isTyping || event.ctrlKey || event.altKey || event.metaKey || this.slides().length === 0) return;
    const step = STEPS.get(event.key);
    if (step === undefined && !PAUSE_KEYS.includes(event.key)) return;
    event.preventDefault();
    if (step === undefined) this.pause();
    else this.step(step);
  }

  protected step(by: -1 | 1): void {
    this.pressNext(() => this.showSlide(this.at() + by));
  }

  protected showAt(index: number): void {
    this.pressNext(() => this.showSlide(index));
  }

  protected pause(): void {
    this.pressNext(() => {
      const { slide, page = null } = this.room.shown() ?? {};
      return this.changeShown({ slide: slide?.id ?? null, page, isPaused: !this.isPaused() });
    });
  }

  protected endPresenting(): void {
    this.pressNext(() => this.changeShown({ isPaused: false }));
  }

  private async showSlide(index: number): Promise<void> {
    const slide = this.slides()[index];
    if (!slide) return;
    await this.changeShown({ slide: slide.id, isPaused: this.isPaused() });
  }

  private async changeShown(asked: Parameters<Room['present']>[0]): Promise<void> {
    this.problem.set(await this.room.present(asked));
  }

  private pressNext(act: () => Promise<void>): void {
    this.pressing = this.pressing.then(act);
  }
}
