import { screen } from '@testing-library/dom';
import type { ReceivedReferral } from '@repere/contract';
import { open, prepare, sent } from '../../testing/open-page';
import { settled } from '../../testing/settled';
import { ReceivedPage } from './received-page';

const both = (words: string) => ({ fr: words, en: words });
const referral = (change: Partial<ReceivedReferral> = {}): ReceivedReferral => ({
  caseFileId: 'c1',
  reference: 'RP-7K4M-2Q',
  calledName: 'Inès',
  team: 'ASE Nord',
  zone: 'Europe/Paris',
  since: '2026-03-12T09:00:00Z',
  until: '2026-04-12T09:00:00Z',
  carries: [both('identité'), both('santé')],
  ...change,
});

async function shown(...items: ReceivedReferral[]) {
  const api = await prepare();
  const fixture = await open(ReceivedPage);
  (await sent(api, 'GET', '/api/look-questions')).flush({ items: [], next: null });
  (await sent(api, 'GET', '/api/referrals')).flush({ items, next: null });
  await settled();
  await fixture.whenStable();
}

describe('ReceivedPage', () => {
  afterEach(() => document.body.replaceChildren());

  it('leads to each case, with who referred it, what may be read and until when', async () => {
    await shown(referral());
    expect(screen.getByRole('link', { name: 'Inès RP-7K4M-2Q' }).getAttribute('href')).toBe(
      '/orientations/c1',
    );
    const line = screen.getByRole('listitem').textContent ?? '';
    expect(line).toMatch(/Par ASE Nord/);
    expect(line).toMatch(/identité, santé/);
    expect(line).toMatch(/Ouverte, fin.: .*12 avril/);
  });

  it('says that a name is not given, never shows it as empty', async () => {
    await shown(referral({ calledName: { redacted: true, ask: 'ASE Nord' } }));
    expect(screen.getByRole('link', { name: 'Nom non communiqué RP-7K4M-2Q' })).toBeTruthy();
  });

  it('says in words when nothing is open', async () => {
    await shown();
    expect(screen.getByText('Aucune orientation ne vous est ouverte.')).toBeTruthy();
    expect(screen.queryByRole('listitem')).toBeNull();
  });
});
