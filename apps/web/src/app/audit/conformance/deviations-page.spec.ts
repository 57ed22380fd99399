import type { HttpTestingController } from '@angular/common/http/testing';
import { screen, waitFor, within } from '@testing-library/dom';
import userEvent from '@testing-library/user-event';
import type { DeviationItem, DeviationPage } from '@repere/contract';
import { openPage, prepare, sent } from '../../../testing/open-page';
import { settled } from '../../../testing/settled';
import { DeviationsPage } from './deviations-page';

const both = (words: string) => ({ fr: words, en: words });
const plain = (text: string | null | undefined) => (text ?? '').replace(/\s+/g, ' ').trim();
const ABOUT = {
  count: 1,
  cases: 12,
  rules: [{ protocol: 'refuge', title: both('Refuge'), versions: ['1.0.0', '2.0.0'] }],
  teams: [{ id: 't1', name: 'Nord' }],
};
let api: HttpTestingController;

const item = (change: Partial<DeviationItem> = {}): DeviationItem => ({
  key: 'late:r1:danger',
  kind: 'late',
  caseFileId: 'c1',
  reference: 'RP-7K4M-2Q',
  calledName: 'Inès',
  runId: 'r1',
  step: 'danger',
  stepTitle: both('Évaluer le danger'),
  protocol: 'refuge',
  protocolTitle: both('Refuge'),
  version: '2.0.0',
  since: '2026-03-12T14:00:00+01:00',
  days: 4,
  origin: 'LEGAL',
  isOpen: true,
  text: both('Étape « Évaluer le danger » en retard (4 jours).'),
  basis: ['F31'],
  entryId: null,
  enteredBy: null,
  judgements: [],
  mayExplain: true,
  mayNotJudge: null,
  ...change,
});

async function shown(
  page: Partial<DeviationPage>,
  inputs: Record<string, unknown> = {},
  query = 'judged=no',
) {
  api = await prepare();
  const fixture = await openPage(DeviationsPage, { by: 'each', ...inputs });
  (await sent(api, 'GET', `/api/deviations?${query}`)).flush({
    items: [],
    next: null,
    about: ABOUT,
    ...page,
  });
  await settled();
  await fixture.whenStable();
}
const card = () => within(screen.getByRole('article', { name: /En retard – Évaluer le danger/ }));

describe('deviations', () => {
  afterEach(() => document.body.replaceChildren());

  it('say what was expected, what happened, how long, on what evidence', async () => {
    await shown({ items: [item()] });
    for (const words of [/au plus tard/, /en retard \(4 jours\)/, '4 jours', 'Toujours pas fait.'])
      expect(card().getByText(words)).toBeTruthy();
    expect(card().getByRole('link', { name: /Voir la règle \(v2\.0\.0/ })).toBeTruthy();
    expect(plain(screen.getByRole('heading', { level: 1 }).textContent)).toBe('Écarts 1 écart à juger');
  });

  it('that are none say of how many cases, by which rules', async () => {
    await shown({ about: { ...ABOUT, count: 0 } });
    expect(plain(document.body.textContent)).toContain('Aucun écart, 12 dossiers');
    expect(plain(document.body.textContent)).toContain('Règles : Refuge v1.0.0, v2.0.0');
  });

  it('are asked for as the address says', async () => {
    await shown(
      { items: [item()] },
      { kind: 'late', origin: 'LEGAL', protocol: 'refuge', judged: 'all' },
      'protocol=refuge&kind=late&origin=LEGAL',
    );
    expect(screen.getByRole('link', { name: 'Tous' }).getAttribute('aria-current')).toBe('true');
  });

  it('are judged with a reason only, once, and stay with what was said', async () => {
    await shown({ items: [item()] });
    await userEvent.click(card().getByRole('button', { name: 'Faire un constat…' }));
    await userEvent.click(card().getByRole('button', { name: 'Faire ce constat' }));
    expect(card().getByText('Écrivez pourquoi')).toBeTruthy();
    await waitFor(() =>
      expect(document.activeElement).toBe(card().getByRole('textbox', { name: 'Ce qui est à corriger' })),
    );
    await userEvent.type(card().getByRole('textbox'), 'Il fallait appeler.');
    await userEvent.click(card().getByRole('button', { name: 'Faire ce constat' }));
    const judged = await sent(api, 'POST', '/api/case-files/c1/judged-deviations');
    expect(judged.request.body).toEqual({
      key: 'late:r1:danger',
      verdict: 'finding',
      text: 'Il fallait appeler.',
    });
    expect(judged.request.headers.get('Idempotency-Key')).toMatch(/^[\w-]{8,}$/);
    judged.flush(
      item({
        judgements: [
          { kind: 'finding', by: 'Sacha', at: '2026-03-13T10:00:00+01:00', text: 'Il fallait appeler.' },
        ],
      }),
    );
    await settled();
    expect(card().getByText('Il fallait appeler.')).toBeTruthy();
    expect(screen.getByRole('status').textContent).toContain('constat enregistré');
  });

  it('of one’s own act say why somebody else has to judge; the worker may still explain', async () => {
    await shown({ items: [item({ mayNotJudge: both('C’est votre acte.') })] });
    expect(card().getByText('C’est votre acte.')).toBeTruthy();
    expect(card().queryByRole('button', { name: 'Accepter…' })).toBeNull();
    expect(card().getByRole('button', { name: 'Expliquer…' })).toBeTruthy();
  });

  it('keep what was typed when it was refused, and say why', async () => {
    await shown({ items: [item()] });
    await userEvent.click(card().getByRole('button', { name: 'Expliquer…' }));
    await userEvent.type(card().getByRole('textbox'), 'Le foyer ne répondait pas.');
    await userEvent.click(card().getByRole('button', { name: 'Enregistrer l’explication' }));
    (await sent(api, 'POST', '/api/case-files/c1/explained-deviations')).flush(
      {
        type: '',
        title: '',
        status: 422,
        code: 'refused',
        reasons: [{ code: 'x', text: both('Pas maintenant.') }],
      },
      { status: 422, statusText: 'said' },
    );
    await settled();
    expect(card().getByText('Pas maintenant.')).toBeTruthy();
    expect(card().getByRole<HTMLTextAreaElement>('textbox').value).toBe('Le foyer ne répondait pas.');
  });
});
