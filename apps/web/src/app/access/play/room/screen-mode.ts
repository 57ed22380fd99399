import { DOCUMENT, Injectable, computed, effect, inject, signal } from '@angular/core';
import { Session } from '../../session';

const KEY = 'repere.view';
const PROJECTED = 'projection';

/** What a screen of a class is for, beside its page: it hangs on the wall, or it waits. In a live space neither. */
@Injectable({ providedIn: 'root' })
export class ScreenMode {
  private readonly session = inject(Session);
  private readonly root = inject(DOCUMENT).documentElement;
  private readonly asked = signal(readAsked());
  private readonly paused = signal(false);
  private readonly isTraining = computed(() => this.session.about()?.space.kind === 'training');

  /** Large, in high contrast, without bars; as long as this tab is open. */
  readonly isProjected = computed(() => this.asked() && this.isTraining());
  /** What stands on the page stays, and can't be used. */
  readonly isPaused = computed(() => this.paused() && this.isTraining());

  constructor() {
    effect(() => {
      if (this.isProjected()) this.root.dataset['view'] = 'projected';
      else delete this.root.dataset['view'];
    });
  }

  project(isProjected: boolean): void {
    storeAsked(isProjected);
    this.asked.set(isProjected);
  }

  pause(isPaused: boolean): void {
    this.paused.set(isPaused);
  }
}

function readAsked(): boolean {
  const asked = new URLSearchParams(location.search).get('vue');
  if (asked !== null) storeAsked(asked === PROJECTED);
  try {
    return sessionStorage.getItem(KEY) === PROJECTED;
  } catch {
    return asked === PROJECTED;
  }
}

// A browser may refuse storage: then it lasts as long as the page.
function storeAsked(isProjected: boolean): void {
  try {
    if (isProjected) sessionStorage.setItem(KEY, PROJECTED);
    else sessionStorage.removeItem(KEY);
  } catch {
    return;
  }
}
