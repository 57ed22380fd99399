import { screen, within } from '@testing-library/dom';
import userEvent from '@testing-library/user-event';
import type { MatchedService, MatchedServices } from '@repere/contract';
import { openPage, prepare, sent } from '../../testing/open-page';
import { settled } from '../../testing/settled';
import { MatchingPage } from './matching-page';

const service = (change: Partial<MatchedService> = {}): MatchedService => ({
  ...{ id: 's1', name: 'Foyer fictif', kind: 'young-shelter', territoryNames: ['Seine-Saint-Denis'] },
  ...{ standing: 'fits', borders: 0, phones: ['01 99 00 12 30'], email: null, address: '', say: null },
  ...{
    hasSecretAddress: false,
    freePlaces: 2,
    placesAt: null,
    waitingDays: null,
    ages: { from: 13, to: 17 },
  },
  ...{
    verifiedAt: '2026-03-12T09:00:00Z',
    hasAccount: true,
    isStale: false,
    hasNamesake: false,
    excludesSixteenSeventeen: false,
    lostToAge: false,
  },
  criteria: [
    { of: 'need', verdict: 'fits', decides: true },
    { of: 'places', verdict: 'fits', decides: true },
    { of: 'distance', verdict: 'fits', decides: false },
  ],
  ...change,
});
const found = (items: readonly MatchedService[], change: Partial<MatchedServices> = {}): MatchedServices => ({
  ...{ caseFileId: 'c1', calledName: 'Comète' },
  ...{ reference: 'RP-7K4M-2Q', zone: 'Europe/Paris', territory: 'Seine-Saint-Denis', need: 'bed-tonight' },
  ...{ ages: { from: 15, to: 15 }, sex: 'girl', languages: ['fr'], at: '2026-03-12T22:00:00Z' },
  ...{ fit: 1, toAsk: 0, cannot: 0, lostToAge: 0, items, next: null },
  ...change,
});
const PATH = '/api/case-files/c1/matching-services';

async function arrive(it: MatchedServices) {
  const api = await prepare();
  await openPage(MatchingPage, { caseFileId: 'c1' });
  (await sent(api, 'POST', PATH)).flush(it);
  await settled();
  return api;
}

describe('who can take this child', () => {
  afterEach(() => document.body.replaceChildren());

  it('says what was looked for, how each service stands, and whom to call', async () => {
    await arrive(found([service()]));
    expect(
      screen.getByText(/une place cette nuit, 15 ans, fille, français, depuis Seine-Saint-Denis/),
    ).toBeTruthy();
    expect(screen.getByText(/1 possible, 0 à appeler pour savoir, 0 impossible/)).toBeTruthy();
    const item = within(screen.getByRole('heading', { name: 'Foyer fictif' }).closest('li') as HTMLElement);
    expect(item.getByText('Possible')).toBeTruthy();
    expect(item.getByRole('link', { name: '01 99 00 12 30' }).getAttribute('href')).toBe('tel:0199001230');
    expect(item.getByText(/Places libres.: 2/)).toBeTruthy();
  });

  it('writes what is not known as a question, and what shuts out as why', async () => {
    await arrive(
      found([
        service({ standing: 'ask', criteria: [{ of: 'places', verdict: 'ask', decides: true }] }),
        service({
          ...{ id: 's2', name: 'Garçons', standing: 'no' },
          criteria: [{ of: 'sex', verdict: 'no', decides: true }],
        }),
      ]),
    );
    expect(screen.getByText('À demander')).toBeTruthy();
    expect(screen.getByText(/A-t-il une place/)).toBeTruthy();
    expect(screen.getByText('Pas possible')).toBeTruthy();
    const why = screen.getByText('Ne reçoit pas ce sexe');
    expect(why.closest('details')?.open).toBe(false);
  });

  it('alerts of services that shut out sixteen and seventeen (G05)', async () => {
    const young = service({
      ...{ standing: 'no', lostToAge: true, excludesSixteenSeventeen: true, ages: { from: 6, to: 15 } },
      criteria: [{ of: 'age', verdict: 'no', decides: true }],
    });
    await arrive(found([young], { ages: { from: 17, to: 17 }, lostToAge: 1, fit: 0, cannot: 1 }));
    expect(screen.getByText(/1 service recevrait cet enfant s’il était plus jeune/)).toBeTruthy();
    expect(screen.getByText(/D’après l’annuaire, aucun ne peut/)).toBeTruthy();
    // Nobody is left to ask: why stands open.
    expect(screen.getByText('Reçoit de 6 à 15 ans').closest('details')?.open).toBe(true);
    expect(screen.getByText(/Seul son âge l’exclut/)).toBeTruthy();
  });

  it('shows a secret address as such, and says that one is hidden from who sees no places', async () => {
    await arrive(
      found([
        service({ hasSecretAddress: true, address: '9 impasse Cachée' }),
        service({
          ...{ id: 's2', name: 'Refuge', hasSecretAddress: true },
          address: { redacted: true, ask: 'supervisor' },
        }),
      ]),
    );
    expect(screen.getByText(/à ne dire à personne.: 9 impasse Cachée/)).toBeTruthy();
    expect(screen.getByText(/une fois que ce service sait qui est l’enfant/)).toBeTruthy();
  });

  it('looks anew for another need and age; nobody is looked for as an adult', async () => {
    const api = await arrive(found([]));
    expect(screen.getByText(/L’annuaire est vide/)).toBeTruthy();
    await userEvent.selectOptions(screen.getByLabelText('Besoin'), 'psychological-support');
    await userEvent.type(screen.getByRole('textbox'), '18');
    await userEvent.click(screen.getByRole('button', { name: 'Chercher' }));
    await settled();
    expect(screen.getAllByText('Écrivez un âge de 0 à 17').length).toBeGreaterThan(0);
    await userEvent.clear(screen.getByRole('textbox'));
    await userEvent.type(screen.getByRole('textbox'), '16');
    await userEvent.click(screen.getByRole('button', { name: 'Chercher' }));
    expect((await sent(api, 'POST', PATH)).request.body).toEqual({ need: 'psychological-support', age: 16 });
  });

  it('counts what was ticked beside the list, and leads to what is asked', async () => {
    await arrive(found([service(), service({ id: 's2', name: 'Deuxième' })], { fit: 2 }));
    expect(screen.queryByRole('button', { name: 'Écrire la question' })).toBeNull();
    for (const tick of screen.getAllByRole('checkbox', { name: /Lui demander/ })) await userEvent.click(tick);
    const go = screen.getByRole('button', { name: 'Écrire la question' });
    expect(go.closest('p')?.textContent).toContain('2 services cochés');
    await userEvent.click(go);
    expect(document.activeElement?.textContent).toBe('Demander une place sans dire qui est l’enfant');
  });

  it('goes on where there are more', async () => {
    const api = await arrive(found([service()], { next: 20 }));
    await userEvent.click(screen.getByRole('button', { name: 'En voir plus' }));
    const request = await sent(api, 'POST', PATH);
    expect(request.request.body).toEqual({ need: 'bed-tonight', from: 20 });
    request.flush(found([service({ id: 's2', name: 'Deuxième' })]));
    await settled();
    expect(screen.getAllByRole('heading', { level: 3 }).map((it) => it.textContent)).toEqual([
      'Foyer fictif',
      'Deuxième',
    ]);
  });

  it('asks those that were ticked, with what was looked for and no word of who the child is', async () => {
    const api = await arrive(
      found(
        [
          service(),
          service({ id: 's2', name: 'À savoir', standing: 'ask' }),
          service({ id: 's3', name: 'Fermé', standing: 'no' }),
        ],
        { languages: ['pt-BR', 'pt', 'prs', 'fr', 'en'] },
      ),
    );
    expect(screen.getAllByRole('checkbox', { name: /Lui demander/ })).toHaveLength(2);
    const act = () => userEvent.click(screen.getByRole('button', { name: 'Envoyer la question' }));
    await act();
    await settled();
    expect(screen.getAllByText('Cochez au moins un service').length).toBeGreaterThan(0);
    expect(screen.getAllByText(/^Vérifiez que personne .* puis cochez$/).length).toBeGreaterThan(0);
    await userEvent.click(screen.getByRole('checkbox', { name: /Foyer fictif/ }));
    await userEvent.click(screen.getByRole('checkbox', { name: /À savoir/ }));
    await userEvent.selectOptions(screen.getByLabelText('Fondement du partage'), 'shared-secret');
    await userEvent.click(screen.getByRole('checkbox', { name: /Personne autour de l’enfant/ }));
    await userEvent.click(screen.getByRole('radio', { name: 'Oui' }));
    await act();
    const asked = await sent(api, 'POST', '/api/case-files/c1/capacity-questions');
    expect(asked.request.body).toEqual({
      ...{ need: 'bed-tonight', wanted: 'at-once', answerHours: 4, ground: 'shared-secret', sex: 'girl' },
      // No region, and three at most.
      ...{ serviceIds: ['s1', 's2'], languages: ['pt', 'prs', 'fr'], nobodyAroundWorksThere: true },
    });
  });
});
