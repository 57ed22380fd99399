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

const lineOf = (name: RegExp): HTMLElement =>
  screen.getByRole('heading', { name }).closest('li') as HTMLElement;

describe('the training of the team', () => {
  it('has a word and a day for each person, and no figure of how well', async () => {
    await opened();
    expect(within(lineOf(/^Camille Exemple/)).getByText('Up to date')).toBeTruthy();
    expect(within(lineOf(/^Léa Moreau/)).getByText('Never')).toBeTruthy();
    expect(document.body.textContent).not.toMatch(/%|points/);
  });

  it('withdraws what came in by mistake once the reason is said', async () => {
    const api = await opened();
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
    expect(screen.getByText('There are more people than this page shows.')).toBeTruthy();
  });

  it('shows nobody, and takes nothing in, where it is refused', async () => {
    await opened('refused');
    expect(screen.getByRole('alert').textContent).toMatch(/\S/);
    expect(screen.queryByRole('heading', { level: 3 })).toBeNull();
    expect(screen.queryByRole('button', { name: 'Verify' })).toBeNull();
  });
});
