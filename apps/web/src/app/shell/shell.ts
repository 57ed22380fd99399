import { ApplicationRef, Component, computed, inject } from '@angular/core';
import { RouterOutlet } from '@angular/router';
import { Banner, Language } from '@repere/ui';
import { Lock } from '../access/lock';
import { LockView } from '../access/lock-view';
import { Session } from '../access/session';
import { Appearance } from './appearance';
import { Arrival } from './arrival';
import { BottomBar } from './bottom-bar';
import { Concealed } from './concealed';
import { Curtain } from './curtain';
import { CurtainView } from './curtain-view';
import { TopBar } from './top-bar';

/** What stands around every page, and what can stand in front of it: the curtain and the lock. */
@Component({
  selector: 'app-root',
  imports: [Banner, BottomBar, Concealed, CurtainView, LockView, RouterOutlet, TopBar],
  templateUrl: './shell.html',
  styleUrl: './shell.scss',
  host: { '(document:keydown)': 'hear($event)' },
})
export class Shell {
  private readonly session = inject(Session);
  private readonly lock = inject(Lock);
  private readonly curtain = inject(Curtain);
  private readonly app = inject(ApplicationRef);
  protected readonly t = inject(Language).t;

  protected readonly fiction = this.session.fiction;
  protected readonly spaceTitle = computed(() => this.session.about()?.space.title ?? '');
  protected readonly isSignedIn = computed(() => this.session.account() !== null);
  protected readonly isCurtained = this.curtain.isDrawn;
  protected readonly isLocked = this.lock.isShut;

  constructor() {
    // Both have to listen from the first navigation on.
    inject(Arrival);
    inject(Appearance);
  }

  protected hear(event: KeyboardEvent): void {
    if (this.isSignedIn()) this.curtain.hear(event);
  }

  /** Fills a new page in before the next frame; painted without its words it would jump. */
  protected draw(): void {
    queueMicrotask(() => {
      if (!this.app.destroyed) this.app.tick();
    });
  }

  protected skip(event: Event): void {
    event.preventDefault();
    document.querySelector<HTMLElement>('main h1')?.focus();
  }
}
