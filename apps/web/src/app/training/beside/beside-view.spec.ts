import { TestBed } from '@angular/core/testing';
import type { ActBeside, LostPoint } from '@repere/contract';
import { screen, within } from '@testing-library/dom';
import { userEvent } from '@testing-library/user-event';
import { openPage, prepare } from '../../../testing/open-page';
import { settled } from '../../../testing/settled';
import { NavigationStateStore } from '../../platform/navigation-state-store';
import { BesideView } from './beside-view';

const words = (text: string) => ({ fr: `${text} (fr)`, en: text });
const RUN = '22222222-2222-4222-8222-222222222222';
const CASE = '33333333-3333-4333-8333-333333333333';

const model = (at: string) => ({ at, who: words('Social worker'), what: words('completes it'), said: [] });
const group = (at: string, who: string, said: string) => ({
  ...{ at, who, what: words('completes it'), said: [words(said)], isCut: false, runId: RUN, step: 'need' },
});
const act = (key: string, changed: Partial<ActBeside>): ActBeside => ({
  ...{ key, title: words(key), basis: ['S48'], model: null, group: null, lost: [] },
  ...changed,
});
const ACTS: readonly ActBeside[] = [
  act('Ask', {
    model: model('2025-05-12T08:00:00.000Z'),
    group: group('2025-05-14T08:00:00.000Z', 'Kiwi', 'because of the file'),
    lost: ['deadlines:age.ask'],
  }),
  act('Explain', { model: model('2025-05-13T08:00:00.000Z') }),
  act('Call', { group: group('2025-05-14T09:00:00.000Z', 'Noix', 'nobody answers') }),
];
const LOST: readonly LostPoint[] = [
  {
    ...{ key: 'deadlines:age.ask', part: 'deadlines', points: 1, at: '2025-05-13T08:00:00.000Z' },
    ...{ runId: RUN, step: 'need', title: words('Ask'), why: words('Two days late.'), basis: [], notes: [] },
    protocols: [],
  },
];

async function shown(acts = ACTS): Promise<void> {
  await prepare('en');
  const page = await openPage(BesideView, { acts, lost: LOST, caseFileId: CASE });
  await page.whenStable();
  TestBed.tick();
}
const press = async (name: string) => {
  await userEvent.click(screen.getByRole('button', { name }));
  await settled();
  TestBed.tick();
};
const step = () => screen.getByRole('heading', { level: 3 }).textContent;

describe('the model run beside a class', () => {
  it('leads to the step where a long text stands whole', async () => {
    const long = { ...group('2025-05-14T08:00:00.000Z', 'Kiwi', 'because of…'), isCut: true };
    await shown([act('Ask', { group: long })]);
    expect(screen.getByRole('link', { name: 'Read it whole: Ask' }).getAttribute('href')).toBe(
      `/dossiers/${CASE}/etapes/${RUN}/need`,
    );
  });

  it('goes from act to act, round and back, and says where it stands', async () => {
    await shown();
    expect(step()).toBe('Ask');
    expect(screen.getByText('1 of 3')).toBeTruthy();
    await press('Next step');
    expect(step()).toBe('Explain');
    expect(screen.getAllByText('Not done.').length).toBeGreaterThan(0);
    await press('Next step');
    expect([step(), screen.queryByText('No point lost at this step.') !== null]).toEqual(['Call', true]);
    await press('Next step');
    expect(step()).toBe('Ask');
    await press('Step before');
    expect(step()).toBe('Call');
  });

  it('leads from a lost point to its moment and its step, and from an act to its moment', async () => {
    await shown();
    const links = screen.getAllByRole('link').map((it) => [it.textContent.trim(), it.getAttribute('href')]);
    expect(links).toEqual([
      [expect.stringContaining('14 May'), `/dossiers/${CASE}/relecture?au=2025-05-14T08:00:00.000Z`],
      [expect.stringContaining('13 May'), `/dossiers/${CASE}/relecture?au=2025-05-13T08:00:00.000Z`],
      ['See the step: Ask', `/dossiers/${CASE}/etapes/${RUN}/need`],
    ]);
    expect(screen.getAllByText('Sources: S48').length).toBeGreaterThan(0);
  });

  it('of one learner has what they did alone, from its first act on; after the last comes everybody again', async () => {
    await shown();
    await press('Next step');
    await press('Next person');
    expect([step(), screen.queryByText('1 of 1') !== null]).toEqual(['Ask', true]);
    expect(screen.getByText('because of the file')).toBeTruthy();
    await press('Next person');
    expect(step()).toBe('Call');
    await press('Next person');
    expect(screen.getByText('1 of 3')).toBeTruthy();
    await press('Person before');
    expect(step()).toBe('Call');
  });

  it('has all of it as a table, with who did it and what was lost', async () => {
    await shown();
    const rows = within(screen.getByRole('table', { hidden: true })).getAllByRole('row', { hidden: true });
    expect(rows).toHaveLength(4);
    expect(rows[1]?.textContent).toContain('Two days late.');
    expect(rows[3]?.textContent).toContain('The model run does not do it.');
    expect(rows[3]?.textContent).toContain('Noix');
  });

  it('offers nobody to choose where one did it all, and says when there is nothing', async () => {
    await shown(ACTS.slice(0, 2));
    expect(screen.queryByRole('button', { name: 'Next person' })).toBeNull();
    TestBed.resetTestingModule();
    await shown([]);
    expect(screen.getByText('Nothing was done so far.')).toBeTruthy();
  });

  it('stands where it was left once one comes back from a moment of the case', async () => {
    await prepare('en');
    const left = { learner: 'Noix', place: 0 };
    jest.spyOn(TestBed.inject(NavigationStateStore), 'found').mockReturnValue(left);
    const keep = jest.spyOn(TestBed.inject(NavigationStateStore), 'keepState');
    const page = await openPage(BesideView, { acts: ACTS, lost: LOST, caseFileId: CASE });
    TestBed.tick();
    expect([step(), screen.getByText('1 of 1') !== null]).toEqual(['Call', true]);
    await press('Next person');
    page.destroy();
    expect(keep).toHaveBeenCalledWith('/#beside', { learner: null, place: 0 });
  });

  it('stands with everybody where it was left with somebody who did nothing here', async () => {
    await prepare('en');
    jest
      .spyOn(TestBed.inject(NavigationStateStore), 'found')
      .mockReturnValue({ learner: 'Somebody else', place: 0 });
    await openPage(BesideView, { acts: ACTS, lost: LOST, caseFileId: CASE });
    TestBed.tick();
    expect(screen.getByText('1 of 3')).toBeTruthy();
    await press('Next step');
    expect(step()).toBe('Explain');
  });
});
