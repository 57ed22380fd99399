import type { HttpTestingController, TestRequest } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { RouterTestingHarness } from '@angular/router/testing';
import { screen, within } from '@testing-library/dom';
import userEvent from '@testing-library/user-event';
import type { StepPage } from '@repere/contract';
import { Language } from '@repere/ui';
import { asks, entry, field, stepPage } from '../../../testing/fake-step';
import { prepare, sent } from '../../../testing/open-page';
import { settled } from '../../../testing/settled';
import { PrivacyScreen } from '../../access/privacy-screen';
import { DoStepPage } from './do-step-page';

const STEP = '/api/case-files/c1/runs/r1/steps/danger';
const both = (words: string) => ({ fr: words, en: words });
const plain = (text: string | null | undefined) => (text ?? '').replace(/\s+/g, ' ').trim();
const saved = (revision: number) => ({ savedAt: '2026-03-12T14:02:00+01:00', revision, relevant: {} });
const seen = field({ id: 'seen', title: both('Ce qui a été vu'), required: true, maxLength: 100 });

let api: HttpTestingController;

async function shown(page: StepPage) {
  api = await prepare('fr', [
    { path: 'dossiers/:caseFileId/etapes/:runId/:step', component: DoStepPage },
    { path: '**', children: [] },
  ]);
  const harness = await RouterTestingHarness.create('/dossiers/c1/etapes/r1/danger');
  document.body.append(harness.fixture.nativeElement);
  await answer('GET', STEP, page);
  return harness;
}

async function answer(method: string, path: string, body: object, status = 200): Promise<TestRequest> {
  const request = await sent(api, method, path);
  request.flush(body, { status, statusText: 'said' });
  await settled();
  return request;
}

const heading = () => plain(screen.getByRole('heading', { level: 1 }).textContent);
const box = () => screen.getByRole<HTMLInputElement>('textbox', { name: 'Ce qui a été vu' });
const press = (name: string | RegExp) => userEvent.click(screen.getByRole('button', { name }));

describe('a step', () => {
  // jsdom scrolls nothing.
  beforeAll(() => (Element.prototype.scrollIntoView = () => undefined));
  afterEach(() => document.body.replaceChildren());

  it('has one heading, which takes the focus, and a title without names', async () => {
    await shown(stepPage({ fields: [seen] }));
    expect(document.activeElement).toBe(screen.getByRole('heading', { level: 1 }));
    expect(heading()).toBe('Évaluer le danger');
    expect(document.title).toBe('Étape RP-7K4M-2Q – Repère');
  });

  it('says in one line that it is done now, by the reader, and asks when and who on demand, for good', async () => {
    await shown(stepPage({ fields: [seen], asks: asks({ participants: ['TS', 'OPJ'] }) }));
    expect(plain(document.querySelector('app-happened-fields')?.textContent)).toBe(
      'Fait maintenant, par vous. Changer',
    );
    await press('Changer quand, ou par qui');
    await userEvent.click(screen.getByRole('radio', { name: 'Plus tôt' }));
    await userEvent.click(screen.getByRole('radio', { name: 'Maintenant' }));
    expect(screen.getByRole('radio', { name: 'Moi' })).toBeTruthy();
  });

  it('with a sheet of signs is short: other answers are offered once for all, the note with what is optional', async () => {
    const items = [{ id: 'debt', label: both('Dette') }];
    const sheet = (id: string) =>
      field({ id, type: 'checklist', title: both(id), isOfSigns: true, required: true, items });
    const told = field({ id: 'told', title: both('Ce qui a été dit') });
    const hurt = field({ id: 'hurt', type: 'yes-no', title: both('Droits atteints') });
    await shown(stepPage({ fields: [sheet('Alerte'), sheet('Traite'), told, hurt] }));
    expect(screen.getAllByRole('button', { name: 'Répondre autrement' })).toHaveLength(1);
    expect(screen.queryByRole('button', { name: 'Refuse' })).toBeNull();
    const fold = screen.getByText(/^Facultatif\s: Droits atteints · Note$/).closest('details');
    const note = within(fold ?? document.body).getByRole('textbox', { name: /^Note/ });
    expect(fold?.open).toBe(false);
    // What is being written stays open, emptied as well.
    await userEvent.type(note, 'a');
    await userEvent.clear(note);
    expect(fold?.open).toBe(true);

    await press('Répondre autrement');
    expect(screen.queryByRole('button', { name: 'Répondre autrement' })).toBeNull();
    expect(screen.getAllByRole('button', { name: /^Autre réponse\s: Dette/ })).toHaveLength(2);
    await press('Refuse');
    expect(screen.getByRole('button', { name: 'Refuse' }).getAttribute('aria-pressed')).toBe('true');
  });

  it('of rights leads to the sheet, in a tab of its own that learns nothing, and hides meanwhile', async () => {
    await shown(stepPage({ asks: asks({ hands: 'rights-sheet' }) }));
    const link = screen.getByRole('link', { name: 'Feuille de droits (nouvel onglet)' });
    expect(['href', 'target', 'rel'].map((name) => link.getAttribute(name))).toEqual([
      '/feuille',
      '_blank',
      'noopener noreferrer',
    ]);
    await userEvent.click(link);
    expect(TestBed.inject(PrivacyScreen).isDrawn()).toBe(true);
  });

  it('of anything else has no such link', async () => {
    await shown(stepPage());
    expect(screen.queryByRole('link', { name: /Feuille de droits/ })).toBeNull();
  });

  it('sent empty says what is missing in the words of the field, and takes the focus there', async () => {
    await shown(stepPage({ fields: [seen] }));
    await press('Vérifier');
    const summary = screen.getByRole('alert', { name: 'À corriger avant de continuer' });
    expect(document.activeElement).toBe(summary);
    await userEvent.click(within(summary).getByRole('link', { name: /Ce qui a été vu/ }));
    expect(document.activeElement).toBe(box());
    expect(document.title).toMatch(/^Erreur/);
    api.expectNone(`${STEP}/check`);
  });

  it('typed and sent with Enter at once loses nothing', async () => {
    await shown(stepPage({ fields: [seen] }));
    await userEvent.type(box(), 'des bleus{Enter}');
    const draft = await answer('PUT', `${STEP}/draft`, saved(1));
    expect(JSON.stringify(draft.request.body)).toContain('des bleus');
    expect(draft.request.headers.get('If-Match')).toBe('"0"');
    const check = await answer('POST', `${STEP}/check`, { ok: true, reasons: [], effects: [], relevant: {} });
    expect(check.request.body).toEqual({ values: { seen: 'des bleus' } });
    expect(heading()).toBe('Vérifier avant d’enregistrer');
  });

  it('is read again with its effect, then recorded, and says what to go on with', async () => {
    await shown(stepPage({ fields: [seen] }));
    await userEvent.type(box(), 'des bleus');
    await press('Vérifier');
    await answer('PUT', `${STEP}/draft`, saved(1));
    const effects = [both('Ouvrira : Soins.')];
    await answer('POST', `${STEP}/check`, { ok: true, reasons: [], effects, relevant: {} });
    expect(plain(screen.getByRole('link', { name: /^Modifier.*vu$/ }).textContent)).toBe('Modifier');
    await press(/^Enregistrer \(ouvrira/);
    const next = {
      runId: 'r1',
      protocol: 'p',
      step: 'plan',
      band: 'later',
      title: both('Plan'),
      why: both('.'),
      dueAt: null,
    };
    const done = await answer('POST', `${STEP}/complete`, {
      seq: 8,
      entryIds: ['e9'],
      opened: [{ runId: 'r2', protocol: 'care', title: both('Soins') }],
      possible: [
        { runId: 'r1', step: 'plan', title: both('Plan') },
        { runId: 'r1', step: 'judge', title: both('Dire si') },
      ],
      state: 'done',
      outcome: {
        protocol: both('Doute sur l’âge'),
        title: both('Présumé·e mineur·e'),
        changed: false,
        why: [],
      },
      next,
    });
    expect(done.request.headers.get('If-Match')).toBe('"7"');
    expect(done.request.headers.get('Idempotency-Key')).toMatch(/^[0-9a-f-]{36}$/);
    expect(heading()).toBe('C’est enregistré');
    expect(screen.getByText(/Doute sur l’âge.: toujours «.Présumé·e mineur·e.»\./)).toBeTruthy();
    expect(screen.getByRole('link', { name: 'Soins' }).getAttribute('href')).toBe('/dossiers/c1#run-r2');
    expect(screen.getByRole('link', { name: 'Faire cette étape' }).getAttribute('href')).toBe(
      '/dossiers/c1/etapes/r1/plan',
    );
    // What became possible is there as well, what comes next once.
    expect(screen.getByRole('link', { name: 'Dire si' }).getAttribute('href')).toBe(
      '/dossiers/c1/etapes/r1/judge',
    );
    expect(screen.queryByRole('link', { name: 'Plan' })).toBeNull();
  });

  it('refused says the rule beside the form, its source in words, and keeps what is typed', async () => {
    const sources = [{ code: 'G06', text: both("Jamais l'hôtel pour un enfant") }];
    await shown(stepPage({ fields: [seen], sources }));
    await userEvent.type(box(), 'hôtel{Enter}');
    await answer('PUT', `${STEP}/draft`, saved(1));
    const reasons = [{ code: 'requires', text: both("Jamais d'hôtel."), basis: ['G06'] }];
    await answer('POST', `${STEP}/check`, { ok: false, reasons, effects: [], relevant: {} });
    const card = within(screen.getByRole('alert', { name: /pas possible/ }));
    expect(card.getByText(/Jamais d’hôtel/)).toBeTruthy();
    expect(card.getByText(/Jamais l’hôtel pour un enfant/)).toBeTruthy();
    expect(box().value).toBe('hôtel');
  });

  it('changed meanwhile by somebody shows both versions and sends neither by itself', async () => {
    await shown(stepPage({ fields: [seen] }));
    await userEvent.type(box(), 'moi{Enter}');
    await answer('PUT', `${STEP}/draft`, saved(1));
    await answer('POST', `${STEP}/check`, { ok: true, reasons: [], effects: [], relevant: {} });
    await press('Enregistrer l’étape');
    const change = {
      seq: 8,
      entryId: 'e8',
      at: '2026-03-12T14:00:00+01:00',
      by: 'Samia',
      title: both('Évaluer le danger'),
      values: { seen: 'elle' },
    };
    const stale = { type: '', title: '', status: 412, code: 'stale', changes: [change] };
    await answer('POST', `${STEP}/complete`, stale, 412);
    expect(heading()).toBe('Le dossier a changé entre-temps');
    expect(screen.getByText(/par Samia/)).toBeTruthy();
    await userEvent.click(screen.getByRole('radio', { name: 'Garder les deux' }));
    await press('Vérifier de nouveau');
    await answer('PUT', `${STEP}/draft`, saved(2));
    await answer('GET', STEP, stepPage({ fields: [seen], seq: 8 }));
    const check = await sent(api, 'POST', `${STEP}/check`);
    expect(check.request.body).toEqual({ values: { seen: 'elle\nmoi' } });
  });

  it('changed meanwhile in what one may not see, offers no choice of it', async () => {
    await shown(stepPage({ fields: [seen] }));
    await userEvent.type(box(), 'moi{Enter}');
    await answer('PUT', `${STEP}/draft`, saved(1));
    await answer('POST', `${STEP}/check`, { ok: true, reasons: [], effects: [], relevant: {} });
    await press('Enregistrer l’étape');
    const change = {
      ...{ seq: 8, entryId: 'e8', at: '2026-03-12T14:00:00+01:00', by: 'Samia', title: both('Évaluer') },
      values: { seen: { redacted: true, ask: 'supervisor' } },
    };
    const stale = { type: '', title: '', status: 412, code: 'stale', changes: [change] };
    await answer('POST', `${STEP}/complete`, stale, 412);
    expect(heading()).toBe('Le dossier a changé entre-temps');
    expect(screen.queryByRole('radio')).toBeNull();
    await press('Vérifier de nouveau');
    await answer('GET', STEP, stepPage({ fields: [seen], seq: 8 }));
    const check = await sent(api, 'POST', `${STEP}/check`);
    expect(check.request.body).toEqual({ values: { seen: 'moi' } });
  });

  it('keeps what is typed when the language is switched', async () => {
    await shown(stepPage({ fields: [seen] }));
    await userEvent.type(box(), 'ses mots');
    await TestBed.inject(Language).use('en');
    await settled();
    expect(screen.getByRole('button', { name: 'Check' })).toBeTruthy();
    expect(box().value).toBe('ses mots');
  });

  it('that is not possible yet says why and where to go, without a dead button', async () => {
    const because = [{ text: both('Papiers vérifiés'), runId: 'r1', step: 'papers', basis: [] }];
    const explanation = {
      state: 'blocked' as const,
      summary: both('Possible après : Papiers vérifiés.'),
      because,
      basis: [],
    };
    await shown(stepPage({ state: 'blocked', explanation, fields: [seen] }));
    expect(screen.getByRole('link', { name: 'Papiers vérifiés' }).getAttribute('href')).toBe(
      '/dossiers/c1/etapes/r1/papers',
    );
    expect(screen.queryByRole('button', { name: 'Vérifier' })).toBeNull();
    expect(document.querySelector('main button[disabled], button[disabled]')).toBeNull();
    expect(screen.getByText(/Personne ne peut passer outre/)).toBeTruthy();
  });

  it('that waits for a missing child says what brings it back, and takes what happened all the same', async () => {
    const summary = both("Suspendu : l'enfant n'est pas là. Revient à son retour : « L'enfant est là ».");
    const because = [
      { text: both("L'enfant est là"), basis: [], opensWith: { runId: 'r9', step: 'came_back' } },
    ];
    const explanation = { state: 'ready' as const, summary, because, basis: [] };
    await shown(stepPage({ isSuspended: true, explanation, fields: [seen] }));
    expect(screen.getByText(/Pas encore possible/)).toBeTruthy();
    expect(screen.getByRole('heading', { name: /Suspendu/ })).toBeTruthy();
    expect(screen.getByRole('link', { name: 'L’enfant est là' }).getAttribute('href')).toContain('came_back');
    expect(screen.queryByRole('textbox', { name: 'Ce qui a été vu' })).toBeNull();
    await press(/C’est déjà arrivé/);
    expect(box()).toBeTruthy();
  });

  it('that was just done in another protocol is counted by one press', async () => {
    const doneElsewhere = {
      entryId: 'e9',
      runId: 'r9',
      step: 'legal_help',
      protocolTitle: both('Protection immédiate'),
      at: new Date(Date.now() - 3 * 60_000).toISOString(),
    };
    await shown(stepPage({ doneElsewhere, fields: [seen] }));
    expect(plain(screen.getByRole('heading', { level: 2, name: /Fait il y a 3/ }).textContent)).toContain(
      'dans « Protection immédiate »',
    );
    expect(box()).toBeTruthy();
    await press('Compter cet acte ici aussi');
    const request = await sent(api, 'POST', `${STEP}/complete`);
    expect(request.request.body).toEqual({ values: {}, sameAs: 'e9' });
  });

  it('shows what is known, and asks whether it changed or was wrong', async () => {
    const known = field({
      id: 'status',
      title: both('Statut'),
      type: 'choice',
      options: [{ code: 'possible', label: both('possible') }],
      current: 'possible',
      currentFrom: { at: '2026-03-11T10:00:00+01:00', by: 'Samia', entryId: 'e5', runId: 'r1', step: 'who' },
    });
    await shown(
      stepPage({ fields: [known], may: { complete: true, approve: false, amend: true, waive: false } }),
    );
    expect(screen.getByText('possible')).toBeTruthy();
    expect(screen.getByRole('link', { name: /^Corriger/ }).getAttribute('href')).toBe(
      '/dossiers/c1/etapes/r1/who?corriger=e5',
    );
    await press(/^Cela a changé/);
    expect(screen.getByRole('radio', { name: 'possible' })).toBeTruthy();
  });

  it('says that an answer is redacted, and whom to ask', async () => {
    await shown(
      stepPage({
        fields: [field({ id: 'h', title: both('Santé'), current: { redacted: true, ask: 'supervisor' } })],
      }),
    );
    expect(screen.getByText(/elle ne vous est pas ouverte. Demandez/)).toBeTruthy();
    expect(screen.queryByRole('textbox', { name: /Santé/ })).toBeNull();
  });

  it('shows the newest times it was done, and older ones when asked', async () => {
    await shown(stepPage({ state: 'done', entries: [entry({ entryId: 'e2' })], olderEntries: 2 }));
    await press('Montrer aussi 2 fois plus anciennes');
    const all = stepPage({ state: 'done', entries: [entry({ entryId: 'e2' }), entry()] });
    (await sent(api, 'GET', `${STEP}?entries=all`)).flush(all, { headers: { ETag: '"7"' } });
    await settled();
    expect(screen.queryByRole('button', { name: /Montrer aussi/ })).toBeNull();
    expect(document.activeElement).toBe(screen.getByRole('heading', { name: 'Ce qui a été fait' }));
  });

  it('asks whether it is still right after a fact was corrected', async () => {
    await shown(stepPage({ state: 'to-confirm', entries: [entry()] }));
    await press('Oui, toujours juste');
    const confirm = await sent(api, 'POST', `${STEP}/complete`);
    expect(confirm.request.body).toEqual({ values: {}, confirms: 'e1' });
  });

  it('takes the papers that are still missing, and nothing else', async () => {
    const evidence = ['sheet', 'witness'].map((code) => ({ code, label: both(code) }));
    await shown(
      stepPage({
        state: 'done',
        entries: [entry()],
        asks: asks({ evidence }),
        missingRequirements: { words: [], evidence: ['sheet'] },
      }),
    );
    expect(screen.queryByRole('group', { name: 'witness' })).toBeNull();
    const sheet = within(screen.getByRole('group', { name: 'sheet' }));
    await userEvent.type(sheet.getByRole('textbox', { name: 'Référence' }), 'F-12');
    await press('Enregistrer');
    const confirm = await sent(api, 'POST', `${STEP}/complete`);
    expect(confirm.request.body).toEqual({
      values: {},
      confirms: 'e1',
      evidence: { sheet: { reference: 'F-12' } },
    });
  });

  it('offers reasons of what is decided only', async () => {
    const decided = field({
      id: 'status',
      title: both('Statut'),
      type: 'choice',
      required: true,
      options: ['possible', 'no_sign'].map((code) => ({ code, label: both(code) })),
    });
    const reasons = {
      possible: [{ code: 'signs', label: both('signes vus') }],
      no_sign: [{ code: 'nothing', label: both('rien vu') }],
    };
    await shown(
      stepPage({ fields: [decided], asks: asks({ decides: 'status', bestInterests: true, reasons }) }),
    );
    expect(screen.queryByRole('checkbox')).toBeNull();
    await userEvent.click(screen.getByRole('radio', { name: 'possible' }));
    await userEvent.click(screen.getByRole('checkbox', { name: 'signes vus' }));
    expect(screen.queryByRole('checkbox', { name: 'rien vu' })).toBeNull();
    await userEvent.click(screen.getByRole('radio', { name: 'no_sign' }));
    expect(screen.queryByRole('checkbox', { name: 'signes vus' })).toBeNull();
    await userEvent.type(screen.getByRole('textbox', { name: /Intérê/ }), 'x');
    // Who changes their mind back finds what they had said.
    await userEvent.click(screen.getByRole('radio', { name: 'possible' }));
    expect(screen.getByRole<HTMLInputElement>('checkbox', { name: 'signes vus' }).checked).toBe(true);
  });
});
