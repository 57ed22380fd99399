import { TestBed } from '@angular/core/testing';
import type { HttpTestingController } from '@angular/common/http/testing';
import { screen, waitFor, within } from '@testing-library/dom';
import userEvent from '@testing-library/user-event';
import type { ApprovalItem } from '@repere/contract';
import { DANGERS } from '../../../testing/fake-case';
import { openPage, prepare, sent } from '../../../testing/open-page';
import { settled } from '../../../testing/settled';
import { ApprovalsPage } from './approvals-page';

const both = (words: string) => ({ fr: words, en: words });
const plain = (text: string | null | undefined) => (text ?? '').replace(/\s+/g, ' ').trim();
let api: HttpTestingController;

const item = (change: Partial<ApprovalItem> = {}): ApprovalItem => ({
  caseFileId: 'c1',
  reference: 'RP-7K4M-2Q',
  calledName: 'Inès',
  age: { kind: 'exact', years: 15 },
  danger: DANGERS[0],
  dangerState: 'weighed',
  signs: [{ title: both('Signes'), items: [both('Fugues'), both('Cadeaux')] }],
  facts: [{ fact: 'exposure', title: both('Exposition'), shown: both('oui') }],
  runId: 'r1',
  step: 'danger',
  entryId: 'e1',
  seq: 7,
  title: both('Évaluer le danger'),
  protocolTitle: both('Protection immédiate'),
  enteredBy: 'Léa Moreau',
  occurredAt: '2026-03-12T14:00:00+01:00',
  dueAt: null,
  inEffect: false,
  mayNot: null,
  values: [{ fact: 'danger', title: both('Danger'), shown: both('pas de danger reconnu') }],
  reasons: [both('rien vu')],
  bestInterests: null,
  childView: { said: '« Ça va. »' },
  effects: [both('Rendra possible : Prévention.')],
  ...change,
});

async function shown(...items: ApprovalItem[]) {
  api = await prepare();
  const fixture = await openPage(ApprovalsPage);
  (await sent(api, 'GET', '/api/approvals')).flush({ items, next: null });
  await settled();
  await fixture.whenStable();
}
const heading = () => plain(screen.getByRole('heading', { level: 1 }).textContent);

describe('approvals', () => {
  afterEach(() => document.body.replaceChildren());

  it('counts all that waits, not a page of it', async () => {
    api = await prepare();
    const fixture = await openPage(ApprovalsPage);
    (await sent(api, 'GET', '/api/approvals')).flush({ items: [item()], next: 'more', total: 47 });
    await settled();
    await fixture.whenStable();
    expect(heading()).toContain('47 décisions à valider');
  });

  it('say what was decided, by whom, and what changes', async () => {
    await shown(item());
    const card = within(screen.getByRole('article', { name: 'Évaluer le danger' }));
    for (const words of ['pas de danger reconnu', 'rien vu', '« Ça va. »', 'Attend pour prendre effet'])
      expect(card.getByText(words)).toBeTruthy();
    expect(card.getByText(/Décidé par Léa Moreau/)).toBeTruthy();
    expect(card.getByText(/Rendra possible/)).toBeTruthy();
    expect(heading()).toBe('Approbations 1 décision à valider');
  });

  it('say that nobody has weighed the danger yet, that one was seen since, or that it is not shown', async () => {
    const said = {
      'not-known': 'Danger pas encore évalué',
      seen: 'Danger constaté, à évaluer',
      redacted: /^Danger.: non affiché/,
    } as const;
    for (const dangerState of ['not-known', 'seen', 'redacted'] as const) {
      await shown(item({ danger: dangerState === 'seen' ? DANGERS[1] : null, dangerState }));
      const card = within(screen.getByRole('article'));
      expect(card.getByText(said[dangerState])).toBeTruthy();
      expect(card.getByRole('heading', { level: 2 })).toBeTruthy();
      document.body.replaceChildren();
      TestBed.resetTestingModule();
    }
  });

  it('show who the child is, how old and how grave, what was seen or said, and what else is known', async () => {
    await shown(item());
    const card = within(screen.getByRole('article'));
    for (const words of ['Inès', '15 ans', 'Exposition', 'oui']) expect(card.getByText(words)).toBeTruthy();
    expect(card.getByText(/Danger grave/)).toBeTruthy();
    const signs = card.getByRole('region', { name: 'Vu ou dit' });
    expect(plain(signs.textContent)).toBe('Vu ou dit Fugues · Cadeaux');
  });

  it('are answered one after the other in the same place: the next comes up and has the focus', async () => {
    await shown(
      item(),
      item({ entryId: 'e2', caseFileId: 'c2', title: both('Décider du statut') }),
      item({ entryId: 'e3', caseFileId: 'c3', title: both('Choisir un lieu') }),
    );
    expect(screen.getAllByRole('article')).toHaveLength(1);
    const next = within(screen.getByRole('region', { name: 'Ensuite' }));
    expect(next.getAllByRole('button').map((it) => plain(it.textContent))).toEqual([
      'Décider du statut',
      'Choisir un lieu',
    ]);
    await userEvent.click(screen.getByRole('button', { name: 'Valider' }));
    expect(screen.getByRole('button', { name: 'Enregistrement…' })).toBeTruthy();
    (await sent(api, 'POST', '/api/case-files/c1/runs/r1/steps/danger/approve')).flush({
      ...{ seq: 8, entryIds: ['e9'], opened: [], possible: [], state: 'done', next: null },
    });
    await settled();
    const card = screen.getByRole('article', { name: 'Décider du statut' });
    await waitFor(() => expect(document.activeElement?.id).toBe('approval-e2'));
    await userEvent.click(within(card).getByRole('button', { name: 'Plus tard' }));
    expect(screen.getByRole('article', { name: 'Choisir un lieu' })).toBeTruthy();
    await userEvent.click(screen.getByRole('button', { name: 'Décider du statut' }));
    expect(screen.getByRole('article', { name: 'Décider du statut' })).toBeTruthy();
    expect(heading()).toBe('Approbations 2 décisions à valider');
  });

  it('agree to exactly one entry, and lead back to the count', async () => {
    await shown(item());
    await userEvent.click(screen.getByRole('button', { name: 'Valider' }));
    const approve = await sent(api, 'POST', '/api/case-files/c1/runs/r1/steps/danger/approve');
    expect(approve.request.body).toEqual({ entryId: 'e1' });
    expect(approve.request.headers.get('If-Match')).toBe('"7"');
    approve.flush({ seq: 8, entryIds: ['e2'], opened: [], possible: [], state: 'done', next: null });
    await settled();
    expect(heading()).toBe('Approbations rien à valider');
    expect(document.activeElement).toBe(screen.getByRole('heading', { level: 1 }));
  });

  it('go back with a reason only', async () => {
    await shown(item());
    await userEvent.click(screen.getByRole('button', { name: 'Renvoyer…' }));
    await userEvent.click(screen.getByRole('button', { name: 'Renvoyer avec ce motif' }));
    expect(screen.getByText('Écrivez pourquoi')).toBeTruthy();
    await waitFor(() =>
      expect(document.activeElement).toBe(screen.getByRole('textbox', { name: /Pourquoi renvoyer/ })),
    );
    await userEvent.type(screen.getByRole('textbox', { name: /Pourquoi renvoyer/ }), 'Motif trop court');
    await userEvent.click(screen.getByRole('button', { name: 'Renvoyer avec ce motif' }));
    const back = await sent(api, 'POST', '/api/case-files/c1/runs/r1/steps/danger/return');
    expect(back.request.body).toEqual({ entryId: 'e1', reason: 'Motif trop court' });
  });

  it('show one’s own acts with why somebody else has to', async () => {
    await shown(item({ mayNot: both('Une autre personne doit valider.') }));
    expect(screen.getByText('Une autre personne doit valider.')).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Valider' })).toBeNull();
    expect(heading()).toBe('Approbations rien à valider');
  });

  it('keep the decision on the page when it could not be settled, with the reason', async () => {
    await shown(item());
    await userEvent.click(screen.getByRole('button', { name: 'Valider' }));
    (await sent(api, 'POST', '/api/case-files/c1/runs/r1/steps/danger/approve')).flush(
      {
        type: '',
        title: '',
        status: 409,
        code: 'refused',
        reasons: [{ code: 'x', text: both('Déjà validé.') }],
      },
      { status: 409, statusText: 'said' },
    );
    await settled();
    expect(within(screen.getByRole('article')).getByText('Déjà validé.')).toBeTruthy();
  });
});
