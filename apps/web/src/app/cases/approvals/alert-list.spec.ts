import type { HttpTestingController } from '@angular/common/http/testing';
import { screen, within } from '@testing-library/dom';
import userEvent from '@testing-library/user-event';
import type { AlertItem } from '@repere/contract';
import { openPage, prepare, sent } from '../../../testing/open-page';
import { settled } from '../../../testing/settled';
import { ApprovalsPage } from './approvals-page';

const both = (words: string) => ({ fr: words, en: words });
const plain = (text: string | null | undefined) => (text ?? '').replace(/\s+/g, ' ').trim();
let api: HttpTestingController;

const item = (change: Partial<AlertItem> = {}): AlertItem => ({
  id: 'a1',
  caseFileId: 'c1',
  reference: 'RP-7K4M-2Q',
  calledName: 'Inès',
  runId: 'r1',
  step: 'imposed_place',
  entryId: 'e1',
  kind: 'rights-incident',
  title: both('Lieu imposé'),
  text: both('Hôtel pour un mineur.'),
  at: '2026-03-12T14:00:00+01:00',
  ...change,
});

async function shown(...items: AlertItem[]) {
  api = await prepare();
  const fixture = await openPage(ApprovalsPage);
  (await sent(api, 'GET', '/api/approvals')).flush({ items: [], next: null });
  (await sent(api, 'GET', '/api/alerts')).flush({ items, next: null });
  await settled();
  await fixture.whenStable();
}
const part = () => within(screen.getByRole('region', { name: 'À savoir' }));

describe('what the supervisor must know', () => {
  afterEach(() => document.body.replaceChildren());

  it('says what happened, to which child, and leads to the case', async () => {
    await shown(item());
    const line = within(part().getByRole('listitem'));
    expect(line.getByText('Hôtel pour un mineur.')).toBeTruthy();
    expect(line.getByText('Droit de l’enfant touché')).toBeTruthy();
    expect(line.getByText('Inès')).toBeTruthy();
    expect(line.getByRole('link', { name: 'RP-7K4M-2Q' }).getAttribute('href')).toBe('/dossiers/c1');
  });

  it('calls a flag no incident, and a redacted name redacted', async () => {
    await shown(item({ kind: 'flag', calledName: { redacted: true, ask: 'supervisor' } }));
    expect(part().queryByText('Droit de l’enfant touché')).toBeNull();
    expect(part().getByText('Nom masqué')).toBeTruthy();
  });

  it('keeps every right that was hurt in sight, and folds what else is beyond a few', async () => {
    const flags = Array.from({ length: 9 }, (_, place) =>
      item({ id: `f${String(place)}`, kind: 'flag', text: both('À lire') }),
    );
    const incidents = ['i1', 'i2'].map((id) => item({ id }));
    await shown(...flags, ...incidents);
    expect(part().getAllByText('Droit de l’enfant touché')).toHaveLength(2);
    expect(part().getAllByText('À lire')).toHaveLength(3);
    await userEvent.click(part().getByText('6 autres'));
    await settled();
    expect(part().getAllByText('À lire')).toHaveLength(9);
  });

  it('goes once it was seen, and only then', async () => {
    await shown(item(), item({ id: 'a2', reference: 'RP-OTHER' }));
    const [first] = part().getAllByRole('button', { name: 'Vu' });
    if (!first) throw new Error('no button');
    await userEvent.click(first);
    const seen = await sent(api, 'PUT', '/api/case-files/c1/seen-alerts/a1');
    expect(seen.request.headers.get('Idempotency-Key')).toBeTruthy();
    expect(part().getAllByRole('listitem')).toHaveLength(2);
    seen.flush(null, { status: 204, statusText: 'seen' });
    await settled();
    expect(part().getAllByRole('listitem')).toHaveLength(1);
    expect(plain(screen.getByText(/RP-7K4M-2Q/).textContent)).toBe('Dossier RP-7K4M-2Q : vu.');
    expect(document.activeElement).toBe(screen.getByRole('heading', { level: 1 }));
  });

  it('stays when it could not be recorded, with the reason', async () => {
    await shown(item());
    await userEvent.click(part().getByRole('button', { name: 'Vu' }));
    (await sent(api, 'PUT', '/api/case-files/c1/seen-alerts/a1')).flush(
      {
        type: '',
        title: '',
        status: 403,
        code: 'not-allowed',
        reasons: [{ code: 'x', text: both('Pas vous.') }],
      },
      { status: 403, statusText: 'said' },
    );
    await settled();
    expect(part().getByText('Pas vous.')).toBeTruthy();
    expect(part().getByRole('button', { name: 'Vu' })).toBeTruthy();
  });

  it('is not there when there is nothing', async () => {
    await shown();
    expect(screen.queryByRole('region', { name: 'À savoir' })).toBeNull();
  });
});
