import type { HttpTestingController } from '@angular/common/http/testing';
import type { TrainingSpace, TrainingSpaces } from '@repere/contract';
import { screen, within } from '@testing-library/dom';
import { userEvent } from '@testing-library/user-event';
import { openPage, prepare, sent } from '../../../testing/open-page';
import { settled } from '../../../testing/settled';
import { SpaceList } from './space-list';

const OWN = '11111111-2222-4333-8444-555555555555';
const SCENARIOS = [
  { id: 'xray', title: { fr: 'Radiographie', en: 'X-ray' } },
  { id: OWN, title: { fr: 'À nous', en: 'Ours' } },
];

const space = (more: Partial<TrainingSpace> = {}): TrainingSpace => ({
  ...{ key: 'abc', title: 'Groupe du lundi', state: 'open', scenario: 'xray', mode: 'practice' },
  ...{ scenarioTitle: { fr: 'Radiographie', en: 'X-ray' }, minutes: null },
  ...{ now: '2025-05-12T07:00:00.000Z', enteredAt: '2025-05-01T07:00:00.000Z' },
  ...{
    endsAt: '2025-05-31T07:00:00.000Z',
    endsSoon: false,
    isTriedAgain: false,
    branchOf: null,
    moments: [],
  },
  load: null,
  ...more,
});

const answered = async (
  api: HttpTestingController,
  spaces: readonly TrainingSpace[],
  more: Partial<TrainingSpaces> = {},
): Promise<void> => {
  (await sent(api, 'GET', '/api/training/spaces')).flush({
    isPossible: true,
    most: 6,
    mostMoments: 6,
    spaces,
    ...more,
  });
  await settled();
};

async function shown(
  spaces: readonly TrainingSpace[],
  more?: Partial<TrainingSpaces>,
): Promise<HttpTestingController> {
  const api = await prepare('en');
  const opening = openPage(SpaceList, { scenarios: SCENARIOS });
  await answered(api, spaces, more);
  await (await opening).whenStable();
  return api;
}
const press = (name: string | RegExp) => userEvent.click(screen.getByRole('button', { name }));

describe('training spaces on the page', () => {
  it('say their state, what they begin with, their clock, and when they go', async () => {
    await shown([
      space({ endsSoon: true }),
      space({ key: 'old', title: 'Old', state: 'archived', scenario: null, scenarioTitle: null }),
    ]);
    const [first, second] = screen.getAllByRole('listitem');
    expect(first?.textContent).toContain('Begins with: X-ray');
    expect(first?.textContent).toContain('12 May 2025');
    expect(first?.textContent).toContain('Unless somebody enters it, deleted');
    expect(within(second as HTMLElement).queryByRole('button', { name: /^Enter/ })).toBeNull();
    expect(within(second as HTMLElement).getByRole('button', { name: 'Open again: Old' })).toBeTruthy();
  });

  it('are a line and the way in each, the rest of their acts is folded', async () => {
    await shown([space()]);
    const folded = screen.getByLabelText('More: Groupe du lundi').closest('details') as HTMLElement;
    expect(folded.hasAttribute('open')).toBe(false);
    for (const act of [/^Add fictional cases/, /^Begin anew|^Start over/, /^Archive/, /^Delete/])
      expect(within(folded).getByRole('button', { name: act })).toBeTruthy();
    expect(folded.contains(screen.getByRole('button', { name: /^Enter/ }))).toBe(false);
    expect(within(folded).queryByText(/Begins with/)).toBeNull();
  });

  it('say that a try came to nothing, and one that failed is tried again in one press', async () => {
    const api = await shown([space({ state: 'creating', isTriedAgain: true })]);
    expect(screen.getByText(/one try came to nothing, another is under way/)).toBeTruthy();
    await answered(api, [space({ state: 'failed' })]);
    expect(screen.getByText(/nothing of it is left/)).toBeTruthy();
    await press('Try again: Groupe du lundi');
    const request = await sent(api, 'POST', '/api/training/spaces/abc/changes');
    expect(request.request.body).toEqual({ change: 'begin-anew' });
    request.flush(space({ state: 'creating' }));
    await answered(api, [space({ state: 'creating' })]);
    await answered(api, [space()]);
    expect(screen.getByText('The space “Groupe du lundi” is open.')).toBeTruthy();
  });

  it('say the time of an assessment, of one minute too', async () => {
    const timed = { mode: 'assessment' } as const;
    await shown([
      space({ ...timed, minutes: 1 }),
      space({ ...timed, key: 'long', title: 'Long', minutes: 20 }),
    ]);
    const said = screen.getAllByRole('listitem').map((it) => it.textContent);
    expect(said[0]).toMatch(/– 1 minute(?!s)/);
    expect(said[1]).toContain('– 20 minutes');
  });

  it('are deleted only once it was said that it is meant', async () => {
    const api = await shown([space()]);
    await press('Delete: Groupe du lundi');
    expect(screen.getByText(/All that was done in it goes/)).toBeTruthy();
    await press('No, keep it');
    api.expectNone('/api/training/spaces/abc');
    await press('Delete: Groupe du lundi');
    await press('Yes, delete');
    (await sent(api, 'DELETE', '/api/training/spaces/abc')).flush(null);
    await answered(api, []);
    expect(screen.getByText('The space is deleted.')).toBeTruthy();
    expect(screen.getByText('No space yet.')).toBeTruthy();
  });

  it('are deleted with their branches, which are named, or alone', async () => {
    const from = { key: 'abc', at: '2025-05-12T07:00:00.000Z' };
    const spaces = [
      space({ key: 'two', title: 'Two', branchOf: { ...from, key: 'one' } }),
      space({ key: 'one', title: 'One', branchOf: from }),
      space(),
      space({ key: 'other', title: 'Other' }),
    ];
    const api = await shown(spaces);
    await press('Delete: Groupe du lundi');
    expect(screen.getByText(/same past and go as well: “Two”, “One”\./)).toBeTruthy();
    await press('Delete this one alone');
    (await sent(api, 'DELETE', '/api/training/spaces/abc?branches=keep')).flush(null);
    await answered(api, spaces);
    await press('Delete: Groupe du lundi');
    await press('Yes, delete it with its branches');
    (await sent(api, 'DELETE', '/api/training/spaces/abc')).flush(null);
    await answered(api, []);
  });

  it('are asked about at once where their leader came to erase one', async () => {
    const api = await prepare('en');
    const opening = openPage(SpaceList, { scenarios: SCENARIOS, erased: 'abc' });
    await answered(api, [space()]);
    await opening;
    await settled();
    expect(screen.getByText(/^Delete “Groupe du lundi”\?/)).toBeTruthy();
  });

  it('are asked for by a name and a scenario; while one is made the page looks again', async () => {
    const api = await shown([]);
    await press('Make the space');
    expect(screen.getAllByText('Give the space a name.').length).toBeGreaterThan(0);
    await userEvent.type(screen.getByLabelText('Name of the group or session'), 'Monday');
    await userEvent.selectOptions(screen.getByLabelText('Begin with'), 'xray');
    expect(within(screen.getByRole('group', { name: 'Mine' })).getByText('Ours')).toBeTruthy();
    expect(within(screen.getByRole('group', { name: 'Shipped' })).getByText('X-ray')).toBeTruthy();
    await press('Make the space');
    const request = await sent(api, 'POST', '/api/training/spaces');
    expect(request.request.body).toEqual({ title: 'Monday', scenario: 'xray', mode: 'practice' });
    request.flush(space({ title: 'Monday', state: 'creating' }), { status: 201, statusText: '' });
    await answered(api, [space({ title: 'Monday', state: 'creating' })]);
    expect(screen.getByText('Being prepared…')).toBeTruthy();
    await answered(api, [space({ title: 'Monday' })]);
    expect(screen.getByText('The space “Monday” is open.')).toBeTruthy();
  });

  it('are not made where the installation has nobody to make them', async () => {
    await shown([], { isPossible: false });
    expect(screen.getByText(/makes no training spaces/)).toBeTruthy();
    expect(screen.queryByRole('button')).toBeNull();
  });

  it('begin with a scenario of one’s own, chosen by the address of the page', async () => {
    const api = await prepare('en');
    const opening = openPage(SpaceList, { scenarios: SCENARIOS, chosen: OWN });
    await answered(api, []);
    await opening;
    await settled();
    expect((screen.getByLabelText('Begin with') as HTMLSelectElement).value).toBe(OWN);
    await userEvent.type(screen.getByLabelText(/^Name of the group/), 'Monday');
    await userEvent.click(screen.getByRole('button', { name: 'Make the space' }));
    const request = await sent(api, 'POST', '/api/training/spaces');
    expect(request.request.body).toEqual({ title: 'Monday', ownScenario: OWN, mode: 'practice' });
  });

  it('are asked for with fictional cases', async () => {
    const api = await shown([]);
    await userEvent.type(screen.getByLabelText('Name of the group or session'), 'Monday');
    await userEvent.selectOptions(screen.getByLabelText('Fictional cases'), '1,000 cases');
    await press('Make the space');
    const request = await sent(api, 'POST', '/api/training/spaces');
    expect(request.request.body).toEqual({ title: 'Monday', mode: 'practice', cases: 1000 });
  });

  it('are given fictional cases, of a series, and say how far they are', async () => {
    const api = await shown([space()]);
    await press('Add fictional cases: Groupe du lundi');
    await press('Add these cases');
    expect(screen.getAllByText('Say how many cases.').length).toBeGreaterThan(0);
    const [chosen] = screen.getAllByLabelText('Fictional cases');
    await userEvent.selectOptions(chosen as HTMLElement, '200');
    await userEvent.type(screen.getByLabelText('Series'), '7');
    await press('Add these cases');
    const request = await sent(api, 'POST', '/api/training/spaces/abc/load');
    expect(request.request.body).toEqual({ cases: 200, seed: 7 });
    const load = { cases: 200, seed: 7, done: 0, state: 'waiting' } as const;
    request.flush(space({ load }), { status: 201, statusText: '' });
    await answered(api, [space({ load: { ...load, done: 120 } })]);
    expect(screen.getByRole('progressbar', { name: /120 of 200/ })).toBeTruthy();
    await press('Stop: Groupe du lundi');
    const stopping = await sent(api, 'POST', '/api/training/spaces/abc/load/changes');
    expect(stopping.request.body).toEqual({ change: 'stop' });
    stopping.flush(space());
    await answered(api, [space({ load: { ...load, done: 140, state: 'stopped' } })]);
    expect(screen.getByText(/140 of 200, stopped/)).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Go on: Groupe du lundi' })).toBeTruthy();
  });

  it('go on being looked at by themselves once a server that was busy answers again', async () => {
    jest.useFakeTimers({ advanceTimers: true });
    try {
      const api = await shown([space({ state: 'creating' })]);
      jest.advanceTimersByTime(700);
      const busy = { status: 503, statusText: 'Service Unavailable' };
      (await sent(api, 'GET', '/api/training/spaces')).flush({ code: 'unavailable' }, busy);
      await settled();
      expect(screen.getByText(/This page tries again by itself/)).toBeTruthy();
      jest.advanceTimersByTime(5_000);
      await answered(api, [space()]);
      expect(screen.getByRole('button', { name: 'Enter: Groupe du lundi' })).toBeTruthy();
      expect(screen.queryByText(/tries again by itself/)).toBeNull();
    } finally {
      jest.useRealTimers();
    }
  });

  it('say once all cases are there, and are given no more', async () => {
    await shown([space({ load: { cases: 50, seed: 7, done: 50, state: 'done' } })]);
    expect(screen.getByText(/50 fictional cases/).textContent).toContain('Series 7');
    expect(screen.queryByRole('progressbar')).toBeNull();
    expect(screen.queryByRole('button', { name: /^(Add fictional|Stop|Go on)/ })).toBeNull();
  });
});
