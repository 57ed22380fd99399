import type { OwnTraining } from '@repere/contract';
import { screen } from '@testing-library/dom';
import { openPage, prepare, sent } from '../../../testing/open-page';
import { settled } from '../../../testing/settled';
import { fakeStanding, ITEM } from '../testing/fake-progress';
import { OwnTrainingPage } from './own-page';

const OWN: OwnTraining = { isFollowed: true, items: [ITEM], own: fakeStanding() };

async function opened(answer: Partial<OwnTraining> | 'refused'): Promise<void> {
  const api = await prepare('en');
  const opening = openPage(OwnTrainingPage);
  const request = await sent(api, 'GET', '/api/training/certificates/own');
  if (answer === 'refused') request.flush({ code: 'not-found' }, { status: 404, statusText: 'Not Found' });
  else request.flush({ ...OWN, ...answer });
  await opening;
  await settled();
}

describe('my training', () => {
  it('says until when one is up to date, and what came in, which cannot be withdrawn here', async () => {
    await opened({});
    expect(screen.getByText('Up to date').parentElement?.textContent).toContain('until 31 March 2026');
    expect(screen.getByText(/with Tom Exemple\. Taken in by Sacha Exemple\./)).toBeTruthy();
    expect(screen.queryByRole('button')).toBeNull();
  });

  it('says why something is to be done again, and how', async () => {
    const standings = [
      { item: 'night', state: 'renewal-due' as const, until: null, because: ['version' as const] },
    ];
    await opened({ own: fakeStanding({ standings, certificates: [] }) });
    expect(screen.getByText('To be renewed').parentElement?.textContent).toContain(
      'another version is in force',
    );
    expect(screen.getByText('No certificate was taken in here.')).toBeTruthy();
    expect(screen.getByText(/then give the PDF of the certificate to your supervisor/)).toBeTruthy();
  });

  it('says that something ends soon, and until when something held', async () => {
    const standings = [
      { item: 'night', state: 'ends-soon' as const, until: '2026-03-31', because: [] },
      { item: 'night', state: 'renewal-due' as const, until: '2025-03-31', because: ['months' as const] },
    ];
    await opened({ own: fakeStanding({ standings }) });
    expect(screen.getByText('Ends soon').parentElement?.textContent).toContain('until 31 March 2026');
    expect(screen.getByText('To be renewed').parentElement?.textContent).toContain(
      'held until 31 March 2025',
    );
  });

  it('says so where the role has nothing to practise', async () => {
    await opened({ items: [], own: fakeStanding({ standings: [], certificates: [] }) });
    expect(screen.getByText('Your role has nothing to practise here.')).toBeTruthy();
  });

  it('shows nobody as trained where it is refused', async () => {
    await opened('refused');
    expect(screen.getByRole('alert').textContent).toMatch(/\S/);
    expect(screen.queryByText('Up to date')).toBeNull();
  });
});
