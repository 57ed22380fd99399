import { screen } from '@testing-library/dom';
import userEvent from '@testing-library/user-event';
import type { DirectoryService, DirectoryServices } from '@repere/contract';
import { openPage, prepare, sent } from '../../../testing/open-page';
import { settled } from '../../../testing/settled';
import { ServicesPage } from './services-page';

const HOME: DirectoryService = {
  ...{ id: 's1', name: 'Foyer fictif', kind: 'young-shelter', territories: ['93'], needs: ['bed-tonight'] },
  ...{ ages: { from: 6, to: 15 }, sexes: ['girl'], languages: null, has: ['secret-address'], hasNot: [] },
  ...{ freePlaces: 2, placesAt: '2026-03-12T09:00:00Z', waitingDays: null, phones: ['01 99 00 12 30'] },
  ...{ opening: 'always', hours: null, territoryNames: ['Seine-Saint-Denis'], hasSecretAddress: true },
  ...{
    verifiedAt: '2025-11-12T09:00:00Z',
    verifiedBy: 'Alix',
    isStale: true,
    excludesSixteenSeventeen: true,
  },
  members: [{ id: 'p1', name: 'Lou' }],
};
const list = (change: Partial<DirectoryServices> = {}): DirectoryServices => ({
  ...{
    items: [HOME],
    total: 1,
    next: null,
    toCheck: 1,
    partners: [
      { id: 'p1', name: 'Lou' },
      { id: 'p2', name: 'Max' },
    ],
  },
  ...change,
});

async function arrive(it = list()) {
  const api = await prepare();
  await openPage(ServicesPage);
  (await sent(api, 'POST', '/api/services/search')).flush(it);
  await settled();
  return api;
}
const press = async (name: string | RegExp) => {
  await userEvent.click(screen.getByRole('button', { name }));
  await settled();
};
const box = (name: string | RegExp) => screen.getByRole('textbox', { name });

describe('the directory of services', () => {
  afterEach(() => document.body.replaceChildren());

  it('says what is known, what is not, who made sure of it, and whom it shuts out', async () => {
    await arrive();
    for (const words of [
      /Besoins.: Une place cette nuit/,
      /Âges.: 6 à 15 ans/,
      /Langues.: pas connu/,
      'Adresse secrète, scellée.',
      /Exclut les 16–17 ans/,
      /Vérifié le .* par Alix/,
      /1 service n’a pas été vérifié/,
    ])
      expect(screen.getByText(words)).toBeTruthy();
  });

  it('adds one; what is left empty is not known', async () => {
    const api = await arrive();
    await press('Ajouter un service');
    await press('Ajouter');
    expect(screen.getAllByText('Indiquez le nom').length).toBeGreaterThan(0);
    await userEvent.type(document.querySelector('#service-name') as HTMLElement, 'Refuge');
    await userEvent.selectOptions(document.querySelector('#service-kind') as HTMLElement, 'remote-shelter');
    await userEvent.type(box('Départements'), '1, 2a');
    await press('Ajouter');
    const { body } = (await sent(api, 'POST', '/api/services')).request;
    expect(body).toEqual({
      ...{ name: 'Refuge', kind: 'remote-shelter', territories: ['01', '2A'], needs: null, ages: null },
      ...{ sexes: null, languages: null, has: [], hasNot: [], freePlaces: null, waitingDays: null },
      ...{ phones: [], opening: 'unknown', address: '' },
    });
  });

  it('changes one and leaves its secret address alone; the same can’t be ticked on both sides', async () => {
    const api = await arrive();
    await press('Modifier – Foyer fictif');
    expect(screen.getByText(/L’adresse secrète est gardée/)).toBeTruthy();
    const [, notHere] = screen.getAllByRole('checkbox', { name: 'Adresse secrète' });
    await userEvent.click(notHere as HTMLElement);
    await press('Enregistrer');
    expect(screen.getAllByText(/cochée des deux côtés/).length).toBeGreaterThan(0);
    await userEvent.click(notHere as HTMLElement);
    await press('Enregistrer');
    const { body } = (await sent(api, 'PUT', '/api/services/s1')).request;
    expect(body).toMatchObject({ name: 'Foyer fictif', ages: { from: 6, to: 15 }, opening: 'always' });
    expect(body).not.toHaveProperty('address');
  });

  it('is made sure of in one press, and taken away', async () => {
    const api = await arrive();
    await press('Vérifié aujourd’hui – Foyer fictif');
    (await sent(api, 'PUT', '/api/services/verified/s1')).flush({ ...HOME, isStale: false });
    await settled();
    expect(screen.queryByText('À vérifier', { selector: 'strong' })).toBeNull();
    await press('Retirer – Foyer fictif');
    (await sent(api, 'DELETE', '/api/services/s1')).flush(null);
    (await sent(api, 'POST', '/api/services/search')).flush(list({ items: [], total: 0 }));
    await settled();
    expect(screen.getByText(/Aucun service ne correspond/)).toBeTruthy();
  });

  it('that is asked at this moment is removed by a second press, beside what waits for it', async () => {
    const api = await arrive();
    await press('Retirer – Foyer fictif');
    const text = { fr: 'Ce service est sollicité en ce moment.', en: '' };
    (await sent(api, 'DELETE', '/api/services/s1')).flush(
      {
        type: 'about:blank',
        title: '',
        status: 422,
        code: 'refused',
        reasons: [{ code: 'asked-now', text }],
      },
      { status: 422, statusText: '' },
    );
    await settled();
    expect(screen.getAllByText(text.fr).length).toBe(1);
    await press('Retirer quand même Foyer fictif');
    (await sent(api, 'DELETE', '/api/services/s1?although=asked')).flush(null);
    (await sent(api, 'POST', '/api/services/search')).flush(list({ items: [], total: 0 }));
    await settled();
    expect(screen.getByText(/^Service retiré/)).toBeTruthy();
    expect(screen.queryByText(text.fr)).toBeNull();
  });

  it('has members: accounts of partners that are none yet', async () => {
    const api = await arrive();
    await press('Modifier – Foyer fictif');
    const choice = screen.getByLabelText('Compte de partenaire');
    expect([...choice.querySelectorAll('option')].map((it) => it.textContent?.trim())).toEqual([
      'Choisir',
      'Max',
    ]);
    await userEvent.selectOptions(choice, 'p2');
    await press('Ajouter ce compte');
    (await sent(api, 'PUT', '/api/services/s1/members/p2')).flush({
      ...HOME,
      members: [...HOME.members, { id: 'p2', name: 'Max' }],
    });
    await settled();
    await press('Retirer – Max');
    await sent(api, 'DELETE', '/api/services/s1/members/p2');
  });

  it('is searched by name, place, kind and what is to be looked at', async () => {
    const api = await arrive();
    await userEvent.type(document.querySelector('#find-text') as HTMLElement, 'foyer');
    await userEvent.type(box('Département'), '93');
    await userEvent.selectOptions(screen.getByLabelText('Montrer'), 'to-check');
    await press('Chercher');
    const request = await sent(api, 'POST', '/api/services/search');
    expect(request.request.body).toEqual({ text: 'foyer', territory: '93', only: 'to-check' });
  });
});
