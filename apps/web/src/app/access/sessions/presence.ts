import { machineNow } from '@repere/ui';
import { DestroyRef, Injectable, effect, inject, signal, untracked } from '@angular/core';
import type { Session as SignedIn, SessionTimes } from '@repere/contract';
import { AccessClient } from '../access-client';
import { Lock, type LockReason } from '../lock';
import { Session } from '../session';
import { Tabs, type TabWord } from './tabs';
import { Unsent } from '../../platform/drafts/unsent';

/** How long before the end it is announced. */
const NOTICE = 120_000;
/** The server learns of input this often at most. */
const TOUCH = 30_000;
/** Keys fast in a row are one. */
const BLINK = 1_000;
const RETRY = 10_000;

/** What a person does, and no script: focus is moved by pages as well. */
const INPUT = ['keydown', 'pointerdown', 'wheel', 'touchmove', 'input', 'click'] as const;

/** The end that comes first; `at`: epoch milliseconds of this machine. */
export interface NearEnd {
  readonly why: 'idle' | 'absolute';
  readonly at: number;
}

/**
 * Whether somebody is there. Input, in whichever tab, keeps the session alive, and in a training space a class that is followed; nothing
 * else does. Announces its end, then locks
 * the page where it stands. The machine's clock is asked anew at each look: timers sleep with it.
 */
@Injectable({ providedIn: 'root' })
export class Presence {
  private readonly client = inject(AccessClient);
  private readonly session = inject(Session);
  private readonly lockOfPage = inject(Lock);
  private readonly tabs = inject(Tabs);
  private readonly unsent = inject(Unsent);
  private readonly near = signal<NearEnd | null>(null);

  private idleFor = 0;
  private idleEnd = 0;
  private end = 0;
  private lastInput = 0;
  private lastTouch = 0;
  private nextCheck: ReturnType<typeof setTimeout> | undefined;
  private nextTouch: ReturnType<typeof setTimeout> | undefined;

  /** The end that is less than two minutes away, or `null`. */
  readonly nearEnd = this.near.asReadonly();

  constructor() {
    effect(() => {
      const session = this.session.current();
      if (session && !this.lockOfPage.isShut()) untracked(() => this.beginPresence(session));
    });
    const listens = new AbortController();
    const options = { capture: true, passive: true, signal: listens.signal };
    for (const type of INPUT)
      document.addEventListener(type, ({ isTrusted }) => isTrusted && this.noteInput(), options);
    document.addEventListener('visibilitychange', () => this.checkClock(), options);
    // A page that Back brings out of the browser's memory.
    addEventListener('pageshow', ({ persisted }) => persisted && location.reload(), options);
    this.tabs.listenToTabs((word) => this.hearTab(word));
    inject(DestroyRef).onDestroy(() => {
      listens.abort();
      this.stopPresence();
    });
  }

  /** Somebody is there. Too late, it locks as time alone would have done. */
  noteInput(): void {
    const now = machineNow();
    if (!this.isOpen() || (now - this.lastInput < BLINK && !this.near())) return;
    if (now < this.idleEnd) {
      this.lastInput = now;
      this.idleEnd = now + this.idleFor;
      this.tabs.notifyTabs({ kind: 'input', idleEnd: this.idleEnd });
      this.planTouch(now);
    }
    this.checkClock();
  }

  /**
   * Something was heard of the class that this page follows: whoever watches it presses nothing, and is there. In a training space alone,
   * where nothing real is behind the lock; a live space has no class. It says so once in a while: sixty screens hear the same beat.
   */
  noteFollowing(): void {
    if (this.session.fiction() !== 'training') return;
    if (this.idleEnd - machineNow() < this.idleFor / 2) this.noteInput();
  }

  /** Takes the page away at once and ends the session, so that reloading brings nothing back. */
  async lock(reason: 'asked' | NearEnd['why']): Promise<void> {
    const id = this.session.current()?.id;
    if (!id || !this.isOpen()) return;
    this.shut(reason);
    this.tabs.notifyTabs({ kind: 'locked', reason });
    await this.unsent.settleUnsent('locking');
    await this.endOnServer(id);
  }

  private beginPresence(session: SignedIn): void {
    this.idleFor = session.idleSeconds * 1000;
    this.idleEnd = machineNow() + leftOf(session, session.idleUntil);
    this.lastTouch = this.idleEnd - this.idleFor;
    this.follow(session);
  }

  private follow(times: SessionTimes): void {
    this.end = machineNow() + leftOf(times, times.until);
    this.checkClock();
  }

  /** What the clock says now: nothing, that the end is near, or that it has come. */
  private checkClock(): void {
    clearTimeout(this.nextCheck);
    if (!this.isOpen()) return;
    const now = machineNow();
    const why = this.end <= this.idleEnd ? 'absolute' : 'idle';
    const at = Math.min(this.end, this.idleEnd);
    if (now >= at) return void this.lock(why);
    const notice = at - NOTICE;
    const isNear = now >= notice;
    const before = this.near();
    if (!isNear) this.near.set(null);
    else if (before?.at !== at) this.near.set({ why, at });
    this.nextCheck = setTimeout(() => this.checkClock(), (isNear ? at : notice) - now);
  }

  private planTouch(now: number): void {
    if (this.nextTouch !== undefined) return;
    this.nextTouch = setTimeout(() => void this.touch(), Math.max(0, this.lastTouch + TOUCH - now));
  }

  private async touch(): Promise<void> {
    this.nextTouch = undefined;
    if (!this.isOpen()) return;
    this.lastTouch = machineNow();
    const answer = await this.client.touch();
    // Nobody answers: one may be out in the street, and goes on.
    if (answer.ok) this.follow(answer.value);
    else if (answer.problem.status === 401) this.shut('ended');
  }

  private hearTab(word: TabWord): void {
    switch (word.kind) {
      case 'input':
        if (word.idleEnd > this.idleEnd) this.idleEnd = Math.min(word.idleEnd, machineNow() + this.idleFor);
        return this.checkClock();
      case 'locked':
        return this.isOpen() ? this.shut(word.reason) : undefined;
      case 'opened':
        return void this.session.enterElsewhere();
      case 'here':
        return this.lockOfPage.isShut() ? void this.session.enterElsewhere() : undefined;
      case 'left':
        return this.session.account() ? this.session.leaveSession() : undefined;
      case 'fled':
        return void this.lock('asked');
    }
  }

  private shut(reason: LockReason): void {
    this.stopPresence();
    this.near.set(null);
    this.lockOfPage.shut(reason);
  }

  private async endOnServer(id: string): Promise<void> {
    const answer = await this.client.lock(id);
    if (answer.ok || answer.problem.code !== 'unreachable') return;
    setTimeout(() => {
      if (this.lockOfPage.isShut()) void this.endOnServer(id);
    }, RETRY);
  }

  private isOpen(): boolean {
    return this.session.account() !== null && !this.lockOfPage.isShut();
  }

  private stopPresence(): void {
    clearTimeout(this.nextCheck);
    clearTimeout(this.nextTouch);
    this.nextTouch = undefined;
  }
}

const leftOf = ({ now }: SessionTimes, until: string): number => Date.parse(until) - Date.parse(now);
