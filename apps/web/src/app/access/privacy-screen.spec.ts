import { TestBed } from '@angular/core/testing';
import { about, session } from '../../testing/fake-lists';
import { prepare, sent } from '../../testing/open-page';
import { Lock } from './lock';
import { Session } from './session';
import { PrivacyScreen } from './privacy-screen';

const key = (name: string, timeStamp: number, repeat = false) =>
  Object.defineProperty(new KeyboardEvent('keydown', { key: name, repeat }), 'timeStamp', {
    value: timeStamp,
  });

describe('PrivacyScreen', () => {
  async function hear(...events: KeyboardEvent[]) {
    await prepare();
    const privacyScreen = TestBed.inject(PrivacyScreen);
    for (const event of events) privacyScreen.noteInput(event);
    return privacyScreen;
  }

  it('falls on two Escapes in a row, and rises without loss', async () => {
    const privacyScreen = await hear(key('Escape', 1000), key('Escape', 1300));
    expect(privacyScreen.isDrawn()).toBe(true);
    privacyScreen.liftScreen();
    expect(privacyScreen.isDrawn()).toBe(false);
  });

  it('locks on two more: what is behind needs a sign-in', async () => {
    const api = await prepare();
    const begun = TestBed.inject(Session).beginSession();
    (await sent(api, 'GET', '/api/about')).flush(about());
    (await sent(api, 'GET', '/api/session')).flush(session('caseworker'));
    await begun;
    const privacyScreen = TestBed.inject(PrivacyScreen);
    const lock = TestBed.inject(Lock);
    for (const time of [1000, 1300, 1400]) privacyScreen.noteInput(key('Escape', time));
    expect([privacyScreen.isDrawn(), lock.isShut()]).toEqual([true, false]);
    privacyScreen.noteInput(key('Escape', 1500));
    expect([privacyScreen.isDrawn(), lock.reason()]).toEqual([false, 'asked']);
    expect((await sent(api, 'POST', '/api/session/lock')).request.body).toEqual({ id: 's1' });
  });

  it.each([
    ['one Escape', [key('Escape', 1000)]],
    ['one Escape right after loading', [key('Escape', 300)]],
    ['two slow ones', [key('Escape', 1000), key('Escape', 1700)]],
    ['another key between', [key('Escape', 1000), key('a', 1100), key('Escape', 1200)]],
    ['a key held down', [key('Escape', 1000), key('Escape', 1100, true)]],
  ])('stays open on %s', async (_, events) => {
    expect((await hear(...events)).isDrawn()).toBe(false);
  });
});
