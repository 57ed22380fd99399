import type { HttpTestingController } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { BroadcastChannel } from 'node:worker_threads';
import { about, session } from '../../../testing/fake-lists';
import { prepare, sent } from '../../../testing/open-page';
import { Lock } from '../lock';
import { Session } from '../session';
import { Presence } from './presence';
import type { TabWord } from './tabs';
import { Unsent } from '../../platform/drafts/unsent';

const MINUTE = 60_000;
const START = Date.parse('2026-03-12T13:45:00Z');
const unauthenticated = { status: 401, statusText: '' };

/** Time passes by the clock of jest; promises are left to run between. */
async function pass(minutes: number): Promise<void> {
  TestBed.tick();
  await jest.advanceTimersByTimeAsync(minutes * MINUTE);
  TestBed.tick();
}

/** A word between two channels of nobody else: channels hear in the order in which was spoken. */
function toAndFro(): Promise<void> {
  const [here, there] = [new BroadcastChannel('of the test'), new BroadcastChannel('of the test')];
  return new Promise((heard) => {
    there.onmessage = () => {
      here.close();
      there.close();
      heard();
    };
    here.postMessage(null);
  });
}

const lockRequests = (api: HttpTestingController) => api.match(({ url }) => url === '/api/session/lock');
const touches = (api: HttpTestingController) => api.match(({ url }) => url === '/api/session/activity');

async function signedIn(
  change: Partial<ReturnType<typeof session>> = {},
  kind: 'live' | 'training' = 'live',
) {
  const api = await prepare();
  const begun = TestBed.inject(Session).beginSession();
  const place = about();
  (await sent(api, 'GET', '/api/about')).flush({ ...place, space: { ...place.space, kind } });
  (await sent(api, 'GET', '/api/session')).flush({ ...session('caseworker'), ...change });
  await begun;
  jest.useFakeTimers({ now: START, doNotFake: ['queueMicrotask', 'nextTick'] });
  const presence = TestBed.inject(Presence);
  TestBed.tick();
  return { api, presence, lock: TestBed.inject(Lock) };
}

describe('Presence', () => {
  const elsewhere: BroadcastChannel[] = [];
  beforeEach(() => Object.assign(globalThis, { BroadcastChannel }));
  afterEach(() => {
    jest.useRealTimers();
    for (const channel of elsewhere.splice(0)) channel.close();
    Reflect.deleteProperty(globalThis, 'BroadcastChannel');
  });
  /** What another tab hears, and says. */
  const otherTab = () => {
    const channel = new BroadcastChannel('repere /');
    const heard: unknown[] = [];
    channel.onmessage = (message) => heard.push((message as unknown as { readonly data: unknown }).data);
    elsewhere.push(channel);
    return { heard, say: (word: TabWord) => channel.postMessage(word) };
  };
  /** What was said before is heard, what that made somebody say as well. */
  const delivered = async () => {
    for (const _way of ['there', 'back', 'and once more']) {
      await toAndFro();
      TestBed.tick();
    }
  };

  it('announces the end two minutes before, then locks and tells the server which session', async () => {
    const { api, presence, lock } = await signedIn();
    await pass(12.9);
    expect(presence.nearEnd()).toBeNull();
    await pass(0.2);
    expect(presence.nearEnd()).toEqual({ why: 'idle', at: START + 15 * MINUTE });
    await pass(2);
    expect(lock.reason()).toBe('idle');
    expect(presence.nearEnd()).toBeNull();
    expect(lockRequests(api).map(({ request }) => request.body as unknown)).toEqual([{ id: 's1' }]);
  });

  it('goes on with any input, and says so to the server once in a while', async () => {
    const { api, presence, lock } = await signedIn();
    await pass(14);
    presence.noteInput();
    await pass(0.01);
    expect(presence.nearEnd()).toBeNull();
    expect(touches(api)).toHaveLength(1);
    for (let key = 0; key < 20; key++) {
      await pass(0.02);
      presence.noteInput();
    }
    expect(touches(api)).toHaveLength(0);
    // The last of them isn't forgotten.
    await pass(0.5);
    expect(touches(api)).toHaveLength(1);
    await pass(13);
    expect(lock.isShut()).toBe(false);
    await pass(2);
    expect(lock.reason()).toBe('idle');
  });

  /** What a class that goes on says to each of its screens: a beat four times a minute. */
  const follow = async (presence: Presence, minutes: number) => {
    for (let beat = 0; beat < minutes * 4; beat++) {
      await pass(0.25);
      presence.noteFollowing();
    }
  };

  it('is there while it follows a class of a training space, and tells the server now and then', async () => {
    const { api, presence, lock } = await signedIn({}, 'training');
    await follow(presence, 60);
    expect([lock.isShut(), presence.nearEnd()]).toEqual([false, null]);
    // Sixty screens hear every beat: none of them says so each time.
    expect(touches(api).length).toBeGreaterThan(5);
    await pass(0.6);
    expect(touches(api).length).toBeLessThan(10);
    // Nothing is heard of the class any more: as anywhere.
    await pass(15);
    expect(lock.reason()).toBe('idle');
  });

  it('is not kept open by any class in a live space', async () => {
    const { api, presence, lock } = await signedIn({}, 'live');
    await follow(presence, 14.75);
    expect(presence.nearEnd()).toEqual({ why: 'idle', at: START + 15 * MINUTE });
    await follow(presence, 1);
    expect(lock.reason()).toBe('idle');
    expect(touches(api)).toHaveLength(0);
  });

  it('follows no class past the end of the day', async () => {
    const { presence, lock } = await signedIn({ until: '2026-03-12T14:45:00Z' }, 'training');
    await follow(presence, 61);
    expect(lock.reason()).toBe('absolute');
  });

  it('locks when it wakes too late, whatever the class says', async () => {
    const { presence, lock } = await signedIn({}, 'training');
    jest.setSystemTime(START + 16 * MINUTE);
    presence.noteFollowing();
    expect(lock.reason()).toBe('idle');
  });

  it('takes no script for a person', async () => {
    const { presence, lock } = await signedIn();
    await pass(14);
    for (const type of ['keydown', 'click', 'input', 'focusin'])
      document.body.dispatchEvent(new Event(type, { bubbles: true }));
    await pass(0.1);
    expect(presence.nearEnd()).not.toBeNull();
    await pass(1);
    expect(lock.isShut()).toBe(true);
  });

  it('sleeps with the machine and locks when both wake up, whoever presses a key first', async () => {
    const { presence, lock } = await signedIn();
    jest.setSystemTime(START + 9 * 60 * MINUTE);
    presence.noteInput();
    expect(lock.isShut()).toBe(true);
  });

  it('ends the day after eight hours, which no input puts off', async () => {
    const { presence, lock } = await signedIn({
      now: '2026-03-12T14:50:00Z',
      idleUntil: '2026-03-12T15:00:00Z',
      until: '2026-03-12T15:00:00Z',
    });
    await pass(8.1);
    presence.noteInput();
    await pass(0.01);
    expect(presence.nearEnd()?.why).toBe('absolute');
    await pass(1);
    presence.noteInput();
    await pass(1);
    expect(lock.reason()).toBe('absolute');
  });

  it('trusts the server’s time, not this machine’s', async () => {
    const { lock } = await signedIn({
      now: '1999-01-01T00:00:00Z',
      idleUntil: '1999-01-01T00:01:00Z',
      until: '1999-01-01T08:00:00Z',
    });
    await pass(0.9);
    expect(lock.isShut()).toBe(false);
    await pass(0.2);
    expect(lock.isShut()).toBe(true);
  });

  it('goes on without the server while somebody writes, as out in the street', async () => {
    const { api, presence, lock } = await signedIn();
    for (let minute = 0; minute < 30; minute++) {
      await pass(1);
      presence.noteInput();
      await pass(0.001);
      for (const touch of touches(api)) touch.error(new ProgressEvent('error'));
    }
    expect(lock.isShut()).toBe(false);
  });

  it('locks when the server says that the session has ended', async () => {
    const { api, presence, lock } = await signedIn();
    await pass(1);
    presence.noteInput();
    await pass(0.01);
    for (const touch of touches(api))
      touch.flush({ type: 'about:blank', title: 'x', code: 'unauthenticated', status: 401 }, unauthenticated);
    await pass(0.01);
    expect(lock.reason()).toBe('ended');
    expect(lockRequests(api)).toHaveLength(0);
  });

  it('locked by hand: the page goes first, what is unsent is saved, then the session ends', async () => {
    const { api, presence, lock } = await signedIn();
    let save = (): void => undefined;
    TestBed.runInInjectionContext(() =>
      TestBed.inject(Unsent).watch(() => new Promise<void>((resolve) => (save = resolve))),
    );
    const locked = presence.lock('asked');
    expect(lock.reason()).toBe('asked');
    await pass(0.01);
    expect(lockRequests(api)).toHaveLength(0);
    save();
    await pass(0.001);
    const [request] = lockRequests(api);
    request?.flush(null, { status: 204, statusText: '' });
    await locked;
  });

  it('does not wait for a save that does not come', async () => {
    const { api, presence } = await signedIn();
    TestBed.runInInjectionContext(() => TestBed.inject(Unsent).watch(() => new Promise(() => undefined)));
    void presence.lock('asked');
    await pass(0.05);
    expect(lockRequests(api)).toHaveLength(1);
  });

  it('tries to end the session until the server hears it, but never one that was opened after', async () => {
    const { api, presence, lock } = await signedIn();
    void presence.lock('asked');
    for (let time = 0; time < 3; time++) {
      await pass(0.2);
      const requests = lockRequests(api);
      expect(requests).toHaveLength(1);
      requests[0]?.error(new ProgressEvent('error'));
    }
    lock.openAgain();
    await pass(1);
    expect(lockRequests(api)).toHaveLength(0);
  });

  it('tells other tabs that somebody is there and that it locks: no name, no account, no place', async () => {
    const { presence } = await signedIn();
    const tab = otherTab();
    presence.noteInput();
    void presence.lock('asked');
    await delivered();
    expect(tab.heard).toEqual([
      { kind: 'input', idleEnd: START + 15 * MINUTE },
      { kind: 'locked', reason: 'asked' },
    ]);
  });

  it('lives as long as somebody is at another tab, and locks with it', async () => {
    const { api, presence, lock } = await signedIn();
    await pass(14);
    expect(presence.nearEnd()).not.toBeNull();
    otherTab().say({ kind: 'input', idleEnd: START + 20 * MINUTE });
    await delivered();
    expect(presence.nearEnd()).toBeNull();
    otherTab().say({ kind: 'locked', reason: 'idle' });
    await delivered();
    expect(lock.reason()).toBe('idle');
    // The tab that locked has told the server.
    expect(lockRequests(api)).toHaveLength(0);
  });

  it('locks, and ends its session, when somebody runs from a page that is shown to children', async () => {
    const { api, lock } = await signedIn();
    const channel = new BroadcastChannel('repere-exit');
    elsewhere.push(channel);
    channel.postMessage('left');
    await delivered();
    expect(lock.reason()).toBe('asked');
    await pass(0.05);
    expect(lockRequests(api).map(({ request }) => request.body as unknown)).toEqual([{ id: 's1' }]);
  });

  it('opens with another tab for the same person alone', async () => {
    const { api, lock } = await signedIn();
    jest.useRealTimers();
    lock.shut('idle');
    otherTab().say({ kind: 'opened' });
    const refused = await sent(api, 'GET', '/api/session');
    expect(refused.request.headers.get('X-Repere-Account')).toBe('a1');
    refused.flush({ type: 'about:blank', title: 'x', code: 'unauthenticated', status: 401 }, unauthenticated);
    await delivered();
    expect(lock.isShut()).toBe(true);
    otherTab().say({ kind: 'opened' });
    (await sent(api, 'GET', '/api/session')).flush(session('caseworker'));
    await delivered();
    expect(lock.isShut()).toBe(false);
  });

  it('opens with a page that came up signed in elsewhere: back from a provider', async () => {
    const { api, lock } = await signedIn();
    jest.useRealTimers();
    otherTab().say({ kind: 'here' });
    await delivered();
    // An open page has no reason to ask.
    api.expectNone('/api/session');
    lock.shut('idle');
    otherTab().say({ kind: 'here' });
    (await sent(api, 'GET', '/api/session')).flush(session('caseworker'));
    await delivered();
    expect(lock.isShut()).toBe(false);
  });

  it('locks a page that somebody else’s sign-in has taken over', async () => {
    const { api, lock } = await signedIn();
    jest.useRealTimers();
    otherTab().say({ kind: 'opened' });
    (await sent(api, 'GET', '/api/session')).flush(
      { type: 'about:blank', title: 'x', code: 'unauthenticated', status: 401 },
      unauthenticated,
    );
    await delivered();
    expect(lock.reason()).toBe('ended');
  });

  it.each([null, 'x', { kind: 'input' }, { kind: 'locked', reason: 'x' }, { kind: 'x' }])(
    'is not confused by %p',
    async (word) => {
      const { presence, lock } = await signedIn();
      otherTab().say(word as TabWord);
      await delivered();
      expect([lock.isShut(), presence.nearEnd()]).toEqual([false, null]);
    },
  );
});
