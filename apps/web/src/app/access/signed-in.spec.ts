import { TestBed } from '@angular/core/testing';
import { Router } from '@angular/router';
import { about, session } from '../../testing/fake-lists';
import { prepare, sent } from '../../testing/open-page';
import { Session } from './session';
import { signedIn } from './signed-in';

async function goTo(url: string, mustEnrol: boolean | null): Promise<string> {
  const api = await prepare('fr', [
    { path: 'dossiers', canActivate: [signedIn], children: [] },
    { path: 'seconde-preuve', canActivate: [signedIn], children: [] },
    { path: 'connexion', children: [] },
  ]);
  const begun = TestBed.inject(Session).beginSession();
  (await sent(api, 'GET', '/api/about')).flush(about());
  const asked = await sent(api, 'GET', '/api/session');
  if (mustEnrol === null)
    asked.flush(
      { type: 'about:blank', title: 'x', code: 'unauthenticated', status: 401 },
      { status: 401, statusText: '' },
    );
  else asked.flush({ ...session('caseworker'), mustEnrol });
  await begun;
  await TestBed.inject(Router).navigateByUrl(url);
  return TestBed.inject(Router).url;
}

describe('the way to a page', () => {
  it('is open to who is signed in', async () => {
    expect(await goTo('/dossiers?late=1', false)).toBe('/dossiers?late=1');
  });

  it('leads others to sign in first', async () => {
    expect(await goTo('/dossiers', null)).toBe('/connexion?puis=%2Fdossiers');
  });

  it('leads to the second factor whoever has to set one up, and there alone', async () => {
    expect(await goTo('/dossiers', true)).toBe('/seconde-preuve?puis=%2Fdossiers');
    TestBed.resetTestingModule();
    expect(await goTo('/seconde-preuve', true)).toBe('/seconde-preuve');
  });
});
