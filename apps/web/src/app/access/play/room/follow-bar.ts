import { Component, computed, inject } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Language } from '@repere/ui';
import { Session } from '../../session';
import { Room } from './room';
import { ScreenMode } from './screen-mode';

/** For a learner while something is presented: whether their screen goes along, and what to do while the class waits. */
@Component({
  selector: 'app-follow-bar',
  imports: [MatButton],
  template: `
    <p role="status" class="rp-out-of-sight">{{ said() }}</p>
    @if (isPaused()) {
      <p class="pause" tabindex="-1">
        <strong>{{ t('spaces.room.paused') }}</strong> {{ t('spaces.room.kept') }}
      </p>
    } @else if (room.isPresenting()) {
      @if (room.isAside()) {
        <p>{{ t(room.isThere() ? 'spaces.room.aside' : 'spaces.room.elsewhere') }}</p>
        <button matButton="filled" type="button" (click)="room.comeBack()">
          {{ t('spaces.room.back') }}
        </button>
      } @else {
        <p>{{ t('spaces.room.follows') }}</p>
        <button matButton="outlined" type="button" (click)="room.stepAside()">
          {{ t('spaces.room.step-aside') }}
        </button>
      }
      @if (!room.isLineUp()) {
        <p>{{ t('spaces.room.line-down') }}</p>
      }
    }
  `,
  styles: `
    :host {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: 0.4rem 0.8rem;
    }
    p {
      margin: 0;
    }
    .pause {
      padding: 0.5rem 1rem;
      border: 3px solid var(--rp-on-fiction);
      border-radius: 10px;
      background: var(--rp-fiction);
      color: var(--rp-on-fiction);
      font-size: 1.15rem;
    }
  `,
})
export class FollowBar {
  protected readonly room = inject(Room);
  private readonly session = inject(Session);
  protected readonly t = inject(Language).t;
  protected readonly isPaused = inject(ScreenMode).isPaused;

  /** Aloud when it changes. */
  protected readonly said = computed(() => {
    if (this.isPaused()) return `${this.t('spaces.room.paused')} ${this.t('spaces.room.kept')}`;
    const isAway = this.room.isPresenting() && this.room.isAside() && !this.room.isThere();
    return isAway ? this.t('spaces.room.elsewhere') : '';
  });

  constructor() {
    // Who waits to be signed in has no page to go to.
    if (this.session.account()) this.room.join('learning');
  }
}
