import type { HttpTestingController } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { screen, within } from '@testing-library/dom';
import userEvent from '@testing-library/user-event';
import type { CaseFile } from '@repere/contract';
import { SpaceTime } from '@repere/ui';
import { actDone, caseFile, run, step } from '../../testing/fake-case';
import { readable, shelterDocument, stepDefinition, summary } from '../../testing/fake-protocol';
import { entry } from '../../testing/fake-step';
import { openPage, prepare, sent } from '../../testing/open-page';
import { settled } from '../../testing/settled';
import { CasePage } from './case-page';

const both = (words: string) => ({ fr: words, en: words });
const plain = (text: string | null | undefined) => (text ?? '').replace(/\s+/g, ' ').trim();
let api: HttpTestingController;

async function shown(change: Partial<CaseFile> = {}, entries = [entry()]) {
  api = await prepare();
  const fixture = await openPage(CasePage, { caseFileId: 'c1' });
  (await sent(api, 'GET', '/api/case-files/c1/page')).flush({
    caseFile: caseFile(change),
    journal: { items: entries, next: null },
  });
  await settled();
  await fixture.whenStable();
  return fixture;
}
const descriptionOf = (name: string) => {
  const ids = screen.getByRole('link', { name }).getAttribute('aria-describedby') ?? '';
  return ids
    .split(' ')
    .map((id) => plain(document.getElementById(id)?.textContent))
    .join(' ');
};

async function unfold(summary: string) {
  await userEvent.click(screen.getByText(summary));
  await settled();
}

describe('a case', () => {
  afterEach(() => document.body.replaceChildren());

  it('begins with the one next step, why, and by when', async () => {
    await shown();
    const card = within(screen.getByRole('region', { name: 'Faire le signalement' }));
    expect(card.getByText('Vous avez noté : dette, téléphone contrôlé.')).toBeTruthy();
    expect(card.getByText('Refuge')).toBeTruthy();
    expect(card.getByRole('link', { name: 'Faire cette étape' }).getAttribute('href')).toBe(
      '/dossiers/c1/etapes/r1/report',
    );
  });

  it('says whom to call beside it, by the number that answers now, or that there is none', async () => {
    const { next } = caseFile();
    if (!next) throw new Error('nothing is next');
    const calls = [
      {
        title: both('Parquet de permanence'),
        name: 'Parquet',
        phones: ['01 99.00 12 01', '06'],
        isOpen: true,
      },
      { title: both('Interprètes'), name: 'ISM', phones: ['01 99 00 12 02'], isOpen: false },
      { title: both('CRIP'), name: null, phones: [], isOpen: false },
    ];
    await shown({ next: { ...next, calls } });
    const list = within(screen.getByRole('list', { name: 'Qui appeler' }));
    expect(list.getByRole('link', { name: '01 99.00 12 01' }).getAttribute('href')).toBe('tel:0199001201');
    expect(list.getAllByRole('listitem').map(({ textContent }) => plain(textContent))).toEqual([
      'Parquet de permanence 01 99.00 12 01',
      'Interprètes 01 99 00 12 02 ne répond pas à cette heure',
      'CRIP pas de numéro : 17 ou 112 si danger',
    ]);
  });

  it('says the name of the only protocol once, and grounds once they are asked for', async () => {
    const steps = ['a', 'b'].map((id) => step({ id, title: both(id), owner: 'ours' }));
    await shown({ next: null, state: { ...caseFile().state, runs: [run({ steps })] } });
    expect(screen.getAllByText('Refuge')).toHaveLength(1);
    expect(screen.queryByRole('button', { name: /^Fondement :/ })).toBeNull();
    await userEvent.click(screen.getByRole('button', { name: 'Fondements' }));
    expect(screen.getAllByRole('button', { name: /^Fondement\s: / })).toHaveLength(2);
  });

  it('shows a few of a long band, the rest with its count a press away', async () => {
    const steps = Array.from({ length: 12 }, (_, place) => {
      const { deadline, ...rest } = step({
        id: `s${String(place)}`,
        title: both(`Étape ${String(place)}`),
        owner: 'ours',
      });
      return { ...rest, deadline: deadline && { ...deadline, origin: 'TOOL' as const } };
    });
    await shown({ next: null, state: { ...caseFile().state, runs: [run({ steps })] } });
    const inSight = screen.getAllByRole('link', { name: /^Étape/ }).length;
    expect(inSight).toBeLessThan(12);
    await unfold(`${String(12 - inSight)} autres`);
    expect(screen.getAllByRole('link', { name: /^Étape/ })).toHaveLength(12);
  });

  it('folds a family of sixty behind the first, each there with one press', async () => {
    const people = Array.from({ length: 60 }, (_, place) => ({
      ...{ id: `p${String(place)}`, name: `Personne ${String(place)}`, relation: 'relative' as const },
      mayBeContacted: false,
    }));
    await shown({ people });
    const fold = screen.getByText('56 autres personnes').closest('details');
    expect(fold?.open).toBe(false);
    expect(fold?.querySelectorAll('li')).toHaveLength(56);
  });

  it('says the status of a step in the description of its link, and why it is not possible on the row', async () => {
    const blocked = step({ id: 'b', title: both('Noter la suite'), state: 'blocked' });
    const explanation = {
      state: 'blocked' as const,
      summary: both('Possible après : Papiers vérifiés.'),
      because: [],
      basis: [],
    };
    await shown({
      state: {
        ...caseFile().state,
        runs: [run({ steps: [blocked, step({ id: 'd', title: both('Recevoir'), state: 'done' })] })],
      },
      explanations: { 'r1/b': explanation },
    });
    await unfold('Pas encore possible : 1');
    expect(descriptionOf('Noter la suite')).toBe('Pas encore possible Possible après : Papiers vérifiés.');
    await unfold('Fait : 1');
    expect(descriptionOf('Recevoir')).toBe('Fait');
    expect(screen.getByText('Possible après : Papiers vérifiés.')).toBeTruthy();
  });

  it('says once why several steps are not possible yet, above all of them', async () => {
    const steps = ['Décider', 'Transmettre', 'Relire'].map((title, place) =>
      step({ id: `s${String(place)}`, title: both(title), state: 'blocked' as const }),
    );
    const whyOf = (words: string) => ({
      ...{ state: 'blocked' as const, because: [], basis: [] },
      summary: both(words),
    });
    await shown({
      state: { ...caseFile().state, runs: [run({ steps })] },
      explanations: {
        'r1/s0': whyOf('Possible après : Signes notés.'),
        'r1/s1': whyOf('Possible après : Décision.'),
        'r1/s2': whyOf('Possible après : Signes notés.'),
      },
    });
    await unfold('Pas encore possible : 3');
    const after = screen.getAllByText('Possible après : Signes notés.');
    expect(after).toHaveLength(1);
    const links = after[0]?.nextElementSibling?.querySelectorAll('a') ?? [];
    expect([...links].map((link) => link.textContent.trim())).toEqual(['Décider', 'Relire']);
    expect(descriptionOf('Relire')).toContain('Possible après : Signes notés.');
  });

  it('says of a step that it waits for the child, and of a duty that it comes again', async () => {
    const summary = both("Suspendu : l'enfant n'est pas là.");
    const waiting = step({
      id: 'health',
      title: both('La santé'),
      suspendedBy: { runId: 'r9', step: 'came_back' },
    });
    const due = step({ id: 'due', owner: 'ours' }).deadline;
    const again = due && { ...due, lastDoneAt: Date.now() };
    const tried = step({ id: 'try', title: both('Un message'), state: 'done', deadline: again });
    await shown({
      state: { ...caseFile().state, runs: [run({ steps: [waiting, tried] })] },
      explanations: { 'r1/health': { state: 'ready', summary, because: [], basis: [] } },
    });
    await unfold('Pas encore possible : 1');
    expect(descriptionOf('La santé')).toContain('suspendu : l’enfant n’est pas là');
    expect(screen.getByText('Suspendu : l’enfant n’est pas là.')).toBeTruthy();
    expect(descriptionOf('Un message')).toContain('Fait (à refaire)');
  });

  it('folds away what does not apply, and counts it', async () => {
    const steps = ['x', 'y'].map((id) => step({ id, title: both(id), state: 'not-applicable' as const }));
    await shown({ state: { ...caseFile().state, runs: [run({ steps })] } });
    const fold = screen.getByText('Ne s’appliquent pas : 2').closest('details');
    expect(fold?.open).toBe(false);
  });

  it('says what is redacted as redacted, never as empty', async () => {
    await shown({ child: { redacted: true, ask: 'supervisor' }, redactedFacts: ['danger'] });
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Nom masqué');
    expect(screen.getByText(/Danger.*non affiché/)).toBeTruthy();
    expect(screen.queryByText(/Aucun contact sûr/)).toBeNull();
  });

  it('how to reach the child that is redacted is no way that nobody knows', async () => {
    await shown({ child: { calledName: 'Inès', safeContact: { redacted: true, ask: 'supervisor' } } });
    expect(screen.queryByText(/Aucun contact sûr/)).toBeNull();
    expect(screen.getByText(/Non affiché : n’appelez pas, n’écrivez pas ; demandez/)).toBeTruthy();
  });

  it('says that notes beside answers are redacted', async () => {
    await shown({ redactedNotes: ['alone'] });
    expect(screen.getByText(/Certaines informations de ce dossier ne vous sont pas ouvertes/)).toBeTruthy();
  });

  it('says what of a person is redacted, by its name', async () => {
    const redacted = { redacted: true, ask: 'supervisor' } as const;
    const person = { id: 'p1', name: redacted, relation: redacted, mayBeContacted: false };
    await shown({ people: [{ ...person, contact: redacted, note: redacted }] });
    const people = within(screen.getByRole('region', { name: 'Autour de l’enfant' }));
    expect(people.getByText('Nom masqué')).toBeTruthy();
    expect(people.getByText(/^Lien avec l’enfant : non affiché/)).toBeTruthy();
    expect(people.getByText(/^Comment joindre cette personne : non affiché/)).toBeTruthy();
    expect(people.getByText(/^Note : non affiché/)).toBeTruthy();
  });

  it('not known to be safe, warns against any contact', async () => {
    await shown();
    expect(screen.getByText(/Aucun contact sûr connu/)).toBeTruthy();
  });

  it('says of each person whether they may be contacted, and why not', async () => {
    const person = { id: 'p1', name: "L'oncle", relation: 'relative' as const, mayBeContacted: false };
    await shown({ people: [{ ...person, whyNot: both('Rôle pas encore vérifié.') }] });
    expect(screen.getByText(/Peut être contacté.*non. Rôle pas encore vérifié/)).toBeTruthy();
  });

  it('never calls a delay of others ours', async () => {
    const { deadline } = step({ id: 'j', title: both('Le juge statue'), state: 'ready', owner: 'outside' });
    const steps = [step({ id: 'j', title: both('Le juge statue'), state: 'ready', owner: 'outside' })];
    await shown({
      state: { ...caseFile().state, runs: [run({ steps })], deadlines: deadline ? [deadline] : [] },
    });
    const others = within(screen.getByRole('region', { name: 'On attend une réponse' }));
    expect(others.getByText(/à relancer/)).toBeTruthy();
    expect(others.getByText(/^depuis le/)).toBeTruthy();
    expect(others.getByRole('link', { name: /^Relancer\s: Le juge statue$/ })).toBeTruthy();
    expect(screen.queryByText(/en retard/)).toBeNull();
  });

  it('takes a note, once, and shows it', async () => {
    await shown();
    await userEvent.click(screen.getByText('Ajouter une note', { selector: 'summary' }));
    await userEvent.type(screen.getByRole('textbox', { name: 'Ajouter une note' }), 'Appel du collège');
    await userEvent.click(screen.getByRole('button', { name: 'Ajouter la note' }));
    const note = await sent(api, 'POST', '/api/case-files/c1/notes');
    expect(note.request.body).toEqual({ note: 'Appel du collège' });
    note.flush({ seq: 9, entryIds: ['e9'], opened: [], possible: [], state: 'done', next: null });
    (await sent(api, 'GET', '/api/case-files/c1/page')).flush({
      caseFile: caseFile(),
      journal: { items: [], next: null },
    });
    await settled();
    expect(screen.getByText('Note ajoutée.')).toBeTruthy();
    expect(screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Ajouter une note' }).value).toBe('');
  });

  it('offers nothing to write to who may only read', async () => {
    await shown({ may: { write: false, approve: false, assign: false } });
    expect(screen.queryByRole('textbox')).toBeNull();
    expect(screen.queryByRole('button', { name: /Ajouter/ })).toBeNull();
  });

  describe('left open', () => {
    const comeBackAfter = (ms: number): void => {
      const time = TestBed.inject(SpaceTime);
      const now = time.now();
      jest.spyOn(time, 'now').mockReturnValue(now + ms);
      jest.spyOn(document, 'visibilityState', 'get').mockReturnValue('visible');
      document.dispatchEvent(new Event('visibilitychange'));
    };
    afterEach(() => jest.restoreAllMocks());

    it('is read anew when somebody comes back to it in the morning', async () => {
      await shown();
      comeBackAfter(9 * 3_600_000);
      (await sent(api, 'GET', '/api/case-files/c1')).flush(caseFile({ reference: 'RP-NEU-001' }));
      await settled();
      expect(screen.getByText('RP-NEU-001')).toBeTruthy();
    });

    it('is not at each glance: every look is recorded', async () => {
      await shown();
      comeBackAfter(5_000);
      await settled();
      api.expectNone('/api/case-files/c1');
    });
  });

  it('has a title without a name', async () => {
    await shown();
    expect(document.title).toBe('Dossier RP-7K4M-2Q – Repère');
  });

  describe('with many protocols', () => {
    const open = run({ runId: 'r1', title: both('Refuge') });
    const care = run({ runId: 'r2', title: both('Soins'), steps: [step({ id: 'w', state: 'waiting' })] });
    const ended = run({
      runId: 'r3',
      title: both('Repérage'),
      ended: true,
      steps: [step({ id: 'x', title: both('Recevoir'), state: 'done' })],
    });
    const many = { state: { ...caseFile().state, runs: [ended, care, open] } };

    it('has a map with how far each has come, the urgent first and the ended last', async () => {
      await shown(many);
      const map = within(screen.getByRole('region', { name: 'Protocoles' }));
      expect(map.getAllByRole('heading', { level: 3 }).map(({ textContent }) => plain(textContent))).toEqual([
        'Refuge',
        'Soins',
        'Repérage',
      ]);
      const care = within(map.getByRole('region', { name: 'Soins' }));
      expect(care.getByText('Fait : 0 sur 1')).toBeTruthy();
      expect(within(map.getByRole('region', { name: 'Repérage' })).getByText('Terminé')).toBeTruthy();
    });

    it('folds what is done, and keeps open what was unfolded', async () => {
      await shown(many);
      expect(screen.queryByRole('link', { name: 'Recevoir' })).toBeNull();
      await unfold('Fait : 1');
      expect(screen.getByRole('link', { name: 'Recevoir' })).toBeTruthy();
    });
  });

  it('says an act that two protocols ask once, and who asks it', async () => {
    const asked = { title: both('Trouver un interprète'), part: 'interpreter' };
    const care = run({
      runId: 'r2',
      title: both('Soins'),
      steps: [step({ id: 'b', owner: 'ours', ...asked })],
    });
    const here = run({ title: both('Protection'), steps: [step({ id: 'a', owner: 'ours', ...asked })] });
    await shown({ state: { ...caseFile().state, runs: [here, care] } });
    const row = screen.getAllByRole('link', { name: 'Trouver un interprète' });
    expect(row).toHaveLength(1);
    expect(screen.getByText('Protection · Soins')).toBeTruthy();
  });

  it('names on its rows the dates of law, not those of the tool', async () => {
    const law = step({ id: 'l', title: both('De la loi'), owner: 'ours' });
    const { deadline } = step({ id: 't', owner: 'ours' });
    const tool = step({
      id: 't',
      title: both('De l’outil'),
      deadline: deadline && { ...deadline, origin: 'TOOL' },
    });
    await shown({ state: { ...caseFile().state, runs: [run({ steps: [law, tool] })] } });
    expect(screen.getAllByText(/^légal$/i)).toHaveLength(1);
    expect(screen.queryByText(/^outil$/i)).toBeNull();
  });

  it('engaged one more protocol: says so and goes there', async () => {
    await shown();
    await userEvent.click(screen.getByText('Engager un autre protocole'));
    await settled();
    // The form asks what there is; the runs ask whether there is something newer.
    for (const request of api.match(({ urlWithParams }) => urlWithParams === '/api/protocols'))
      request.flush([summary({ protocol: 'visit', title: both('Audition') })]);
    await settled();
    await userEvent.click(screen.getByRole('radio', { name: /Audition/ }));
    await userEvent.click(screen.getByRole('button', { name: 'Engager ce protocole' }));
    const opened = [{ runId: 'r5', protocol: 'visit', title: both('Audition') }];
    const request = await sent(api, 'POST', '/api/case-files/c1/runs');
    request.flush(actDone({ seq: 9, opened }));
    const runs = [run(), run({ runId: 'r5', title: both('Audition') })];
    (await sent(api, 'GET', '/api/case-files/c1/page')).flush({
      caseFile: caseFile({ state: { ...caseFile().state, runs } }),
      journal: { items: [], next: null },
    });
    await settled();
    await settled();
    expect(screen.getByText(/Protocole engagé/)).toBeTruthy();
    expect(document.activeElement?.id).toBe('run-title-r5');
  });

  it('shows the ground of a step on demand, in the version that the run follows', async () => {
    await shown({ next: null });
    api.expectNone('/api/protocols/refuge/versions/1.0.0');
    await unfold('Plus tard : 1');
    await userEvent.click(screen.getByRole('button', { name: /^Fondement.*Faire le signalement$/ }));
    (await sent(api, 'GET', '/api/protocols/refuge/versions/1.0.0')).flush(
      readable({
        document: { ...shelterDocument(), steps: [stepDefinition({ id: 'report', basis: ['F22', 'P4.1'] })] },
        sources: {
          F22: {
            code: 'F22',
            title: both('Administrateur ad hoc'),
            confidence: 'A',
            inForce: '2013-08-07',
            aliases: [{ was: 'CPP 706-50', is: 'CPP L1451-1', from: '2029-01-01' }],
          },
        },
      }),
    );
    await settled();
    expect(screen.getByText(/en vigueur ou rendu le 7 août 2013 · lu sur un site officiel/)).toBeTruthy();
    expect(screen.getByText(/CPP 706-50 devient CPP L1451-1 le 1er janvier 2029/)).toBeTruthy();
    const rule = screen.getByRole('link', { name: /Lire cette étape dans le protocole/ });
    expect(rule.getAttribute('href')).toBe('/protocoles/refuge/1.0.0#step-report');
  });
});
