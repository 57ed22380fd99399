import type { HttpTestingController } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import type { TrainingMatrix } from '@repere/contract';
import { screen, within } from '@testing-library/dom';
import { userEvent } from '@testing-library/user-event';
import { about, session } from '../../../testing/fake-lists';
import { openPage, prepare, sent } from '../../../testing/open-page';
import { settled } from '../../../testing/settled';
import { Session } from '../../access/session';
import { fakeStanding, ITEM } from '../testing/fake-progress';
import { TeamTrainingPage } from './team-page';

const NEVER = [{ item: 'night', state: 'never' as const, until: null, because: [] }];
const READER = fakeStanding({ accountId: 'a1', name: 'Léa Moreau', standings: NEVER, certificates: [] });
const MATRIX: TrainingMatrix = {
  ...{ isFollowed: true, items: [ITEM], isCut: false },
  people: [READER, fakeStanding()],
};

async function opened(answer: Partial<TrainingMatrix> | 'refused' = {}): Promise<HttpTestingController> {
  const api = await prepare('en');
  const begun = TestBed.inject(Session).beginSession();
  (await sent(api, 'GET', '/api/about')).flush(about());
  const entered = session('supervisor');
  (await sent(api, 'GET', '/api/session')).flush({
    ...entered,
    account: { ...entered.account, language: 'en' },
  });
  await begun;
  const opening = openPage(TeamTrainingPage);
  const request = await sent(api, 'GET', '/api/training/certificates');
  if (answer === 'refused') request.flush({ code: 'not-allowed' }, { status: 403, statusText: 'Forbidden' });
  else request.flush({ ...MATRIX, ...answer });
  await opening;
  await settled();
  return api;
}

const rowOf = (name: RegExp): HTMLElement => screen.getByRole('row', { name });

describe('the training of the team', () => {
  it('has a word and a day in each cell of a table, what is late counted, and no figure of how well', async () => {
    await opened();
    const names = screen
      .getAllByRole('columnheader')
      .map((it) => it.textContent.replaceAll(/\s+/g, ' ').trim());
    expect(names).toEqual(['Person', 'A night 1 never']);
    expect(rowOf(/^Camille Exemple/).textContent).toMatch(/Up to date\s*until 31 March 2026/);
    const late = within(rowOf(/^Léa Moreau/));
    expect(late.getByRole('rowheader').textContent).toMatch(/1\snever/);
    expect(late.getByRole('cell').textContent).toMatch(/Never\s*$/);
    expect(screen.getByText('2 people, 1 of them late')).toBeTruthy();
    expect(document.body.textContent).not.toMatch(/%|points/);
  });

  it('shows who is late with one item, and who is looked for, without accents', async () => {
    await opened();
    await userEvent.selectOptions(screen.getByLabelText('Show'), 'night');
    expect(screen.queryByText('Camille Exemple')).toBeNull();
    expect(rowOf(/^Léa Moreau/)).toBeTruthy();
    await userEvent.selectOptions(screen.getByLabelText('Show'), 'Everybody');
    await userEvent.type(screen.getByLabelText('Look for a person'), ' lea');
    expect(screen.getAllByRole('rowheader')).toHaveLength(1);
    expect(screen.getByText('1 person, 1 of them late').getAttribute('role')).toBe('status');
    await userEvent.type(screen.getByLabelText('Look for a person'), 'x');
    expect(screen.getByText('0 people, nobody is late')).toBeTruthy();
    expect(screen.queryByRole('table')).toBeNull();
  });

  it('stays readable with two hundred people: some at a time', async () => {
    const people = Array.from({ length: 200 }, (_, n) =>
      fakeStanding({ accountId: `p${String(n)}`, name: `Person ${String(n)}`, standings: NEVER }),
    );
    await opened({ people });
    expect(screen.getAllByRole('rowheader')).toHaveLength(25);
    await userEvent.click(screen.getByRole('button', { name: 'Show more (175 people)' }));
    expect(screen.getAllByRole('rowheader')).toHaveLength(50);
    expect(screen.getByText('200 people, 200 of them late')).toBeTruthy();
  });

  it('says why something is to be renewed once a person is opened', async () => {
    const standings = [
      { item: 'night', state: 'renewal-due' as const, until: '2026-03-31', because: ['version' as const] },
    ];
    await opened({ people: [fakeStanding({ standings })] });
    expect(screen.queryByText(/another version is in force/)).toBeNull();
    const person = screen.getByRole('button', { name: 'Camille Exemple' });
    await userEvent.click(person);
    expect(person.getAttribute('aria-expanded')).toBe('true');
    expect(screen.getByText(/another version is in force/)).toBeTruthy();
  });

  it('withdraws what came in by mistake once the reason is said', async () => {
    const api = await opened();
    await userEvent.click(screen.getByRole('button', { name: 'Camille Exemple' }));
    await userEvent.click(screen.getByText('1 certificate'));
    await userEvent.click(
      screen.getByRole('button', { name: 'Withdraw the certificate: A night, Camille Exemple' }),
    );
    await settled();
    await userEvent.click(screen.getByRole('button', { name: 'It is not the right person' }));
    const request = await sent(api, 'POST', '/api/training/certificates/c1/withdraw');
    expect(request.request.body).toEqual({ why: 'wrong-person' });
    request.flush(null);
    (await sent(api, 'GET', '/api/training/certificates')).flush({ ...MATRIX, people: [READER] });
    await settled();
    expect(screen.getByText(/^Certificate withdrawn\./).getAttribute('role')).toBe('status');
    expect(screen.queryByText('Up to date')).toBeNull();
  });

  it('says that nobody has anything to practise, and that there are more than it shows', async () => {
    await opened({ people: [], isCut: true });
    expect(screen.getByText('Nobody of your teams has anything to practise.')).toBeTruthy();
    expect(screen.getByText(/^There are more than 200 people/)).toBeTruthy();
  });

  it('shows nobody, and takes nothing in, where it is refused', async () => {
    await opened('refused');
    expect(screen.getByRole('alert').textContent).toMatch(/\S/);
    expect(screen.queryByRole('table')).toBeNull();
    expect(screen.queryByRole('button', { name: 'Verify' })).toBeNull();
  });
});
