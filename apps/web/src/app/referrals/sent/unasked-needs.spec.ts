import { screen } from '@testing-library/dom';
import userEvent from '@testing-library/user-event';
import type { SentReferrals } from '@repere/contract';
import { openPage, prepare, sent } from '../../../testing/open-page';
import { settled } from '../../../testing/settled';
import { SentReferralsPage } from './sent-referrals-page';

const UNASKED: SentReferrals['unasked'][number] = {
  ...{ need: 'bed-tonight', dueAt: '2026-03-12T10:00:00Z', said: null, isOver: false },
};
const page = (unasked: Partial<SentReferrals['unasked'][number]>, mayRefer = true): SentReferrals => ({
  ...{ caseFileId: 'c1', calledName: 'Comète', reference: 'RP-7K4M-2Q', zone: 'Europe/Paris' },
  ...{ mayRefer, mayWithdraw: mayRefer, needs: [], questions: [], prepared: [] },
  unasked: [{ ...UNASKED, ...unasked }],
});

async function shown(it: SentReferrals) {
  const api = await prepare();
  await openPage(SentReferralsPage, { caseFileId: 'c1' });
  (await sent(api, 'GET', '/api/case-files/c1/referrals')).flush(it);
  await settled();
  return api;
}

describe('needs for which nobody was asked', () => {
  afterEach(() => document.body.replaceChildren());

  it('says by when somebody is to be asked for what was looked for alone, and records why nobody is', async () => {
    const api = await shown(page({}));
    expect(screen.getByRole('heading', { name: 'Une place cette nuit' })).toBeTruthy();
    expect(screen.getByText(/^Un service a été cherché, personne n’a été sollicité/)).toBeTruthy();
    expect(screen.getByText(/à demander \(délai de l’outil\).*12 mars/)).toBeTruthy();
    expect(screen.getByRole('link', { name: 'Chercher qui solliciter' })).toBeTruthy();
    await userEvent.click(screen.getByRole('button', { name: 'Noter pourquoi' }));
    expect(screen.getAllByText('Dites pourquoi').length).toBeGreaterThan(0);
    await userEvent.selectOptions(screen.getByLabelText(/pourquoi personne n’est sollicité/), 'changed');
    await userEvent.click(screen.getByRole('button', { name: 'Noter pourquoi' }));
    const closed = await sent(api, 'POST', '/api/case-files/c1/unasked-needs');
    expect(closed.request.body).toEqual({ need: 'bed-tonight', reason: 'changed' });
    closed.flush(null, { status: 204, statusText: 'No Content' });
    const said = { reason: 'changed', by: 'Léa Nord', at: '2026-03-12T09:30:00Z' } as const;
    (await sent(api, 'GET', '/api/case-files/c1/referrals')).flush(page({ dueAt: null, said, isOver: true }));
    await settled();
    expect(screen.getByText(/plus besoin \(Léa Nord, .*12 mars/)).toBeTruthy();
    expect(screen.getByText(/^Dit fini/)).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Noter pourquoi' })).toBeNull();
  });

  it('shows who may not refer what waits, without a form; and says what is recorded as unmet', async () => {
    const said = { reason: 'no-service', by: '', at: '2026-03-12T09:30:00Z' } as const;
    await shown(page({ dueAt: null, said }, false));
    expect(screen.getByText(/^Noté comme non couvert/)).toBeTruthy();
    expect(screen.getByText(/^aucun service ne le fait ici \(.*12 mars/)).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Noter pourquoi' })).toBeNull();
  });
});
