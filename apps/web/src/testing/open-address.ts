import type { HttpTestingController } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { RouterTestingHarness } from '@angular/router/testing';
import { Language } from '@repere/ui';
import { Session } from '../app/access/session';
import { about, session } from './fake-lists';
import { sent } from './open-page';
import { settled } from './settled';

/**
 * Goes, as somebody without any role, to an address by the app's own routes and answers what its pages ask for, by path. Gives the page's element once
 * all has been answered. Call `prepare` with the routes first.
 */
export async function openAddress(
  api: HttpTestingController,
  address: string,
  answers: Readonly<Record<string, object>>,
): Promise<{ readonly page: HTMLElement; readonly harness: RouterTestingHarness }> {
  const language = TestBed.inject(Language).current();
  const signedIn = session();
  const begun = TestBed.inject(Session).beginSession();
  (await sent(api, 'GET', '/api/about')).flush(about());
  (await sent(api, 'GET', '/api/session')).flush({ ...signedIn, account: { ...signedIn.account, language } });
  await begun;
  const harness = await RouterTestingHarness.create();
  const arriving = harness.navigateByUrl(address);
  for (const [path, answer] of Object.entries(answers)) {
    (await sent(api, 'GET', `/api${path}`)).flush(answer);
    await settled();
  }
  await arriving;
  await settled();
  await harness.fixture.whenStable();
  const page: HTMLElement = harness.fixture.nativeElement;
  document.body.append(page);
  return { page, harness };
}

/** What an element says, with one space between any two pieces. */
export function textOf(element: Element | null | undefined): string {
  const pieces: string[] = [];
  if (element) {
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) pieces.push(walker.currentNode.textContent ?? '');
  }
  return pieces.join(' ').replace(/\s+/g, ' ').trim();
}
