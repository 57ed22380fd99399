import { screen } from '@testing-library/dom';
import type { ReferralEvent, SentReferral, SentReferrals } from '@repere/contract';
import { NEEDS } from '@repere/directory';
import { openPage, prepare, sent } from '../../../testing/open-page';
import { settled } from '../../../testing/settled';
import { AskedServices } from './asked-services';

const NOTHING_SAID = { reason: null, expectedAt: null, words: null, byWhen: null, whomToCall: null };
const event = (kind: ReferralEvent['kind'], change: Partial<ReferralEvent> = {}): ReferralEvent => ({
  ...{ kind, at: '2026-03-13T09:00:00Z', by: null, ...NOTHING_SAID },
  ...change,
});
const referral = (
  name: string,
  state: SentReferral['state'],
  events: readonly ReferralEvent[] = [],
): SentReferral => ({
  ...{ id: name, partner: { id: name, name }, service: null, state },
  ...{ sentAt: '2026-03-12T09:00:00Z', dueAt: '2026-03-14T09:00:00Z', until: '2999-04-12T09:00:00Z' },
  ...{ isAwaited: true, feedbackDueAt: null, crowded: null },
  events: [event('sent', { at: '2026-03-12T09:00:00Z' }), ...events],
  messages: { items: [], mayWrite: true },
});

async function show(state: 'met' | 'waiting' | 'open', ...referrals: SentReferral[]): Promise<void> {
  await showWith([], state, referrals);
}

const PLACE = 'Une place';

async function showWith(
  unasked: SentReferrals['unasked'],
  state: 'met' | 'waiting' | 'open',
  referrals: readonly SentReferral[] = [],
  request: string | null = PLACE,
): Promise<void> {
  const api = await prepare();
  await openPage(AskedServices, { caseFileId: 'c1' });
  const needs: SentReferrals['needs'] = [
    {
      ...{ id: 'n1', request, need: request === PLACE ? 'bed-tonight' : null, state },
      isOpen: state === 'open',
      asked: 1,
      referrals: [...referrals],
    },
  ];
  (await sent(api, 'GET', '/api/case-files/c1/referrals')).flush({
    ...{ caseFileId: 'c1', reference: 'RP-7K4M-2Q', calledName: 'Comète', zone: 'Europe/Paris' },
    ...{ mayRefer: true, mayWithdraw: true, needs, questions: [], prepared: [], unasked },
  });
  await settled();
}

const lineOf = (name: string): string => screen.getByText(name).parentElement?.textContent ?? '';

describe('services that were asked, on the page of a case', () => {
  afterEach(() => document.body.replaceChildren());

  it('says first that nobody was asked for what was looked for, by when, and nothing of what is over', async () => {
    const said = { reason: 'changed', by: '', at: '2026-03-12T09:30:00Z' } as const;
    await showWith(
      [
        { need: 'bed-tonight', dueAt: '2026-03-12T10:00:00Z', said: null, isOver: false },
        { need: 'legal-help', dueAt: null, said, isOver: true },
      ],
      'waiting',
    );
    expect(lineOf('Une place cette nuit')).toMatch(/personne n’a été sollicité.*délai de l’outil.*12 mars/);
    expect(screen.getAllByRole('listitem')).toHaveLength(1);
  });

  it.each([
    [PLACE, /^Foyer\s+Une place cette nuit\s+Envoyée/],
    ['Un rendez-vous', /^Foyer\s+Un rendez-vous\s+Envoyée/],
    [
      'Un lit ou une chambre, cette nuit, avec sa sœur',
      /^Foyer\s+Un lit ou une chambre, cette nuit, avec…\s+Envoyée/,
    ],
    [null, /^Foyer\s+Envoyée/],
  ])(
    'says what was asked for, the need or its first words, where the reader may know: %s',
    async (request, says) => {
      await showWith([], 'waiting', [referral('Foyer', 'sent')], request);
      expect(lineOf('Foyer')).toMatch(says);
    },
  );

  it.each([
    ['2999-03-13T18:00:00Z', /Acceptée.*Arrivée prévue/, /personne n’a noté/],
    ['2020-03-13T18:00:00Z', /Acceptée.*Arrivée prévue.*personne n’a noté que l’enfant y a été reçu/, null],
    [null, /Acceptée.*personne n’a noté que l’enfant y a été reçu/, /Arrivée prévue/],
  ])(
    'tells that one said yes, for %s, until it is noted that the child is there',
    async (expectedAt, says, not) => {
      await show('met', referral('Foyer', 'accepted', [event('accepted', { expectedAt })]));
      expect(lineOf('Foyer')).toMatch(says);
      if (not) expect(lineOf('Foyer')).not.toMatch(not);
    },
  );

  it('tells of an offer that it waits for us, of who received the child since when', async () => {
    await show(
      'open',
      referral('Foyer', 'started', [event('first-appointment', { at: '2026-01-02T09:00:00Z' })]),
      referral('Refuge', 'other-offer', [event('other-offer')]),
    );
    expect(lineOf('Refuge')).toMatch(/Autre proposition.*à prendre/);
    expect(lineOf('Foyer')).toMatch(/Enfant reçu.*2 janvier/);
    expect(lineOf('Foyer')).not.toMatch(/réponse attendue|personne n’a noté/);
    const [first] = screen.getAllByRole('listitem');
    expect(first?.textContent).toContain('Refuge');
  });

  it('names those that have not answered first, two in all, and nobody who said no', async () => {
    await show(
      'waiting',
      referral('Yes', 'accepted', [event('accepted')]),
      referral('No', 'refused', [event('refused')]),
      ...['A', 'B', 'C'].map((name) => referral(name, 'sent')),
    );
    for (const name of ['Yes', 'No', 'C']) expect(screen.queryByText(name)).toBeNull();
    for (const name of ['A', 'B'])
      expect(lineOf(name)).toMatch(
        new RegExp(`^${name} *${NEEDS['bed-tonight'].title.fr}.*réponse attendue`),
      );
    expect(screen.getByText('et 2 autres services')).toBeTruthy();
  });
});
