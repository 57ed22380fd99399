import { screen } from '@testing-library/dom';
import { openPage, prepare, sent } from '../../testing/open-page';
import { settled } from '../../testing/settled';
import { ReferredCasePage } from './referred-case-page';

const NOT_FOUND = { type: 'about:blank', title: 'Introuvable.', status: 404, code: 'not-found' };
const PAST = {
  ...{ id: 's1', caseFileId: 'c1', reference: 'RP-7K4M-2Q', team: 'ASE Nord', isWithdrawn: true },
  ...{ since: '2026-02-01T09:00:00Z', endedAt: '2026-02-10T09:00:00Z' },
};

async function shown(past: readonly object[]): Promise<void> {
  const api = await prepare();
  await openPage(ReferredCasePage, { caseFileId: 'c1', referralId: 's1' });
  (await sent(api, 'GET', '/api/case-files/c1/received-referrals/s1')).flush(NOT_FOUND, {
    status: 404,
    statusText: 'Not Found',
  });
  (await sent(api, 'GET', '/api/referrals/past')).flush({ items: past, next: null });
  await settled();
}

describe('ReferredCasePage', () => {
  afterEach(() => document.body.replaceChildren());

  it('says of a referral that was taken back that it was, with the reference that the reader knew', async () => {
    await shown([PAST]);
    expect(screen.getByRole('alert').textContent).toMatch(
      /ASE Nord a retiré l’orientation RP-7K4M-2Q le .*10 février.*peut être libérée/,
    );
  });

  it('says of one that ended that it did', async () => {
    await shown([{ ...PAST, isWithdrawn: false }]);
    expect(screen.getByRole('alert').textContent).toMatch(/a pris fin le .*10 février/);
  });

  it('says nothing of a referral that was never theirs, nor by another one of the same case', async () => {
    await shown([{ ...PAST, id: 's2' }]);
    expect(screen.getByRole('alert').textContent).toMatch(/terminée, ou ne vous est pas ouverte/);
  });
});
