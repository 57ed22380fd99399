import { screen } from '@testing-library/dom';
import userEvent from '@testing-library/user-event';
import type { Action, Conference, ConferencePage as Page, Conferences } from '@repere/contract';
import { openPage, prepare, sent } from '../../testing/open-page';
import { settled } from '../../testing/settled';
import { ConferencePage } from './conference-page';
import { ConferencesPage } from './conferences-page';
import { guestOf } from './typed-preparation';

const HEAD = { caseFileId: 'c1', calledName: 'Comète', reference: 'RP-7K4M-2Q', zone: 'Europe/Paris' };
const LEA = { id: 'l1', name: 'Léa' };
const said: Conference = {
  ...{ version: 1, state: 'prepared', purpose: 'Qui pilote', members: [{ ...LEA, came: 'unsaid' }] },
  ...{ outside: [{ name: 'Mme Roux', role: 'principale', came: 'unsaid' }] },
  points: [{ ground: 'late', text: 'Évaluer' }],
  ...{
    asked: 'not-yet',
    childCame: 'unsaid',
    childWhyNot: null,
    childWords: null,
    teller: null,
    tellBy: null,
  },
  ...{ decisions: [], summary: null, correction: null, sentBack: null, at: '2026-03-01T09:00:00Z', by: LEA },
};
const action: Action = {
  ...{ id: 'x1', version: 1, state: 'open', what: 'Appeler le collège', owner: LEA, day: '2026-03-20' },
  ...{ isLate: false, outcome: null, passed: [], mayPass: false },
};
const page = (change: Partial<Page> = {}): Page => ({
  ...{ ...HEAD, seq: 7, today: '2026-03-12', mayWrite: true, mayJudge: false, conference: said },
  appointment: {
    ...{
      id: 'a1',
      kind: 'case-conference',
      state: 'planned',
      day: '2026-03-12',
      hour: '09:00',
      minutes: null,
    },
    ...{ missing: [], clashes: [], version: 1, reason: null, from: null, place: 'Salle 2', withWhom: null },
    ...{ escortAccount: null, escort: null, interpreter: 'unknown', interpreterFound: 'unknown' },
    ...{
      language: null,
      third: null,
      thirdWords: null,
      whyAgain: null,
      told: 'not-yet',
      notes: null,
      outcome: null,
    },
    ...{ at: '2026-03-01T09:00:00Z', by: LEA },
  },
  ...{
    missing: ['child-told', 'minutes'],
    actions: [],
    handOver: null,
    draft: null,
    people: [LEA],
    proposed: [],
    earlier: [],
  },
  ...change,
});

describe('a conference', () => {
  afterEach(() => document.body.replaceChildren());

  const opened = async (change: Partial<Page> = {}) => {
    const api = await prepare();
    await openPage(ConferencePage, { caseFileId: 'c1', conferenceId: 'a1' });
    (await sent(api, 'GET', '/api/case-files/c1/conferences/a1')).flush(page(change));
    await settled();
    return api;
  };

  it('says what nobody has said, and sends minutes with what is unsaid as such', async () => {
    const api = await opened();
    expect(screen.getByText(/^Il manque.*le dire à l’enfant, le compte rendu$/)).toBeTruthy();
    await userEvent.click(screen.getByRole('button', { name: 'Ajouter une décision' }));
    await settled();
    await userEvent.click(screen.getByRole('button', { name: 'Enregistrer le compte rendu' }));
    await settled();
    expect(screen.getAllByText('Dites pourquoi').length).toBeGreaterThan(0);
    await userEvent.type(screen.getByRole('textbox', { name: 'Ce qui est décidé' }), 'Rester au foyer');
    await userEvent.type(screen.getByRole('textbox', { name: 'Pourquoi' }), 'Sa demande');
    await userEvent.click(screen.getByRole('button', { name: 'Enregistrer le compte rendu' }));
    const { body } = (await sent(api, 'POST', '/api/case-files/c1/conferences/a1/minutes')).request;
    expect(body).toEqual({
      ...{ version: 1, members: [{ accountId: 'l1', came: 'unsaid' }], outside: ['unsaid'] },
      ...{ told: 'not-yet', asked: 'not-yet', childCame: 'unsaid', actions: [] },
      decisions: [{ kind: 'measure', what: 'Rester au foyer', why: 'Sa demande' }],
    });
  });

  it('keeps minutes as they are typed, and goes on with what was typed before', async () => {
    const typed = {
      summary: 'Avec l’école',
      decisions: [{ kind: 'measure', what: 'Rester', odd: 1 }],
      told: 7,
    };
    const draft = { content: typed, version: 1, savedAt: '2026-03-12T09:00:00Z', revision: 4 };
    const api = await opened({ draft });
    const summary = screen.getByRole('textbox', { name: 'Ce qui s’est dit d’autre' });
    expect((summary as HTMLTextAreaElement).value).toBe('Avec l’école');
    expect(screen.getByText(/^Brouillon gardé/)).toBeTruthy();
    await userEvent.type(summary, ' et la tante');
    const { request } = await sent(api, 'PUT', '/api/case-files/c1/conferences/a1/minutes-draft');
    expect(request.headers.get('If-Match')).toBe('"4"');
    expect(request.body).toMatchObject({
      version: 1,
      // What was no answer of the form is not taken for one.
      content: {
        summary: 'Avec l’école et la tante',
        told: 'not-yet',
        decisions: [{ what: 'Rester', why: '' }],
      },
    });
  });

  it('asks which goes on where the same minutes were typed elsewhere', async () => {
    const api = await opened();
    await userEvent.type(screen.getByRole('textbox', { name: 'Ce qui s’est dit d’autre' }), 'Ici');
    (await sent(api, 'PUT', '/api/case-files/c1/conferences/a1/minutes-draft')).flush(
      { status: 412, code: 'stale', title: 'x' },
      { status: 412, statusText: 'stale' },
    );
    const other = {
      content: { summary: 'Ailleurs' },
      version: 1,
      savedAt: '2026-03-12T09:00:00Z',
      revision: 2,
    };
    (await sent(api, 'GET', '/api/case-files/c1/conferences/a1')).flush(page({ draft: other }));
    await settled();
    expect(screen.getByText(/^Ce compte rendu a été tapé ailleurs aussi/)).toBeTruthy();
    await userEvent.click(screen.getByRole('button', { name: 'Reprendre ce qui a été tapé ailleurs' }));
    await settled();
    const summary = screen.getByRole('textbox', { name: 'Ce qui s’est dit d’autre' });
    expect((summary as HTMLTextAreaElement).value).toBe('Ailleurs');
  });

  it('proposes the lead by the case’s own act, with why it was decided', async () => {
    const api = await opened({
      handOver: { to: LEA, why: 'Elle le connaît', askedUntil: null, mayDo: true },
    });
    await userEvent.click(screen.getByRole('button', { name: 'Proposer le pilotage maintenant' }));
    const { request } = await sent(api, 'POST', '/api/case-files/c1/lead-proposals');
    expect([request.body, request.headers.get('If-Match')]).toEqual([
      { accountId: 'l1', words: 'Elle le connaît' },
      '"7"',
    ]);
  });

  it('says that the lead is proposed, and offers it no second time', async () => {
    const askedUntil = '2026-03-16T23:00:00Z';
    await opened({ handOver: { to: LEA, why: 'Elle le connaît', askedUntil, mayDo: true } });
    expect(screen.getByText(/^Le pilotage est proposé à Léa/)).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Proposer le pilotage maintenant' })).toBeNull();
  });

  it('lets who may not hand over ask who may', async () => {
    await opened({ handOver: { to: LEA, why: null, askedUntil: null, mayDo: false } });
    expect(screen.queryByRole('button', { name: 'Proposer le pilotage maintenant' })).toBeNull();
    expect(screen.getByText(/^Qui pilote le dossier, ou la personne responsable/)).toBeTruthy();
  });

  it('has an action done in one press', async () => {
    const api = await opened({ actions: [action] });
    await userEvent.click(screen.getByRole('button', { name: 'C’est fait' }));
    const { body } = (await sent(api, 'POST', '/api/case-files/c1/conferences/a1/actions/x1/outcome'))
      .request;
    expect(body).toEqual({ version: 1, state: 'done' });
  });

  it('passes an action on to who works on the case, with a reason, and tells from whom to whom it went', async () => {
    const [nour, samia] = [
      { id: 'l2', name: 'Nour' },
      { id: 'l3', name: 'Samia' },
    ];
    const passed = { from: samia, to: LEA, by: samia, at: '2026-03-02T09:00:00Z', why: 'Congé' };
    const api = await opened({
      ...{ people: [LEA, nour], actions: [{ ...action, mayPass: true, passed: [passed] }] },
    });
    expect(screen.getByText(/^De Samia à Léa, .*.: Congé$/)).toBeTruthy();
    const owner = screen.getByRole('combobox', { name: 'À qui' });
    expect([...owner.querySelectorAll('option')].map(({ textContent }) => textContent)).not.toContain('Léa');
    await userEvent.click(screen.getByRole('button', { name: 'Passer l’action' }));
    await settled();
    expect(screen.getAllByText('Dites pourquoi vous la passez').length).toBeGreaterThan(0);
    await userEvent.selectOptions(owner, 'Nour');
    await userEvent.type(screen.getByRole('textbox', { name: 'Pourquoi' }), 'Je pars en congé');
    await userEvent.click(screen.getByRole('button', { name: 'Passer l’action' }));
    const { body } = (await sent(api, 'POST', '/api/case-files/c1/conferences/a1/actions/x1/owner')).request;
    expect(body).toEqual({ version: 1, ownerId: 'l2', words: 'Je pars en congé' });
  });

  it('says of actions whose minutes were sent back that they stand, and passes none for who may not', async () => {
    await opened({ conference: { ...said, state: 'sent-back' }, actions: [action] });
    expect(screen.getByText(/^Le compte rendu est à revoir.: ces actions restent à faire/)).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Passer l’action' })).toBeNull();
  });

  it('shows no form to who may not write, and none to agree to who wrote it', async () => {
    await opened({ mayWrite: false, actions: [{ ...action, owner: { id: 'l2', name: 'Nour' } }] });
    for (const name of ['C’est fait', 'Enregistrer', 'Enregistrer le compte rendu'])
      expect(screen.queryByRole('button', { name })).toBeNull();
    expect(screen.queryByText('Relire ce compte rendu')).toBeNull();
  });
});

describe('conferences of a case', () => {
  afterEach(() => document.body.replaceChildren());

  it('are planned with what was kept of what is open, and nothing else', async () => {
    const shown: Conferences = {
      ...{ ...HEAD, today: '2026-03-12', mayWrite: true, people: [LEA], conferences: [] },
      proposed: ['Évaluer', 'Écrire'].map((fr) => ({ ground: 'late', text: { fr, en: fr } })),
    };
    const api = await prepare();
    await openPage(ConferencesPage, { caseFileId: 'c1' });
    (await sent(api, 'GET', '/api/case-files/c1/conferences')).flush(shown);
    await settled();
    await userEvent.type(screen.getByRole('textbox', { name: 'Jour' }), '12');
    await userEvent.type(screen.getByRole('textbox', { name: 'Mois' }), '3');
    await userEvent.type(screen.getByRole('textbox', { name: 'Année' }), '2027');
    await userEvent.type(screen.getByRole('textbox', { name: 'À quoi elle sert' }), 'Qui pilote');
    await userEvent.click(screen.getByRole('checkbox', { name: /^Écrire/ }));
    await userEvent.type(screen.getByRole('textbox', { name: /^Autres points/ }), 'Vacances');
    await userEvent.click(screen.getByRole('button', { name: 'Prévoir' }));
    const { body } = (await sent(api, 'POST', '/api/case-files/c1/conferences')).request;
    expect(body).toEqual({
      ...{ when: { day: '2027-03-12' }, purpose: 'Qui pilote', memberIds: [], outside: [] },
      points: [
        { ground: 'late', text: 'Écrire' },
        { ground: 'own', text: 'Vacances' },
      ],
      ...{ told: 'not-yet', asked: 'not-yet' },
    });
  });

  it('read a guest as a name and a function, and nothing less', () => {
    expect(guestOf('Mme Roux, principale, collège')).toEqual({
      name: 'Mme Roux',
      role: 'principale, collège',
    });
    expect(['Mme Roux', ', principale', 'Mme Roux,'].map(guestOf)).toEqual([null, null, null]);
  });
});
