import { APP_BASE_HREF } from '@angular/common';
import { DOCUMENT, Injectable, computed, inject, signal } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { NavigationEnd, Router } from '@angular/router';
import type { ArrivedEvent, Present, Presentation, Problem, Story } from '@repere/contract';
import { filter } from 'rxjs';
import { Unsent } from '../../../platform/drafts/unsent';
import { Session } from '../../session';
import { Presence } from '../../sessions/presence';
import { type Follower, readAside, storeAside } from './aside';
import { LatestRead } from './latest-read';
import { RoomClient, type RoomWindow } from './room-client';
import { RoomStream } from './room-stream';
import { ScreenMode } from './screen-mode';

/** Where slides are shown. */
export const ROOM_PATH = '/formation/salle';

interface RoomReads {
  readonly shown: LatestRead<Presentation>;
  readonly story: LatestRead<Story>;
}

/** What the room of a class sees, and whether this screen goes along. One of it in a tab. */
@Injectable({ providedIn: 'root' })
export class Room {
  private readonly client = inject(RoomClient);
  private readonly router = inject(Router);
  private readonly unsent = inject(Unsent);
  private readonly mode = inject(ScreenMode);
  private readonly presence = inject(Presence);
  private readonly session = inject(Session);
  private readonly base = inject(APP_BASE_HREF);
  private readonly document = inject(DOCUMENT);
  private stream: RoomStream | null = null;
  private window: RoomWindow | null = null;
  private reads: RoomReads | null = null;
  /** The newest that the stream told of. */
  private heard = 0;
  private arrivals = { heard: 0, read: 0 };
  /** How often this screen is being taken somewhere just now. */
  private going = 0;

  private readonly now = signal<Presentation | null>(null);
  private readonly told = signal<readonly ArrivedEvent[]>([]);
  private readonly aside = signal(false);
  private readonly up = signal(true);
  private readonly path = signal(pathOf(this.router.url));

  /** What the room sees; `null`: it is not known yet. */
  readonly shown = this.now.asReadonly();
  /** What has come about of the story, the newest first. */
  readonly story = this.told.asReadonly();
  readonly isPresenting = computed(() => this.target() !== null);
  /** This learner works on their own for now. */
  readonly isAside = this.aside.asReadonly();
  readonly isLineUp = this.up.asReadonly();
  /** The page that the room is at; `null`: nothing is presented. */
  readonly target = computed(() => {
    const { slide, page } = this.now() ?? { slide: null, page: null };
    return page ?? (slide ? ROOM_PATH : null);
  });
  /** Whether this tab is where the room is. */
  readonly isThere = computed(() => this.path() === this.target());
  /** Below the space, without what is asked of it. */
  readonly here = this.path.asReadonly();

  constructor() {
    this.router.events
      .pipe(
        filter((it) => it instanceof NavigationEnd),
        takeUntilDestroyed(),
      )
      .subscribe(({ urlAfterRedirects }) => this.arrive(pathOf(urlAfterRedirects)));
  }

  /** Begins to listen; once a tab. */
  join(window: RoomWindow): void {
    if (this.window !== null) return;
    this.window = window;
    this.aside.set(readAside(this.follower()));
    this.reads = this.beginReads();
    void this.reads.shown.readAnew();
    this.stream = new RoomStream(this.client.streamHref(window), {
      position: (position) => this.hearPosition(position),
      story: (arrived) => this.hearStory(arrived),
      line: (isUp) => this.up.set(isUp),
      sound: () => this.presence.noteFollowing(),
      over: () => this.leaveRoom(),
    });
  }

  leaveRoom(): void {
    this.stream?.closeStream();
    this.stream = null;
    this.reads?.shown.endReading();
    this.reads?.story.endReading();
    this.reads = null;
    this.heard = 0;
    this.window = null;
    this.now.set(null);
    this.told.set([]);
    this.mode.pause(false);
  }

  /** Steps out of what the room does, until one comes back. */
  stepAside(): void {
    storeAside(this.follower(), true);
    this.aside.set(true);
  }

  async comeBack(): Promise<void> {
    storeAside(this.follower(), false);
    this.aside.set(false);
    await this.goAlong();
  }

  /** Changes what the room sees, from what is shown now; `null`: done. */
  async present(asked: Omit<Present, 'after'>): Promise<Problem | null> {
    const answer = await this.client.present({ ...asked, after: this.now()?.position ?? 0 });
    if (answer.ok) this.takeShown(answer.value);
    // Somebody else was quicker: what they show is shown here.
    else if (answer.problem.code === 'changed-elsewhere') await this.reads?.shown.readAnew();
    return answer.ok ? null : answer.problem;
  }

  /** A learner who goes somewhere by themselves works on their own from there on. */
  private arrive(path: string): void {
    const isTaken = this.going > 0 || this.target() === null || path === this.target();
    this.path.set(path);
    if (this.window === 'learning' && !isTaken && !this.aside()) this.stepAside();
  }

  private hearPosition(position: number): void {
    this.heard = position;
    if (position !== this.now()?.position) void this.reads?.shown.readAnew();
  }

  private hearStory(arrived: number): void {
    this.arrivals.heard = arrived;
    if (arrived !== this.told().length) void this.reads?.story.readAnew();
  }

  private beginReads(): RoomReads {
    this.arrivals = { heard: 0, read: 0 };
    return {
      shown: new LatestRead({
        readNewest: () => this.client.readShown(),
        takeNewest: (shown) => this.takeShown(shown),
        isBehind: () => this.heard > (this.now()?.position ?? 0),
      }),
      story: new LatestRead({
        readNewest: () => {
          this.arrivals.read = this.arrivals.heard;
          return this.client.readStory();
        },
        takeNewest: ({ arrived }) => this.told.set(arrived),
        // What arrives need not be told: how many there are to read says nothing.
        isBehind: () => this.arrivals.heard !== this.arrivals.read,
      }),
    };
  }

  private takeShown(shown: Presentation): void {
    if (this.window === null || shown.position < (this.now()?.position ?? 0)) return;
    this.now.set(shown);
    this.mode.pause(this.window === 'learning' && shown.isPaused);
    void this.goAlong();
  }

  /** To where the room is. Who is in the middle of a sentence is not torn out of it: they are told, and come when they like. */
  private async goAlong(): Promise<void> {
    const target = this.target();
    if (this.window === 'leading' || target === null || target === pathOf(this.router.url)) return;
    if (this.window === 'learning' && this.aside()) return;
    if (this.window === 'learning' && this.isTyping()) return this.stepAside();
    this.going++;
    try {
      await this.unsent.settleUnsent('leaving');
      await this.router.navigateByUrl(target);
    } finally {
      this.going--;
    }
  }

  private follower(): Follower {
    return { base: this.base, accountId: this.session.account()?.id ?? '' };
  }

  private isTyping(): boolean {
    return this.document.activeElement?.matches('textarea, input:not([type]), input[type="text"]') === true;
  }
}

const pathOf = (url: string): string => url.split(/[?#]/)[0] ?? '';
