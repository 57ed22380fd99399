import type { HttpTestingController } from '@angular/common/http/testing';
import { screen, within } from '@testing-library/dom';
import userEvent from '@testing-library/user-event';
import type { CaseFile } from '@repere/cases';
import { caseFile, run, step } from '../../../testing/made-up-case';
import { entry } from '../../../testing/made-up-step';
import { open, prepare, sent } from '../../../testing/open-page';
import { CasePage } from './case-page';

const both = (words: string) => ({ fr: words, en: words });
const plain = (text: string | null | undefined) => (text ?? '').replace(/\s+/g, ' ').trim();
const settled = () => new Promise((resolve) => setTimeout(resolve, 20));
let api: HttpTestingController;

async function shown(change: Partial<CaseFile> = {}, entries = [entry()]) {
  api = await prepare();
  const fixture = await open(CasePage, { caseFileId: 'c1' });
  (await sent(api, 'GET', '/api/case-files/c1')).flush(caseFile(change));
  (await sent(api, 'GET', '/api/case-files/c1/journal')).flush({ items: entries, next: null });
  await settled();
  await fixture.whenStable();
  return fixture;
}
const descriptionOf = (name: string) =>
  plain(
    document.getElementById(screen.getByRole('link', { name }).getAttribute('aria-describedby') ?? '')
      ?.textContent,
  );

describe('a case', () => {
  afterEach(() => document.body.replaceChildren());

  it('begins with the one next step, why, and by when', async () => {
    await shown();
    const card = within(screen.getByRole('region', { name: 'Faire le signalement' }));
    expect(card.getByText('Sans délai : échéance légale.')).toBeTruthy();
    expect(card.getByRole('link', { name: 'Faire cette étape' }).getAttribute('href')).toBe(
      '/dossiers/c1/etapes/r1/report',
    );
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
    expect(descriptionOf('Noter la suite')).toBe('Pas encore possible');
    expect(descriptionOf('Recevoir')).toBe('Fait');
    expect(screen.getByText('Possible après : Papiers vérifiés.')).toBeTruthy();
  });

  it('folds away what does not apply, and counts it', async () => {
    const steps = ['x', 'y'].map((id) => step({ id, title: both(id), state: 'not-applicable' as const }));
    await shown({ state: { ...caseFile().state, runs: [run({ steps })] } });
    const fold = screen.getByText("2 étapes ne s'appliquent pas").closest('details');
    expect(fold?.open).toBe(false);
  });

  it('says what is withheld as withheld, never as empty', async () => {
    await shown({ child: { withheld: true, ask: 'supervisor' }, withheldFacts: ['danger'] });
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Nom masqué');
    expect(screen.getByText(/Danger.*non affiché/)).toBeTruthy();
    expect(screen.queryByText(/Aucun contact sûr/)).toBeNull();
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
    const deadlines = within(screen.getByRole('region', { name: 'Échéances' }));
    expect(deadlines.getByText(/à relancer/)).toBeTruthy();
    expect(deadlines.queryByText(/en retard/)).toBeNull();
  });

  it('takes a note, once, and shows it', async () => {
    await shown();
    await userEvent.type(screen.getByRole('textbox', { name: 'Ajouter une note' }), 'Appel du collège');
    await userEvent.click(screen.getByRole('button', { name: 'Ajouter la note' }));
    const note = await sent(api, 'POST', '/api/case-files/c1/notes');
    expect(note.request.body).toEqual({ note: 'Appel du collège' });
    note.flush({ seq: 9, entryIds: ['e9'], opened: [], state: 'done', next: null });
    (await sent(api, 'GET', '/api/case-files/c1')).flush(caseFile());
    (await sent(api, 'GET', '/api/case-files/c1/journal')).flush({ items: [], next: null });
    await settled();
    expect(screen.getByText('Note ajoutée.')).toBeTruthy();
    expect(screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Ajouter une note' }).value).toBe('');
  });

  it('offers nothing to write to who may only read', async () => {
    await shown({ may: { write: false, approve: false, assign: false } });
    expect(screen.queryByRole('textbox')).toBeNull();
    expect(screen.queryByRole('button', { name: /Ajouter/ })).toBeNull();
  });

  it('has a title without a name', async () => {
    await shown();
    expect(document.title).toBe('Dossier RP-7K4M-2Q – Repère');
  });
});
