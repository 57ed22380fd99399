import { screen } from '@testing-library/dom';
import userEvent from '@testing-library/user-event';
import type { PastReferral, ReceivedCapacity, ReceivedReferral } from '@repere/contract';
import { openPage, prepare, sent } from '../../testing/open-page';
import { settled } from '../../testing/settled';
import { ReceivedPage } from './received-page';

const both = (words: string) => ({ fr: words, en: words });
const referral = (change: Partial<ReceivedReferral> = {}): ReceivedReferral => ({
  id: 's1',
  caseFileId: 'c1',
  asks: both('Un avocat, une aide juridique'),
  reference: 'RP-7K4M-2Q',
  calledName: 'Inès',
  team: 'ASE Nord',
  zone: 'Europe/Paris',
  since: '2026-03-12T09:00:00Z',
  until: '2026-04-12T09:00:00Z',
  state: 'received',
  isOfferTaken: false,
  dueAt: '2026-03-14T09:00:00Z',
  hasNewMessage: false,
  carries: [both('identité'), both('santé')],
  ...change,
});

const PAST: readonly PastReferral[] = [
  {
    id: 's2',
    caseFileId: 'c2',
    reference: 'RP-2Q7K-4M',
    team: 'ASE Sud',
    since: '2026-02-01T09:00:00Z',
    endedAt: '2026-02-10T09:00:00Z',
    isWithdrawn: true,
  },
];

const OVER = { why: 'not-sought', at: '2026-03-12T22:00:00Z' } as const;

const QUESTION: ReceivedCapacity = {
  ...{ id: 'r1', service: 'Foyer fictif', number: 'A3F09C', need: 'bed-tonight', ages: { from: 16, to: 17 } },
  ...{ sex: 'girl', languages: [], wanted: 'at-once', askedAt: '2026-03-12T21:00:00Z' },
  ...{ dueAt: '2026-03-13T01:00:00Z', state: 'waiting', heldUntil: null, isClosed: false, over: null },
  checkPhone: null,
};

async function shown(
  items: readonly ReceivedReferral[],
  past: readonly PastReferral[] = [],
  questions: readonly ReceivedCapacity[] = [],
  next: string | null = null,
) {
  const api = await prepare();
  const fixture = await openPage(ReceivedPage);
  (await sent(api, 'GET', '/api/access-questions')).flush({ items: [], next: null });
  (await sent(api, 'GET', '/api/referrals')).flush({ items, next: null });
  (await sent(api, 'GET', '/api/referrals/past')).flush({ items: past, next });
  (await sent(api, 'GET', '/api/capacity-requests')).flush({ items: questions, next: null });
  await settled();
  await fixture.whenStable();
  return api;
}

describe('ReceivedPage', () => {
  afterEach(() => document.body.replaceChildren());

  it('leads to each case, with who referred it, what may be read and until when', async () => {
    await shown([referral()]);
    expect(screen.getByRole('link', { name: /^Inès RP-7K4M-2Q/ }).getAttribute('href')).toBe(
      '/orientations/c1/s1',
    );
    const line = screen.getAllByRole('listitem')[0]?.textContent ?? '';
    expect(line).toMatch(/Par ASE Nord/);
    expect(line).toMatch(/identité, santé/);
    expect(line).toMatch(/Ouverte, fin.: .*12 avril/);
  });

  it('says of which the team wrote something new', async () => {
    await shown([referral({ hasNewMessage: true }), referral({ caseFileId: 'c2' })]);
    expect(screen.getAllByText('Nouveau message')).toHaveLength(1);
  });

  it('says that a name is not given, never shows it as empty', async () => {
    await shown([referral({ calledName: { redacted: true, ask: 'ASE Nord' } })]);
    expect(screen.getByRole('link', { name: /^Nom non communiqué RP-7K4M-2Q/ })).toBeTruthy();
  });

  it('tells several of one child apart by what each asks', async () => {
    await shown([referral(), referral({ id: 's2', asks: both('Un bilan dentaire') })]);
    const links = screen.getAllByRole('link', { name: /RP-7K4M-2Q/ });
    expect(links.map((it) => [it.textContent?.replace(/\s+/g, ' ').trim(), it.getAttribute('href')])).toEqual(
      [
        ['Inès RP-7K4M-2Q Un avocat, une aide juridique', '/orientations/c1/s1'],
        ['Inès RP-7K4M-2Q Un bilan dentaire', '/orientations/c1/s2'],
      ],
    );
  });

  it('says of an offer that the team took that it is taken, and not that they accepted', async () => {
    await shown([referral({ state: 'accepted', isOfferTaken: true })]);
    expect(screen.getByText('Votre proposition est prise')).toBeTruthy();
    expect(screen.queryByText('Vous avez accepté')).toBeNull();
  });

  it('says of one that was refused that nothing is shown any more, and not that it carries nothing', async () => {
    await shown([
      referral({
        calledName: { redacted: true, ask: 'ASE Nord' },
        state: 'refused',
        carries: [],
        asks: null,
      }),
    ]);
    const line = screen.getAllByRole('listitem')[0]?.textContent ?? '';
    expect(line).toMatch(/Vous avez refusé.*plus rien de l’enfant ne vous est montré/s);
    expect(line).not.toMatch(/vous pouvez lire/);
  });

  it('says how each stands, and that one was taken back instead of hiding it', async () => {
    await shown([referral()], PAST);
    expect(screen.getByText('À vous de répondre')).toBeTruthy();
    expect(screen.getByText(/RP-2Q7K-4M.: ASE Sud a retiré cette orientation le .*10 février/)).toBeTruthy();
  });

  it('goes on with what is over, page by page', async () => {
    const api = await shown([], PAST, [], 'more');
    await userEvent.click(screen.getByRole('button', { name: 'Voir les plus anciennes' }));
    const older = await sent(api, 'GET', '/api/referrals/past?cursor=more');
    older.flush({ items: [{ ...PAST[0], team: 'ASE Est', isWithdrawn: false }], next: null });
    await settled();
    expect(screen.getByText(/l’orientation de ASE Est/)).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Voir les plus anciennes' })).toBeNull();
  });

  it('names whom a question is for instead', async () => {
    const api = await shown([], [], [{ ...QUESTION, checkPhone: '01 99 00 12 42' }]);
    expect(screen.getByRole('link', { name: '01 99 00 12 42' })).toBeTruthy();
    await userEvent.click(screen.getByRole('button', { name: 'Répondre – Question A3F09C' }));
    await settled();
    await userEvent.click(screen.getByRole('radio', { name: 'Pas pour nous, mais pour…' }));
    await settled();
    await userEvent.click(screen.getByRole('button', { name: 'Répondre' }));
    await settled();
    expect(screen.getAllByText('Dites pour quel service ou quelle personne').length).toBeGreaterThan(0);
    await userEvent.type(screen.getByLabelText('Pour quel service ou quelle personne'), 'Le foyer du Nord');
    await userEvent.click(screen.getByRole('button', { name: 'Répondre' }));
    const answer = await sent(api, 'POST', '/api/capacity-requests/r1/answers');
    expect(answer.request.body).toEqual({ answer: 'elsewhere', words: 'Le foyer du Nord' });
  });

  it('says in words when nothing is open', async () => {
    await shown([]);
    expect(screen.getByText('Aucune orientation ne vous est ouverte.')).toBeTruthy();
    expect(screen.queryByRole('listitem')).toBeNull();
  });

  it('answers a question for a place, which says nothing of a case', async () => {
    const api = await shown(
      [],
      [],
      [QUESTION, { ...QUESTION, id: 'r2', number: 'B00000', isClosed: true, over: OVER }],
    );
    expect(screen.getAllByText(/16 à 17 ans, fille/i)).toHaveLength(2);
    expect(screen.getByText(/^On ne cherche plus de place/)).toBeTruthy();
    await userEvent.click(screen.getByRole('button', { name: 'Répondre – Question A3F09C' }));
    await settled();
    await userEvent.click(screen.getByRole('radio', { name: 'Autre proposition' }));
    await settled();
    await userEvent.type(screen.getByLabelText('Ce qui est proposé'), 'Une place jeudi');
    await userEvent.click(screen.getByRole('button', { name: 'Répondre' }));
    const answer = await sent(api, 'POST', '/api/capacity-requests/r1/answers');
    expect(answer.request.body).toEqual({ answer: 'other-offer', words: 'Une place jeudi' });
  });
});
