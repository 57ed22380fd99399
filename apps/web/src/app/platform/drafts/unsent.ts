import { DestroyRef, Injectable, inject } from '@angular/core';

/** The page is locked and stays, or it is left for good. */
export type Parting = 'locking' | 'leaving';
type Save = (when: Parting) => Promise<unknown>;

/** Long enough for a save, too short to be noticed as waiting. */
const PATIENCE = 2_000;

/** What open pages still have to bring to the server before the session is locked or left. */
@Injectable({ providedIn: 'root' })
export class Unsent {
  private readonly saves = new Set<Save>();

  /** Call it where a page is made: it is forgotten with the page. */
  watch(save: Save): void {
    this.saves.add(save);
    inject(DestroyRef).onDestroy(() => this.saves.delete(save));
  }

  /** Saves all of it, or gives up after two seconds: what has not arrived stays in memory. */
  async settleUnsent(when: Parting): Promise<void> {
    const all = Promise.allSettled([...this.saves].map((save) => save(when)));
    let waits: ReturnType<typeof setTimeout> | undefined;
    await Promise.race([all, new Promise((resolve) => (waits = setTimeout(resolve, PATIENCE)))]);
    clearTimeout(waits);
  }
}
