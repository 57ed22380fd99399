import { DestroyRef, DOCUMENT, effect, inject } from '@angular/core';
import { SpaceTime } from '@repere/ui';
import type { CaseSession } from './case-session';

/** Looked at again within this time, a page is not asked for anew: each look is recorded. */
const FRESH_MS = 60_000;
/** Longer than a browser's timer can be asked to wait. */
const LONGEST_MS = 24 * 3_600_000;

/**
 * Shows a case as it is now for as long as its page is open: at the moment when time alone changes something, at the end of the
 * day, and when somebody comes back to the tab. While nobody looks, nothing is read. In the constructor of a page.
 */
export function stayCurrent(session: CaseSession): void {
  const document = inject(DOCUMENT);
  const time = inject(SpaceTime);
  let shownAt = time.now();
  let isOld = false;
  const refresh = (): void => {
    isOld = false;
    shownAt = time.now();
    void session.refresh();
  };

  effect((onCleanup) => {
    const state = session.caseFile()?.state;
    if (!state) return;
    shownAt = time.now();
    const next = Math.min(state.nextChangeAt ?? Infinity, state.days.endOfToday + 1);
    const timer = setTimeout(
      () => {
        isOld = true;
        if (document.visibilityState === 'visible') refresh();
      },
      Math.min(Math.max(next - shownAt, FRESH_MS), LONGEST_MS),
    );
    onCleanup(() => {
      clearTimeout(timer);
    });
  });

  const comeBack = (): void => {
    const isDue = isOld || time.now() - shownAt > FRESH_MS;
    if (document.visibilityState === 'visible' && session.caseFile() && isDue) refresh();
  };
  document.addEventListener('visibilitychange', comeBack);
  inject(DestroyRef).onDestroy(() => {
    document.removeEventListener('visibilitychange', comeBack);
  });
}
