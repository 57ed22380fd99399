import type { HttpTestingController } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import type { GroupStanding } from '@repere/contract';
import { screen, within } from '@testing-library/dom';
import { userEvent } from '@testing-library/user-event';
import { openPage, prepare, sent } from '../../../testing/open-page';
import { settled } from '../../../testing/settled';
import { Session } from '../../access/session';
import { BoardPage } from './board-page';

const words = (text: string) => ({ fr: text, en: text });
const HERE: GroupStanding = {
  ...{ key: 'a', title: 'Group A', isHere: true, scenario: words('X-ray'), mode: 'practice', waiting: 2 },
  now: '2025-05-12T07:00:00.000Z',
  learners: [
    { name: 'Litchi', secondsSince: null, secondsIn: 900 },
    { name: 'Mango', secondsSince: 720, secondsIn: 900 },
    { name: 'Kiwi', secondsSince: 20, secondsIn: 900 },
    // Came in a minute ago.
    { name: 'Plum', secondsSince: null, secondsIn: 60 },
  ],
  case: {
    lastAct: { who: 'Kiwi', what: words('completes "Note the signs"'), secondsSince: 20 },
    steps: { done: 3, of: 14 },
    expectations: { done: 1, of: 5 },
    ...{ open: 4, late: { title: words('Ask for a lawyer'), since: '2025-05-11T07:00:00.000Z' } },
  },
};
const QUIET: GroupStanding = {
  ...HERE,
  ...{
    key: 'b',
    title: 'Group B',
    isHere: false,
    waiting: 0,
    learners: [{ name: 'Fig', secondsSince: 600, secondsIn: 900 }],
  },
  case: {
    lastAct: { who: 'Fig', what: words('adds a note'), secondsSince: 600 },
    ...{ steps: { done: 0, of: 14 }, expectations: null, open: 4, late: null },
  },
};
const EMPTY: GroupStanding = {
  ...HERE,
  ...{ key: 'c', title: 'Group C', isHere: false, scenario: null, learners: [], waiting: 0, case: null },
};

async function shown(groups: readonly GroupStanding[]): Promise<HttpTestingController> {
  const api = await prepare('en');
  Object.defineProperty(TestBed.inject(Session), 'about', { value: () => ({ space: { kind: 'training' } }) });
  const opening = openPage(BoardPage);
  (await sent(api, 'GET', '/api/training/board')).flush(groups);
  await settled();
  await (await opening).whenStable();
  TestBed.tick();
  return api;
}
const card = (title: string) =>
  within(screen.getByRole('heading', { name: new RegExp(title) }).closest('li') ?? document.body);

describe('the board of several groups', () => {
  it('says what each did last and since when, how far it is, what is late, and who does nothing', async () => {
    await shown([HERE, QUIET, EMPTY]);
    const here = card('Group A');
    expect(here.getByText(/^Last act, just now: Kiwi completes/)).toBeTruthy();
    expect(here.getByText('2 wait to be let in')).toBeTruthy();
    expect(here.getByRole('progressbar', { name: 'Steps done: 3 of 14' })).toBeTruthy();
    expect(here.getByRole('progressbar', { name: 'Expectations met: 1 of 5' })).toBeTruthy();
    expect(here.getByText(/^Late since .*11 May 2025.*: Ask for a lawyer$/)).toBeTruthy();
    expect(here.getAllByText(/nothing yet|12 minutes/).map((it) => it.textContent)).toEqual([
      'Litchi: nothing yet',
      'Mango: 12 minutes',
    ]);
    expect(here.queryByText('Nothing for 5 minutes or more')).toBeNull();
    expect(card('Group B').getByText('Nothing for 5 minutes or more')).toBeTruthy();
    expect(card('Group C').getByText('No case was opened.')).toBeTruthy();
    expect(screen.getByRole('status').textContent).toBe('3 groups. 1 goes on no more.');
  });

  it('leads into another group; a space that was put away meanwhile says so', async () => {
    const api = await shown([HERE, QUIET]);
    expect(screen.queryByRole('button', { name: 'Go into this group: Group A' })).toBeNull();
    await userEvent.click(screen.getByRole('button', { name: 'Go into this group: Group B' }));
    (await sent(api, 'PUT', '/api/training/board/b/entry')).flush(
      { type: 'x', title: 'This space is closed.', code: 'space-shut', status: 410 },
      { status: 410, statusText: '' },
    );
    await settled();
    TestBed.tick();
    expect(screen.getByRole('alert').textContent).not.toBe('');
  });
});
