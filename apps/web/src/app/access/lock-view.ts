import { APP_BASE_HREF } from '@angular/common';
import { Component, ElementRef, afterNextRender, computed, inject, viewChild } from '@angular/core';
import { Language } from '@repere/ui';
import { Lock } from './lock';
import { PlaceAgain } from './play/place-again';
import { Session } from './session';
import { SignInForm } from './sign-in-form';

/** What stands in place of the page when the session has ended: sign in again and go on where one was. */
@Component({
  selector: 'app-lock-view',
  imports: [PlaceAgain, SignInForm],
  template: `
    <main class="rp-page">
      <h1 #heading tabindex="-1">{{ t('access.lock.title') }}</h1>
      @if (reason(); as why) {
        <p class="rp-lead">
          {{ t('access.lock.' + why) }} {{ t(isTraining() ? 'access.lock.kept-there' : 'access.lock.kept') }}
        </p>
      }
      @if (isTraining()) {
        <!-- Nobody has a password there: whoever leads plays somebody, whoever learns has their place. -->
        @defer (on immediate) {
          <app-place-again />
        }
        <p>
          <a class="link" [href]="signInPage">{{ t('access.lock.back') }}</a>
        </p>
      } @else {
        <app-sign-in-form [act]="t('access.lock.open')" />
      }
      @if (hasProviders()) {
        <!-- A provider's page would take this one's place, and what is in its memory with it. -->
        <p>
          <a class="link" target="_blank" rel="noopener" [href]="signInPage">{{
            t('access.lock.elsewhere')
          }}</a>
        </p>
      }
      <p>
        <button type="button" class="link" (click)="session.signOut()">{{ t('access.lock.leave') }}</button>
      </p>
    </main>
  `,
  styles: `
    main {
      max-inline-size: 34rem;
      padding-block-start: 12vh;
    }
    p:last-child {
      margin-block-start: 1.5rem;
    }
    .link {
      min-block-size: 44px;
      padding: 0;
      border: 0;
      background: none;
      color: var(--rp-primary);
      font: inherit;
      text-decoration: underline;
      cursor: pointer;
    }
  `,
})
export class LockView {
  protected readonly t = inject(Language).t;
  protected readonly session = inject(Session);
  /** Nothing of whom, nothing of what: the screen may be seen by anyone. */
  protected readonly reason = inject(Lock).reason;
  protected readonly hasProviders = computed(() => (this.session.about()?.providers ?? []).length > 0);
  protected readonly isTraining = computed(() => this.session.about()?.space.kind === 'training');
  protected readonly signInPage = `${inject(APP_BASE_HREF)}connexion`;
  private readonly heading = viewChild.required<ElementRef<HTMLElement>>('heading');

  constructor() {
    afterNextRender(() => this.heading().nativeElement.focus());
  }
}
