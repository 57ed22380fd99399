import { TestBed } from '@angular/core/testing';
import { Language } from '@repere/ui';
import { about, session } from '../../testing/fake-lists';
import { prepare, sent } from '../../testing/open-page';
import { storeLanguage } from '../platform/device-preferences';
import { Session } from './session';

/** Signed in as an account that reads French, on a device where English was chosen and whose page is still French. */
async function begin(kind: 'live' | 'training'): Promise<string> {
  const api = await prepare('fr');
  storeLanguage('en');
  const begun = TestBed.inject(Session).beginSession();
  const shown = about();
  (await sent(api, 'GET', '/api/about')).flush({ ...shown, space: { ...shown.space, kind } });
  (await sent(api, 'GET', '/api/session')).flush(session('caseworker'));
  await begun;
  return TestBed.inject(Language).current();
}

describe('a session', () => {
  afterEach(() => localStorage.clear());

  it('speaks the language of the account', async () => {
    expect(await begin('live')).toBe('fr');
  });

  it('in a training space speaks that of the device, also before its words are there', async () => {
    expect(await begin('training')).toBe('en');
  });
});
