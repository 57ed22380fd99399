import { screen } from '@testing-library/dom';
import userEvent from '@testing-library/user-event';
import type { Finding } from '@repere/contract';
import { openPage, prepare, sent } from '../../../../testing/open-page';
import { FindingCard } from './finding-card';
import { finding } from '../testing/fake-mission';

async function shown(change: Partial<Finding> = {}) {
  const api = await prepare();
  return { api, fixture: await openPage(FindingCard, { finding: finding(change) }) };
}

describe('a finding', () => {
  afterEach(() => document.body.replaceChildren());

  it('is a sentence: expected, happened, days, evidence, by whom and to whom', async () => {
    await shown();
    const card = screen.getByRole('article', { name: /M-7K4M-2QX\/1/ });
    for (const said of [
      /le jour même/,
      /après quatre jours/,
      /4 jours d’écart/,
      /P4\.4/,
      /Camille Exemple y répond/,
    ])
      expect(card.textContent).toMatch(said);
  });

  it('is answered by its owner, with the revision that was read', async () => {
    const { api } = await shown();
    await userEvent.click(screen.getByRole('button', { name: 'Répondre' }));
    expect(screen.getByText('Écrivez votre réponse.')).toBeTruthy();
    await userEvent.type(screen.getByLabelText('Votre réponse'), 'Le fax');
    await userEvent.click(screen.getByRole('button', { name: 'Répondre' }));
    const { request } = await sent(api, 'PUT', '/api/findings/f1/answer');
    expect(request.body).toEqual({ text: 'Le fax' });
    expect(request.headers.get('If-Match')).toBe('"1"');
  });

  it('offers nothing to whom it is not', async () => {
    await shown({ may: { answer: false, close: false } });
    expect(screen.queryByRole('button')).toBeNull();
  });

  it('says how late the answer is', async () => {
    await shown({ dueOn: '2020-01-01' });
    expect(screen.getByText(/en retard de/)).toBeTruthy();
  });

  it('is not late once it is answered', async () => {
    const by = { id: 'a1', name: 'Camille Exemple' };
    await shown({ dueOn: '2020-01-01', answer: { text: 'Voici', at: '2019-12-30T10:00:00Z', by } });
    expect(screen.queryByText(/en retard de/)).toBeNull();
  });
});
