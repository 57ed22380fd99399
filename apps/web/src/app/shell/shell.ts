import { ApplicationRef, Component, computed, effect, inject } from '@angular/core';
import { RouterOutlet } from '@angular/router';
import { Language } from '@repere/ui';
import { Banner } from '@repere/ui/feedback';
import { StepUp } from '../access/factors/step-up';
import { StepUpDialog } from '../access/factors/step-up-dialog';
import { formatRoles } from '../access/format-roles';
import { Lock } from '../access/lock';
import { LockView } from '../access/lock-view';
import { Session } from '../access/session';
import { ProjectedBar } from '../access/play/room/projected-bar';
import { ScreenMode } from '../access/play/room/screen-mode';
import { TrainingBar } from '../access/play/training-bar';
import { IdleNotice } from '../access/sessions/idle-notice';
import { Appearance } from './appearance';
import { NavigationStateStore } from '../platform/navigation-state-store';
import { BottomBar } from './bottom-bar';
import { Concealed } from './concealed';
import { PrivacyScreen } from '../access/privacy-screen';
import { PrivacyScreenView } from './privacy-screen-view';
import { PageTitle } from '../platform/pages/page-title';
import { TopBar } from './top-bar';

/** What stands around every page, and what can stand in front of it: the privacy screen and the lock. */
@Component({
  selector: 'app-root',
  imports: [
    Banner,
    BottomBar,
    Concealed,
    PrivacyScreenView,
    IdleNotice,
    LockView,
    ProjectedBar,
    RouterOutlet,
    StepUpDialog,
    TopBar,
    TrainingBar,
  ],
  templateUrl: './shell.html',
  styleUrl: './shell.scss',
  host: { '(document:keydown)': 'hearEvent($event)' },
})
export class Shell {
  private readonly session = inject(Session);
  private readonly lock = inject(Lock);
  private readonly privacyScreen = inject(PrivacyScreen);
  private readonly app = inject(ApplicationRef);
  protected readonly t = inject(Language).t;

  protected readonly fiction = this.session.fiction;
  protected readonly spaceTitle = computed(() => this.session.about()?.space.title ?? '');
  /** In a training space nobody is who they are. */
  protected readonly played = computed(() => {
    const account = this.fiction() === 'training' ? this.session.account() : null;
    return account && { name: account.name, role: formatRoles(account.roles, this.t) };
  });
  protected readonly isSignedIn = computed(() => this.session.account() !== null);
  protected readonly isConcealed = this.privacyScreen.isDrawn;
  protected readonly isLocked = this.lock.isShut;
  protected readonly mode = inject(ScreenMode);
  protected readonly isStepUpAsked = inject(StepUp).isAsked;

  constructor() {
    // Both have to listen from the first navigation on.
    inject(NavigationStateStore);
    inject(Appearance);
    const title = inject(PageTitle);
    effect(() => title.markFictional(this.fiction() === 'training'));
    effect(() => title.hide(this.isConcealed() || this.isLocked()));
  }

  protected hearEvent(event: KeyboardEvent): void {
    if (this.isSignedIn() && !this.isLocked()) this.privacyScreen.noteInput(event);
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
