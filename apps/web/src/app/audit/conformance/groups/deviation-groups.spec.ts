import { screen, within } from '@testing-library/dom';
import userEvent from '@testing-library/user-event';
import type { DeviationGroup, DeviationItem } from '@repere/contract';
import { openPage, prepare, sent } from '../../../../testing/open-page';
import { settled } from '../../../../testing/settled';
import { DeviationsPage } from '../deviations-page';

const both = (words: string) => ({ fr: words, en: words });
const plain = (text: string | null | undefined) => (text ?? '').replace(/\s+/g, ' ').trim();
const group: DeviationGroup = {
  ...{ kind: 'late', caseFileId: null, reference: null, calledName: null },
  ...{ person: null, personName: null, count: 3, cases: 3 },
};
const item = (n: number, change: Partial<DeviationItem> = {}): DeviationItem => ({
  ...{
    key: `late:r${String(n)}:danger`,
    kind: 'late',
    caseFileId: `c${String(n)}`,
    reference: `RP-${String(n)}`,
  },
  ...{ calledName: 'Inès', runId: `r${String(n)}`, step: 'danger', stepTitle: both('Évaluer le danger') },
  ...{ protocol: 'refuge', protocolTitle: both('Refuge'), version: '2.0.0' },
  ...{ since: '2026-03-12T14:00:00+01:00', days: 4, origin: 'LEGAL', isOpen: true },
  ...{ text: both('En retard.'), basis: ['F31'], entryId: null, enteredBy: null, judgements: [] },
  ...{ mayExplain: true, mayNotJudge: null },
  ...change,
});

describe('deviations that are judged together', () => {
  afterEach(() => document.body.replaceChildren());

  async function shown() {
    const api = await prepare();
    const fixture = await openPage(DeviationsPage);
    (await sent(api, 'GET', '/api/deviations/groups?judged=no&by=kind')).flush({
      groups: [group],
      isTruncated: false,
      about: { count: 3, cases: 12, rules: [], teams: [] },
    });
    await settled();
    await fixture.whenStable();
    const details = document.querySelector('details') as HTMLDetailsElement;
    details.open = true;
    details.dispatchEvent(new Event('toggle'));
    (await sent(api, 'GET', '/api/deviations?kind=late&judged=no')).flush({
      items: [item(1), item(2), item(3, { mayNotJudge: both('C’est votre acte.') })],
      next: null,
      about: null,
    });
    await settled();
    await fixture.whenStable();
    return api;
  }

  it('stand as one line, and open into what may be ticked; nobody’s own act is among them', async () => {
    await shown();
    expect(screen.getByRole('heading', { name: 'En retard' })).toBeTruthy();
    expect(plain(document.querySelector('summary')?.textContent)).toContain('3 écarts · 3 dossiers');
    expect(screen.getAllByRole('checkbox')).toHaveLength(2);
    expect(screen.getByText('C’est votre acte.')).toBeTruthy();
    await userEvent.click(screen.getByRole('button', { name: /^Lire.: RP-1/ }));
    expect(within(screen.getByRole('article')).getByText('En retard.')).toBeTruthy();
  });

  it('take one reason, and each is sent by itself under its own key', async () => {
    const api = await shown();
    await userEvent.click(screen.getByRole('button', { name: 'Accepter…' }));
    await userEvent.type(screen.getByRole('textbox'), 'Grève du foyer.');
    await userEvent.click(screen.getByRole('button', { name: 'Accepter 2 écarts' }));
    const keys: (string | null)[] = [];
    for (const n of [1, 2]) {
      const { request, flush } = await sent(
        api,
        'POST',
        `/api/case-files/c${String(n)}/judged-deviations`,
      ).then((it) => ({ request: it.request, flush: () => it.flush(item(n)) }));
      expect(request.body).toEqual({ key: item(n).key, verdict: 'accepted', text: 'Grève du foyer.' });
      keys.push(request.headers.get('Idempotency-Key'));
      flush();
      await settled();
    }
    expect(new Set(keys).size).toBe(2);
    await settled();
    expect(plain(screen.getByRole('status').textContent)).toBe('2 écarts jugés.');
    expect(screen.queryAllByRole('checkbox')).toHaveLength(0);
  });

  it('stop at the first refusal, say why, and keep the rest with what was typed', async () => {
    const api = await shown();
    await userEvent.click(screen.getByRole('button', { name: 'Accepter…' }));
    await userEvent.type(screen.getByRole('textbox'), 'Grève du foyer.');
    await userEvent.click(screen.getByRole('button', { name: 'Accepter 2 écarts' }));
    (await sent(api, 'POST', '/api/case-files/c1/judged-deviations')).flush(item(1));
    (await sent(api, 'POST', '/api/case-files/c2/judged-deviations')).flush(
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
    expect(screen.getByText('Pas maintenant.')).toBeTruthy();
    expect(screen.getAllByRole('checkbox')).toHaveLength(1);
    expect(screen.getByRole<HTMLTextAreaElement>('textbox').value).toBe('Grève du foyer.');
  });
});
