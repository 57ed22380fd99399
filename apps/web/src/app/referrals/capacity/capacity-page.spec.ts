import { screen, within } from '@testing-library/dom';
import userEvent from '@testing-library/user-event';
import type { CapacityQuestion, CapacityQuestions, CapacityRequest } from '@repere/contract';
import { openPage, prepare, sent } from '../../../testing/open-page';
import { settled } from '../../../testing/settled';
import { CapacityPage } from './capacity-page';

const request = (change: Partial<CapacityRequest> = {}): CapacityRequest => ({
  ...{ id: 'a3f09c00-0000-4000-8000-000000000000', number: 'A3F09C', phones: ['01 99 00 12 30'] },
  ...{
    service: { id: 's1', name: 'Foyer fictif' },
    members: [],
    state: 'waiting',
    isReferred: false,
    hasLeft: false,
    isToConfirm: false,
  },
  ...{ link: { state: 'sent', code: '482 915', until: '2026-03-15T22:00:00Z' }, events: [] },
  ...change,
});
const question = (change: Partial<CapacityQuestion> = {}): CapacityQuestion => ({
  ...{ id: 'q1', need: 'bed-tonight', ages: { from: 13, to: 15 }, sex: 'girl', languages: [] },
  ...{ wanted: 'at-once', askedAt: '2026-03-12T21:00:00Z', dueAt: '2026-03-13T01:00:00Z', state: 'waiting' },
  ...{
    asked: 1,
    yes: 0,
    no: 0,
    otherOffer: 0,
    elsewhere: 0,
    silent: 0,
    unmet: null,
    isMet: false,
    requests: [request()],
  },
  ...change,
});
const PATH = '/api/case-files/c1/capacity-questions';
const page = (items: readonly CapacityQuestion[], mayRefer = true): CapacityQuestions => ({
  ...{ caseFileId: 'c1', calledName: 'Comète' },
  ...{ reference: 'RP-7K4M-2Q', zone: 'Europe/Paris', mayRefer, items },
});

async function arrive(it: CapacityQuestions) {
  const api = await prepare();
  await openPage(CapacityPage, { caseFileId: 'c1' });
  (await sent(api, 'GET', PATH)).flush(it);
  await settled();
  return api;
}

describe('places that were asked for', () => {
  afterEach(() => document.body.replaceChildren());

  it('shows what was asked, of whom, and the code to tell by telephone', async () => {
    await arrive(page([question()]));
    expect(screen.getByText('Une place cette nuit')).toBeTruthy();
    expect(screen.getByText(/13 à 15 ans, fille/i)).toBeTruthy();
    expect(screen.getByText('482 915')).toBeTruthy();
    expect(screen.getByText('Question A3F09C')).toBeTruthy();
    expect(screen.getByText(/Demandé à 1.: 0 oui/)).toBeTruthy();
  });

  it.each([
    ['by mail and telephone who has a link', {}, true],
    ['by telephone alone who has neither account nor link', { link: null }, false],
    ['by mail who has an account', { link: null, members: [{ id: 'p1', name: 'Lou' }] }, true],
  ])('offers to chase %s', async (_, change, byMail) => {
    await arrive(page([question({ requests: [request(change)] })]));
    expect(screen.queryByRole('button', { name: /Relancer par courriel/ }) !== null).toBe(byMail);
    expect(screen.getByRole('button', { name: /Relancé par téléphone/ })).toBeTruthy();
  });

  it.each([true, false])(
    'of a yes that may be promised twice, says to make sure by telephone: %s',
    async (isToConfirm) => {
      await arrive(page([question({ requests: [request({ state: 'yes', isToConfirm })] })]));
      expect(screen.queryByText(/Avant d’y conduire l’enfant/) !== null).toBe(isToConfirm);
    },
  );

  it('shows neither code nor acts to who may only read', async () => {
    await arrive(
      page([question({ requests: [request({ link: { state: 'sent', code: null, until: null } })] })], false),
    );
    expect(screen.queryByText('482 915')).toBeNull();
    expect(screen.queryByRole('button')).toBeNull();
  });

  it.each([
    [404, false],
    [503, true],
  ])('read again and refused with %i, keeps what was in sight: %s', async (status, isKept) => {
    const api = await arrive(page([question()]));
    await userEvent.click(screen.getByRole('button', { name: 'Ne plus chercher' }));
    (await sent(api, 'PUT', `${PATH}/closed/q1`)).flush(null, { status: 204, statusText: '' });
    const problem = { type: 'about:blank', title: 'Non', status, code: 'x' };
    (await sent(api, 'GET', PATH)).flush(problem, { status, statusText: 'x' });
    await settled();
    expect(screen.queryByText('482 915') !== null).toBe(isKept);
  });

  it.each([
    ['nobody said what became of the need', {}, true],
    ['it is met', { isMet: true }, false],
    ['it is recorded as unmet', { unmet: 'full' }, false],
    ['a place is held still', { yes: 1 }, false],
  ] as const)('closed while %s, asks why nobody meets it: %s', async (_, change, asks) => {
    await arrive(page([question({ state: 'closed', ...change })]));
    expect(screen.queryByText(/Le besoin reste ouvert/) !== null).toBe(asks);
    expect(screen.queryByLabelText(/Noter qu’aucun service n’a de place/) !== null).toBe(asks);
  });

  it('offers to say who the child is only to a service that said yes, and knows no word of it yet', async () => {
    const member = { id: 'p1', name: 'Lou' };
    const requests = [
      request({ state: 'yes', members: [member], link: null }),
      request({
        id: 'b',
        service: { id: 's2', name: 'Complet' },
        state: 'no',
        members: [member],
        link: null,
      }),
      request({
        id: 'c',
        service: { id: 's3', name: 'Dit' },
        state: 'yes',
        members: [member],
        isReferred: true,
      }),
    ];
    await arrive(page([question({ state: 'found', yes: 2, no: 1, requests })]));
    expect(
      screen
        .getAllByRole('button', { name: /Dire qui est l’enfant/ })
        .map((it) => it.getAttribute('aria-label')),
    ).toEqual(['Dire qui est l’enfant à ce service – Foyer fictif']);
    expect(screen.getByText(/Identité transmise/)).toBeTruthy();
  });

  it('records what was told by telephone, with one form open at a time', async () => {
    const requests = [request(), request({ id: 'b', service: { id: 's2', name: 'Deuxième' } })];
    const api = await arrive(page([question({ requests })]));
    await userEvent.click(screen.getByRole('button', { name: /Noter une réponse.*Foyer fictif/ }));
    await userEvent.click(screen.getByRole('button', { name: /Noter une réponse.*Deuxième/ }));
    expect(screen.getAllByRole('button', { name: 'Noter la réponse' })).toHaveLength(1);
    await userEvent.click(screen.getByRole('button', { name: 'Noter la réponse' }));
    await settled();
    expect(screen.getAllByText('Choisissez une réponse').length).toBeGreaterThan(0);
    await userEvent.click(screen.getByRole('radio', { name: 'Oui' }));
    await settled();
    await userEvent.selectOptions(screen.getByLabelText('Ils tiennent la place'), '4');
    await userEvent.click(screen.getByRole('button', { name: 'Noter la réponse' }));
    const recorded = await sent(api, 'POST', `${PATH}/requests/b/answers`);
    expect(recorded.request.body).toEqual({ answer: 'yes', heldHours: 4 });
    recorded.flush(null, { status: 204, statusText: '' });
    (await sent(api, 'GET', PATH)).flush(page([question({ state: 'found', yes: 1, requests })]));
    await settled();
    expect(screen.getByText('Réponse notée.')).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Noter la réponse' })).toBeNull();
  });

  it('lets an unmet need be recorded only when nobody may still say yes; closes in one press', async () => {
    const api = await arrive(page([question({ state: 'open', silent: 1 })]));
    const unmet = within(
      screen.getByLabelText('Noter qu’aucun service n’a de place').closest('form') as HTMLElement,
    );
    await userEvent.selectOptions(unmet.getByRole('combobox'), 'silent');
    await userEvent.click(unmet.getByRole('button'));
    const recorded = await sent(api, 'POST', `${PATH}/q1/unmet`);
    expect(recorded.request.body).toEqual({ reason: 'silent' });
    recorded.flush(null, { status: 204, statusText: '' });
    (await sent(api, 'GET', PATH)).flush(page([question({ state: 'unmet', silent: 1, unmet: 'silent' })]));
    await settled();
    expect(screen.queryByLabelText('Noter qu’aucun service n’a de place')).toBeNull();
    await userEvent.click(screen.getByRole('button', { name: 'Ne plus chercher' }));
    (await sent(api, 'PUT', `${PATH}/closed/q1`)).flush(null, { status: 204, statusText: '' });
    (await sent(api, 'GET', PATH)).flush(page([question({ state: 'closed' })]));
    await settled();
    expect(screen.queryByText('482 915')).toBeNull();
    // That nobody looks any more covers nothing: somebody says that the need is met.
    await userEvent.click(screen.getByRole('button', { name: 'Besoin couvert' }));
    (await sent(api, 'PUT', `${PATH}/met/q1`)).flush(null, { status: 204, statusText: '' });
    (await sent(api, 'GET', PATH)).flush(page([question({ state: 'closed', isMet: true })]));
    await settled();
    expect(screen.getByText('Besoin couvert')).toBeTruthy();
    expect(screen.queryByRole('button')).toBeNull();
  });

  it('has the word of whoever told a service without account who the child is, with what the law asks', async () => {
    const api = await arrive(
      page([question({ state: 'found', yes: 1, requests: [request({ state: 'yes' })] })]),
    );
    await userEvent.click(screen.getByRole('button', { name: /Noter que je lui ai dit/ }));
    await settled();
    const classes = [{ fieldClass: 'identity', title: { fr: 'identité', en: 'identity' }, now: [] }] as const;
    (await sent(api, 'GET', '/api/case-files/c1/partners')).flush({ partners: [], classes });
    await settled();
    await userEvent.click(screen.getByRole('button', { name: 'Noter' }));
    await settled();
    expect(screen.getAllByText('Écrivez ce que vous avez dit').length).toBeGreaterThan(0);
    await userEvent.type(screen.getByLabelText('Ce que vous avez dit'), 'Son prénom');
    await userEvent.click(screen.getByRole('checkbox', { name: 'identité' }));
    await userEvent.click(screen.getByRole('radio', { name: 'Par écrit' }));
    const choose = async (group: RegExp) =>
      userEvent.click(within(screen.getByRole('group', { name: group })).getByRole('radio', { name: 'Oui' }));
    await choose(/secret/);
    await userEvent.selectOptions(screen.getByLabelText('Pour quel motif ?'), 'shared-secret');
    await userEvent.type(screen.getByLabelText(/^Pourquoi fallait-il/), 'Pour l’accueillir');
    await choose(/^L’enfant le savait/);
    await choose(/^Les parents/);
    await userEvent.click(screen.getByRole('radio', { name: 'L’avis n’a pas pu être recueilli' }));
    await userEvent.type(screen.getByLabelText('Pourquoi'), 'Elle dort');
    await userEvent.click(screen.getByRole('button', { name: 'Noter' }));
    await settled();
    api.expectNone(`${PATH}/requests/${request().id}/told`);
    await userEvent.click(screen.getByRole('checkbox', { name: /^Personne autour/ }));
    await userEvent.click(screen.getByRole('button', { name: 'Noter' }));
    const told = await sent(api, 'POST', `${PATH}/requests/${request().id}/told`);
    expect(told.request.body).toMatchObject({ what: 'Son prénom', classes: ['identity'], how: 'written' });
    // What is needed at once is not waited for for two days.
    expect(told.request.body).toMatchObject({ answerHours: 4, nobodyAroundWorksThere: true });
    expect(told.request.body).toMatchObject({ childView: { whyNot: 'Elle dort' } });
  });
});
