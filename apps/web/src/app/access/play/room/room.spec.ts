import type { HttpTestingController } from '@angular/common/http/testing';
import { Component, type Type } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { Router } from '@angular/router';
import type { Presentation, Slide } from '@repere/contract';
import { screen } from '@testing-library/dom';
import { userEvent } from '@testing-library/user-event';
import { openPage, prepare, sent } from '../../../../testing/open-page';
import { settled } from '../../../../testing/settled';
import { Session } from '../../session';
import { Presence } from '../../sessions/presence';
import { FakeEventSource } from '../testing/fake-event-source';
import { spaceWords } from '../space-words';
import { Language } from '@repere/ui';
import { forgetAside } from './aside';
import { FollowBar } from './follow-bar';
import { LeadBar } from './lead-bar';
import { Room } from './room';
import { ScreenMode } from './screen-mode';

@Component({ template: '' })
class AnyPage {}

const words = (text: string) => ({ fr: text, en: text });
const SLIDE: Slide = {
  ...{ id: 'beat:a', kind: 'beat', title: words('A doubt is voiced'), when: null, told: null, words: null },
  ...{ documents: [], points: [] },
};
const shownAt = (position: number, shown: Partial<Presentation>): Presentation => ({
  ...{ position, slide: null, page: null, isPaused: false, isLeading: false, ...shown },
});

let api: HttpTestingController;
async function open(bar: Type<unknown>, accountId = 'a'): Promise<void> {
  FakeEventSource.install();
  api = await prepare('en', [{ path: '**', component: AnyPage }]);
  Object.defineProperty(TestBed.inject(Session), 'about', { value: () => ({ space: { kind: 'training' } }) });
  Object.defineProperty(TestBed.inject(Session), 'account', { value: () => ({ id: accountId }) });
  await TestBed.inject(Language).useAlso(spaceWords);
  await TestBed.inject(Router).navigateByUrl('/dossiers');
  await openPage(bar);
}
async function show(shown: Presentation): Promise<void> {
  (await sent(api, 'GET', '/api/training/presentation')).flush(shown);
  await settled();
}
async function tell(shown: Presentation): Promise<void> {
  FakeEventSource.opened.at(-1)?.sendEvent('position', String(shown.position));
  await show(shown);
}
const here = (): string => TestBed.inject(Router).url;

describe('a learner’s screen', () => {
  beforeEach(() => sessionStorage.clear());
  afterEach(() => {
    TestBed.inject(Room).leaveRoom();
  });

  it('goes along with the room, steps aside, and comes back in one press', async () => {
    await open(FollowBar);
    await show(shownAt(1, { slide: SLIDE }));
    expect(here()).toBe('/formation/salle');
    await userEvent.click(screen.getByRole('button', { name: 'Work on my own' }));
    await tell(shownAt(2, { page: '/dossiers/a' }));
    expect(here()).toBe('/formation/salle');
    expect(screen.getAllByText('The room is elsewhere. You work on your own.').length).toBeGreaterThan(0);
    await userEvent.click(screen.getByRole('button', { name: 'Join the room again' }));
    await settled();
    expect(here()).toBe('/dossiers/a');
    expect(screen.getByText('Your screen follows the room.')).toBeTruthy();
  });

  it('works on its own for the learner who chose so, and not for the next on this device', async () => {
    const leave = (): void => {
      TestBed.inject(Room).leaveRoom();
      TestBed.resetTestingModule();
      document.body.replaceChildren();
    };
    const comeAs = async (accountId: string): Promise<void> => {
      await open(FollowBar, accountId);
      await show(shownAt(1, { slide: SLIDE }));
    };
    await comeAs('a');
    await userEvent.click(screen.getByRole('button', { name: 'Work on my own' }));
    leave();
    await comeAs('b');
    expect(here()).toBe('/formation/salle');
    expect(screen.getByText('Your screen follows the room.')).toBeTruthy();
    leave();
    await comeAs('a');
    expect(here()).toBe('/dossiers');
    expect(screen.getByRole('button', { name: 'Join the room again' })).toBeTruthy();
    // Who left, or comes in again, goes along.
    leave();
    forgetAside();
    await comeAs('a');
    expect(here()).toBe('/formation/salle');
  });

  it('works on its own once its learner goes elsewhere', async () => {
    await open(FollowBar);
    await show(shownAt(1, { page: '/dossiers/a' }));
    await TestBed.inject(Router).navigateByUrl('/rappels');
    await tell(shownAt(2, { page: '/dossiers/b' }));
    expect(here()).toBe('/rappels');
    expect(screen.getByRole('button', { name: 'Join the room again' })).toBeTruthy();
  });

  it('is not torn out of a sentence', async () => {
    await open(FollowBar);
    await show(shownAt(0, {}));
    const field = document.createElement('textarea');
    document.body.append(field);
    field.focus();
    await tell(shownAt(1, { slide: SLIDE }));
    field.remove();
    expect(here()).toBe('/dossiers');
    expect(screen.getByRole('button', { name: 'Join the room again' })).toBeTruthy();
  });

  it('waits while the class does, with a sentence, and is as before after', async () => {
    await open(FollowBar);
    await show(shownAt(1, { slide: SLIDE }));
    await tell(shownAt(2, { slide: SLIDE, isPaused: true }));
    expect(TestBed.inject(ScreenMode).isPaused()).toBe(true);
    expect(screen.getByRole('status').textContent).toMatch(
      /^ ?Pause\. Look up at whoever leads\. What you wrote is kept/,
    );
    expect(screen.queryByRole('button')).toBeNull();
    await tell(shownAt(3, { slide: SLIDE }));
    expect(TestBed.inject(ScreenMode).isPaused()).toBe(false);
  });

  it('says that the line is down, opens a refused stream again, and hears what came meanwhile', async () => {
    await open(FollowBar);
    await show(shownAt(1, { slide: SLIDE }));
    const [source] = FakeEventSource.opened;
    source?.sendEvent('error');
    await settled();
    expect(screen.getByText(/^The line is down/)).toBeTruthy();
    source?.sendEvent('open');
    await tell(shownAt(4, { page: '/dossiers/c' }));
    expect(here()).toBe('/dossiers/c');
    expect(screen.queryByText(/^The line is down/)).toBeNull();
  });

  it('is somebody who is there, with all that is heard of the class, and not when the line is down', async () => {
    await open(FollowBar);
    await show(shownAt(1, { slide: SLIDE }));
    const follows = jest.spyOn(TestBed.inject(Presence), 'noteFollowing');
    const [source] = FakeEventSource.opened;
    source?.sendEvent('open');
    source?.sendEvent('beat');
    source?.sendEvent('position', '1');
    expect(follows).toHaveBeenCalledTimes(3);
    source?.sendEvent('error');
    source?.sendEvent('end', 'out');
    await settled();
    expect(follows).toHaveBeenCalledTimes(3);
  });

  it('asks once and waits where what is shown can’t be read, and goes along as soon as it can', async () => {
    await open(FollowBar);
    const wait = jest.spyOn(globalThis, 'setTimeout');
    const refuse = async (): Promise<void> => {
      const headers = { 'Retry-After': '7' };
      (await sent(api, 'GET', '/api/training/presentation')).flush(null, {
        ...{ status: 503, statusText: '', headers },
      });
      await settled();
    };
    FakeEventSource.opened.at(-1)?.sendEvent('position', '2');
    await refuse();
    FakeEventSource.opened.at(-1)?.sendEvent('position', '3');
    await settled();
    expect(api.match(() => true)).toHaveLength(0);
    const waits = wait.mock.calls.filter(([, ms]) => ms === 7_000);
    expect(waits).toHaveLength(1);
    waits[0]?.[0]();
    await show(shownAt(3, { slide: SLIDE }));
    expect(here()).toBe('/formation/salle');
    // The same where something is shown already.
    FakeEventSource.opened.at(-1)?.sendEvent('position', '4');
    await refuse();
    expect(api.match(() => true)).toHaveLength(0);
    wait.mockRestore();
  });

  it('leaves the stream to another tab, and takes it again when somebody looks', async () => {
    await open(FollowBar);
    await show(shownAt(1, { slide: SLIDE }));
    FakeEventSource.opened[0]?.sendEvent('end', 'elsewhere');
    expect(FakeEventSource.opened).toHaveLength(1);
    window.dispatchEvent(new Event('focus'));
    expect(FakeEventSource.opened).toHaveLength(2);
    FakeEventSource.opened[1]?.sendEvent('end', 'out');
    window.dispatchEvent(new Event('focus'));
    expect(FakeEventSource.opened).toHaveLength(2);
    expect(TestBed.inject(Room).shown()).toBeNull();
  });
});

describe('the bar of whoever leads', () => {
  beforeEach(() => sessionStorage.clear());
  afterEach(() => {
    TestBed.inject(Room).leaveRoom();
  });

  it('says what the room sees, pauses it, shows it a page, and has it follow', async () => {
    await open(LeadBar);
    await show(shownAt(3, { slide: SLIDE }));
    // Whoever leads is taken nowhere.
    expect(here()).toBe('/dossiers');
    expect(screen.getByRole('status').textContent).toContain('The room sees: A doubt is voiced');
    await userEvent.click(screen.getByRole('button', { name: 'Pause' }));
    const paused = await sent(api, 'PUT', '/api/training/presentation');
    expect(paused.request.body).toEqual({ after: 3, slide: 'beat:a', page: null, isPaused: true });
    paused.flush(shownAt(4, { slide: SLIDE, isPaused: true }));
    await settled();
    await userEvent.click(screen.getByRole('button', { name: 'Show this page' }));
    const page = await sent(api, 'PUT', '/api/training/presentation');
    expect(page.request.body).toEqual({ after: 4, slide: 'beat:a', page: '/dossiers', isPaused: true });
    page.flush(shownAt(5, { slide: SLIDE, page: '/dossiers' }));
    await settled();
    await userEvent.click(screen.getByRole('button', { name: 'The room follows my pages' }));
    await TestBed.inject(Router).navigateByUrl('/dossiers/a/chronologie');
    await settled();
    const followed = await sent(api, 'PUT', '/api/training/presentation');
    expect(followed.request.body).toEqual({
      ...{ after: 5, slide: 'beat:a', page: '/dossiers/a/chronologie', isPaused: false },
    });
    followed.flush(shownAt(6, { page: '/dossiers/a/chronologie' }));
    // What is whoever leads’s own is not shown.
    await TestBed.inject(Router).navigateByUrl('/formation/classe');
    await settled();
    api.verify();
  });

  it('is told that somebody else was quicker, and sees what they show', async () => {
    await open(LeadBar);
    await show(shownAt(3, { slide: SLIDE }));
    await userEvent.click(screen.getByRole('button', { name: 'Stop presenting' }));
    (await sent(api, 'PUT', '/api/training/presentation')).flush(
      { type: 'x', title: 'x', code: 'changed-elsewhere', status: 409 },
      { status: 409, statusText: '' },
    );
    await show(shownAt(4, { page: '/rappels' }));
    expect(screen.getByRole('alert').textContent).not.toBe('');
    expect(screen.getByText('The room sees: another page')).toBeTruthy();
  });
});
