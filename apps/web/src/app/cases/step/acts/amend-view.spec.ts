import { screen } from '@testing-library/dom';
import userEvent from '@testing-library/user-event';
import { RouterTestingHarness } from '@angular/router/testing';
import { asks, entry, field, stepPage } from '../../../../testing/fake-step';
import { prepare, sent } from '../../../../testing/open-page';
import { settled } from '../../../../testing/settled';
import { DoStepPage } from '../do-step-page';

const STEP = '/api/case-files/c1/runs/r1/steps/danger';
const seen = { fact: 'seen', title: { fr: 'Vu', en: 'Seen' }, shown: { fr: 'oui', en: 'yes' }, value: 'oui' };

async function correcting(closes = false) {
  const api = await prepare('fr', [
    { path: 'dossiers/:caseFileId/etapes/:runId/:step', component: DoStepPage },
  ]);
  const harness = await RouterTestingHarness.create('/dossiers/c1/etapes/r1/danger?corriger=e1');
  document.body.append(harness.fixture.nativeElement);
  const page = stepPage({
    state: 'done',
    fields: [field({ id: 'seen' }), field({ id: 'where' })],
    asks: asks({ closes }),
    entries: [entry({ values: [seen, { ...seen, fact: 'where' }] })],
    may: { complete: true, approve: false, amend: true, waive: false },
  });
  (await sent(api, 'GET', STEP)).flush(page, { headers: { ETag: '"7"' } });
  await settled();
  return api;
}

describe('a correction', () => {
  it('of a time older than those that the page shows asks for all of them', async () => {
    const api = await prepare('fr', [
      { path: 'dossiers/:caseFileId/etapes/:runId/:step', component: DoStepPage },
    ]);
    const harness = await RouterTestingHarness.create('/dossiers/c1/etapes/r1/danger?corriger=e1');
    document.body.append(harness.fixture.nativeElement);
    const newest = stepPage({ state: 'done', entries: [entry({ entryId: 'e2' })], olderEntries: 1 });
    (await sent(api, 'GET', STEP)).flush(newest, { headers: { ETag: '"7"' } });
    const all = { ...newest, fields: [field({ id: 'seen' })], olderEntries: 0 };
    (await sent(api, 'GET', `${STEP}?entries=all`)).flush(
      { ...all, entries: [...newest.entries, entry({ values: [seen] })] },
      { headers: { ETag: '"7"' } },
    );
    await settled();
    expect(document.body.textContent).toMatch(/Noté\s: oui/);
  });

  afterEach(() => document.body.replaceChildren());

  it('may be of the time alone', async () => {
    const api = await correcting();
    await userEvent.click(screen.getByRole('button', { name: /faux.*Quand cela/ }));
    await userEvent.type(screen.getByRole('textbox', { name: 'Jour' }), '10');
    await userEvent.type(screen.getByRole('textbox', { name: 'Mois' }), '3');
    await userEvent.type(screen.getByRole('textbox', { name: 'Année' }), '2026');
    await userEvent.type(screen.getByRole('textbox', { name: /Pourquoi/ }), 'Mauvais jour');
    await userEvent.click(screen.getByRole('button', { name: 'Enregistrer la correction' }));
    expect((await sent(api, 'POST', `${STEP}/amend`)).request.body).toEqual({
      entryId: 'e1',
      values: {},
      occurredInstead: '2026-03-10',
      why: 'Mauvais jour',
    });
  });

  it('may say that the list was not complete, where the step has one', async () => {
    const api = await correcting(true);
    await userEvent.click(screen.getByRole('radio', { name: 'Non' }));
    await userEvent.type(screen.getByRole('textbox', { name: /Pourquoi/ }), 'Il y en a un autre');
    await userEvent.click(screen.getByRole('button', { name: 'Enregistrer la correction' }));
    expect((await sent(api, 'POST', `${STEP}/amend`)).request.body).toMatchObject({ closes: false });
  });

  it('of nothing is refused; where there is no list nothing asks whether it is complete', async () => {
    const api = await correcting();
    expect(screen.queryByRole('radio', { name: 'Non' })).toBeNull();
    await userEvent.type(screen.getByRole('textbox', { name: /Pourquoi/ }), 'Rien');
    await userEvent.click(screen.getByRole('button', { name: 'Enregistrer la correction' }));
    expect(screen.getByText('Choisissez au moins une réponse qui était fausse')).toBeTruthy();
    api.expectNone(`${STEP}/amend`);
  });
});
