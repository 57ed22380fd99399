import { TestBed } from '@angular/core/testing';

/** Promises that are ready have run, and what they asked to be run next. */
const turn = (): Promise<void> => new Promise((done) => setTimeout(done));

/**
 * Until what is under way has come to the page: promises, what they change, what that starts. Ends when a turn changes
 * nothing any more; no time is waited for, and what a server has not answered stays open.
 */
export async function settled(): Promise<void> {
  for (let before = ''; before !== document.body.innerHTML;) {
    before = document.body.innerHTML;
    await turn();
    TestBed.tick();
    await turn();
  }
}
