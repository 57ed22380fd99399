import { screen, within } from '@testing-library/dom';
import userEvent from '@testing-library/user-event';
import type { ReferralEvent, SentReferral, SentReferrals } from '@repere/contract';
import { openPage, prepare, sent } from '../../../testing/open-page';
import { settled } from '../../../testing/settled';
import { SentReferralsPage } from './sent-referrals-page';

const both = (words: string) => ({ fr: words, en: words });
const NOTHING_SAID = { reason: null, expectedAt: null, words: null, byWhen: null, whomToCall: null };
const event = (change: Partial<ReferralEvent>): ReferralEvent => ({
  ...{ kind: 'sent', at: '2026-03-12T09:00:00Z', by: 'Léa', ...NOTHING_SAID },
  ...change,
});
const referral = (change: Partial<SentReferral> = {}): SentReferral => ({
  ...{ id: 'r1', partner: { id: 'p1', name: 'Foyer du Parc' }, service: null, state: 'no-answer' },
  ...{ sentAt: '2026-03-12T09:00:00Z', dueAt: '2026-03-14T09:00:00Z', until: '2999-04-12T09:00:00Z' },
  ...{ isAwaited: true, feedbackDueAt: null, crowded: null },
  events: [event({}), event({ kind: 'escalated', by: null })],
  messages: { items: [], mayWrite: true },
  ...change,
});
const page = (change: Partial<SentReferrals> = {}, ...referrals: SentReferral[]): SentReferrals => ({
  ...{ caseFileId: 'c1', calledName: 'Comète' },
  ...{ reference: 'RP-7K4M-2Q', zone: 'Europe/Paris', mayRefer: true, mayWithdraw: true },
  questions: [],
  unasked: [],
  prepared: [],
  needs: [
    {
      id: 'n1',
      need: null,
      request: 'Une place ce soir',
      state: 'open',
      isOpen: true,
      asked: referrals.length,
      referrals,
    },
  ],
  ...change,
});

async function shown(it: SentReferrals) {
  const api = await prepare();
  await openPage(SentReferralsPage, { caseFileId: 'c1' });
  (await sent(api, 'GET', '/api/case-files/c1/referrals')).flush(it);
  await settled();
  return api;
}

async function unfold(words: RegExp): Promise<void> {
  const summary = screen.getByText(words);
  await userEvent.click(summary);
  (summary.parentElement as HTMLDetailsElement).open = true;
  summary.parentElement?.dispatchEvent(new Event('toggle'));
  await settled();
}

describe('referrals of a case', () => {
  afterEach(() => document.body.replaceChildren());

  it('takes what a service offered instead, in one press', async () => {
    const [first, read] = ['2026-03-12T10:00:00Z', '2026-03-12T11:00:00Z'].map((at) =>
      event({ kind: 'other-offer', at }),
    ) as [ReferralEvent, ReferralEvent];
    const api = await shown(page({}, referral({ state: 'other-offer', events: [event({}), first, read] })));
    await userEvent.click(screen.getByRole('button', { name: /^Prendre cette proposition – / }));
    const taken = await sent(api, 'PUT', '/api/case-files/c1/referrals/offers-taken/r1');
    expect(taken.request.body).toEqual({ offeredAt: read.at });
    taken.flush(null, { status: 204, statusText: 'No Content' });
    (await sent(api, 'GET', '/api/case-files/c1/referrals')).flush(page({}, referral({ state: 'accepted' })));
    await settled();
    expect(screen.queryByRole('button', { name: /^Prendre cette proposition/ })).toBeNull();
  });

  const message = (change: Partial<SentReferral['messages']['items'][number]>) => ({
    ...{ from: 'service' as const, by: 'Foyer', at: '2026-03-12T10:00:00Z', words: 'À 19 h', seenAt: null },
    ...change,
  });

  it('writes to a service, with what it read of it, and says that this leaves and is no answer', async () => {
    const items = [message({ at: '2026-03-12T09:30:00Z' }), message({})];
    const api = await shown(page({}, referral({ messages: { items, mayWrite: true } })));
    expect(screen.getAllByText('Nouveau')).toHaveLength(2);
    expect(screen.getByText(/quitte votre équipe et s’inscrit au registre/)).toBeTruthy();
    expect(screen.getByText(/Un message n’est pas une réponse.: le délai court toujours/)).toBeTruthy();
    await userEvent.click(screen.getByRole('button', { name: 'Envoyer le message' }));
    expect(screen.getAllByText('Écrivez votre message').length).toBeGreaterThan(0);
    await userEvent.type(screen.getByLabelText('Écrire à ce service'), 'Entendu');
    await userEvent.click(screen.getByRole('button', { name: 'Envoyer le message' }));
    const written = await sent(api, 'POST', '/api/case-files/c1/referrals/r1/messages');
    expect(written.request.body).toEqual({ words: 'Entendu', readUntil: '2026-03-12T10:00:00Z' });
    written.flush(null, { status: 204, statusText: 'No Content' });
    (await sent(api, 'GET', '/api/case-files/c1/referrals')).flush(page({}, referral()));
    await settled();
  });

  it('marks as read what stood on the page, for who may refer', async () => {
    const messages = { items: [message({})], mayWrite: false };
    const api = await shown(page({}, referral({ messages })));
    await userEvent.click(screen.getByRole('button', { name: 'Marquer comme lu – Foyer du Parc' }));
    const read = await sent(api, 'PUT', '/api/case-files/c1/referrals/messages-read/r1');
    expect(read.request.body).toEqual({ readUntil: '2026-03-12T10:00:00Z' });
    read.flush(null, { status: 204, statusText: 'No Content' });
    const seenAt = '2026-03-12T11:00:00Z';
    const after = { items: [message({ seenAt }), message({ from: 'team', seenAt })], mayWrite: false };
    (await sent(api, 'GET', '/api/case-files/c1/referrals')).flush(page({}, referral({ messages: after })));
    await settled();
    expect(screen.queryByRole('button', { name: /^Marquer comme lu/ })).toBeNull();
    expect(screen.getByText(/^lu par le service/)).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Envoyer le message' })).toBeNull();
  });

  it.each([
    ['who may not refer', { mayRefer: false }, message({})],
    ['whom words are closed to', {}, message({ words: null })],
  ] as const)('has nothing to mark for %s', async (_, change, item) => {
    await shown(page(change, referral({ messages: { items: [item], mayWrite: false } })));
    expect(screen.queryByRole('button', { name: /^Marquer comme lu/ })).toBeNull();
    expect(screen.queryByText('Message non affiché') === null).toBe(item.words !== null);
  });

  it('asks to confirm by telephone a place that may be given twice', async () => {
    await shown(page({}, referral({ state: 'accepted', crowded: { free: 1 } })));
    expect(
      screen.getByText(/dites par ce service.: 1\. .*donné ou en tient plus.*par téléphone/),
    ).toBeTruthy();
  });

  it('says of a silence since when, that the supervisor was told, and that the need is open', async () => {
    await shown(page({}, referral()));
    expect(screen.getByRole('heading', { name: 'Une place ce soir' })).toBeTruthy();
    expect(screen.getByText(/Personne ne répond à ce besoin/)).toBeTruthy();
    for (const words of ['Sans réponse', /depuis .*12 mars/, /réponse attendue/, /responsable averti/])
      expect(screen.getByText(words)).toBeTruthy();
    const next = screen.getByRole('link', { name: 'Demander à un autre service' });
    expect(next.getAttribute('href')).toBe('/dossiers/c1/acces?besoin=n1');
  });

  it('asks the next service with a reason while another is waited for', async () => {
    const [need] = page({}, referral({ state: 'sent' })).needs;
    await shown(page({ needs: need ? [{ ...need, state: 'waiting', isOpen: false }] : [] }));
    const next = screen.getByRole('link', { name: 'Demander sans attendre à un autre service' });
    expect(next.getAttribute('href')).toBe('/dossiers/c1/acces?besoin=n1');
    expect(screen.queryByRole('link', { name: 'Demander à un autre service' })).toBeNull();
  });

  it.each([
    ['ended', '2999-04-12T09:00:00Z'],
    ['withdrawn', '2999-04-12T09:00:00Z'],
    ['no-answer', '2026-03-13T09:00:00Z'],
  ] as const)('offers no mail behind which nothing stands: %s', async (state, until) => {
    await shown(page({}, referral({ state, until })));
    expect(screen.queryByRole('button', { name: /^Relancer par courriel/ })).toBeNull();
    expect(screen.getByRole('button', { name: /^Relancé par téléphone/ })).toBeTruthy();
  });

  it('says how many were asked where their names would tell where the child goes', async () => {
    const [need] = page().needs;
    await shown(page({ needs: need ? [{ ...need, request: null, asked: 2 }] : [] }));
    expect(screen.getByText(/^2 services ont été sollicités/)).toBeTruthy();
    expect(screen.queryByText('Foyer du Parc')).toBeNull();
  });

  it.each([
    ['no-answer', '2999-04-12T09:00:00Z', true],
    ['refused', '2999-04-12T09:00:00Z', true],
    ['no-answer', '2020-04-12T09:00:00Z', false],
    ['withdrawn', '2999-04-12T09:00:00Z', false],
    ['ended', '2999-04-12T09:00:00Z', false],
  ] as const)('offers to take back one that is %s until %s: %s', async (state, until, offers) => {
    const api = await shown(page({}, referral({ state, until })));
    const name = 'Retirer l’orientation – Foyer du Parc';
    expect(screen.queryByRole('button', { name }) !== null).toBe(offers);
    if (!offers) return;
    await userEvent.click(screen.getByRole('button', { name }));
    (await sent(api, 'PUT', '/api/case-files/c1/referrals/withdrawn/r1')).flush(null);
    (await sent(api, 'GET', '/api/case-files/c1/referrals')).flush(
      page({}, referral({ state: 'withdrawn' })),
    );
  });

  it.each([
    ['refused', true],
    ['elsewhere', true],
    ['other-offer', false],
    ['accepted', false],
  ] as const)(
    'says that nothing is read any more, and offers no addition, after a no: %s',
    async (state, isClosed) => {
      await shown(page({}, referral({ state })));
      expect(screen.queryByText(/ne lit plus rien de l’enfant/) !== null).toBe(isClosed);
      expect(screen.queryByText('Envoyer un ajout') === null).toBe(isClosed);
    },
  );

  it('offers nobody to take one back who may refer alone', async () => {
    await shown(page({ mayWithdraw: false }, referral({ until: '2999-04-12T09:00:00Z' })));
    expect(screen.queryByRole('button', { name: /^Retirer/ })).toBeNull();
    expect(screen.getAllByRole('button', { name: /^Relanc/ }).length).toBeGreaterThan(0);
  });

  it('chases in one press, and reads anew', async () => {
    const api = await shown(page({}, referral()));
    await userEvent.click(screen.getByRole('button', { name: 'Relancer par courriel – Foyer du Parc' }));
    const request = await sent(api, 'POST', '/api/case-files/c1/referrals/r1/reminders');
    expect(request.request.body).toEqual({ how: 'mail' });
    request.flush(null);
    (await sent(api, 'GET', '/api/case-files/c1/referrals')).flush(page({}, referral()));
  });

  it('records an answer told by telephone: a no wants its reason', async () => {
    const api = await shown(page({}, referral()));
    await unfold(/Noter la réponse reçue/);
    await userEvent.click(screen.getByRole('radio', { name: /^Non/ }));
    await settled();
    await userEvent.click(screen.getByRole('button', { name: 'Noter la réponse' }));
    await settled();
    expect(screen.getAllByText('Dites pourquoi').length).toBeGreaterThan(0);
    await userEvent.selectOptions(screen.getByLabelText('Pourquoi'), 'full');
    await userEvent.click(screen.getByRole('button', { name: 'Noter la réponse' }));
    const { body } = (await sent(api, 'POST', '/api/case-files/c1/referrals/r1/answers')).request;
    expect(body).toEqual({ answer: 'refused', reason: 'full' });
  });

  it('records with a yes when the child is expected, by the clocks of the case, or nothing of it', async () => {
    const api = await shown(page({}, referral({ state: 'sent' })));
    await unfold(/Noter la réponse reçue/);
    await userEvent.click(screen.getByRole('radio', { name: /^Oui/ }));
    await settled();
    expect(screen.queryByLabelText(/^Pour quand/)).toBeNull();
    const day = screen.getByRole('group', { name: /Arrivée prévue quel jour/ });
    await userEvent.type(within(day).getByLabelText('Jour'), '8');
    const act = () => userEvent.click(screen.getByRole('button', { name: 'Noter la réponse' }));
    await act();
    await settled();
    expect(
      screen.getAllByText('Indiquez un jour et une heure, ou laissez les deux vides').length,
    ).toBeGreaterThan(0);
    await userEvent.type(within(day).getByLabelText('Mois'), '12');
    await userEvent.type(within(day).getByLabelText('Année'), '2026');
    await userEvent.type(screen.getByLabelText(/À quelle heure/), '9h30');
    await act();
    const { body } = (await sent(api, 'POST', '/api/case-files/c1/referrals/r1/answers')).request;
    expect(body).toEqual({ answer: 'accepted', expectedAt: '2026-12-08T08:30:00.000Z' });
  });

  it('puts in the calendar of the case in one press when the child is expected', async () => {
    const yes = event({ kind: 'accepted', by: null, expectedAt: '2999-12-08T08:30:00Z' });
    const api = await shown(page({}, referral({ state: 'accepted', events: [event({}), yes] })));
    expect(screen.getAllByText(/^Arrivée prévue : /).length).toBe(2);
    await userEvent.click(screen.getByRole('button', { name: /^Mettre au calendrier du dossier/ }));
    const plan = await sent(api, 'POST', '/api/case-files/c1/appointments');
    expect(plan.request.body).toEqual({
      ...{ kind: 'other', day: '2999-12-08', hour: '09:30', withWhom: 'Foyer du Parc' },
      ...{ interpreter: 'unknown', told: 'not-yet' },
    });
    plan.flush({ id: 'a1' });
    await settled();
    expect(screen.getByText('Mis au calendrier du dossier.')).toBeTruthy();
    expect(screen.queryByRole('button', { name: /^Mettre au calendrier/ })).toBeNull();
  });

  it.each([
    ['for what has passed', '2020-12-08T08:30:00Z', true],
    ['to who may only read', '2999-12-08T08:30:00Z', false],
  ])('offers no calendar %s', async (_whom, expectedAt, mayRefer) => {
    const yes = event({ kind: 'accepted', by: null, expectedAt });
    await shown(page({ mayRefer }, referral({ state: 'accepted', events: [event({}), yes] })));
    expect(screen.queryByRole('button', { name: /^Mettre au calendrier/ })).toBeNull();
  });

  it('records that nobody meets the need, with its reason', async () => {
    const api = await shown(page({}, referral({ state: 'refused' })));
    await userEvent.selectOptions(screen.getByLabelText(/noter que personne/), 'full');
    await userEvent.click(screen.getByRole('button', { name: 'Noter le besoin non couvert' }));
    const { body } = (await sent(api, 'POST', '/api/case-files/c1/referrals/r1/unmet')).request;
    expect(body).toEqual({ reason: 'full' });
  });

  it('records that the child was received, in one press, and how it ended', async () => {
    const api = await shown(page({}, referral({ state: 'accepted' })));
    await userEvent.click(screen.getByRole('button', { name: 'L’enfant a été reçu – Foyer du Parc' }));
    const received = await sent(api, 'POST', '/api/case-files/c1/referrals/r1/follow-ups');
    expect(received.request.body).toEqual({ what: 'first-appointment' });
    received.flush(null);
    (await sent(api, 'GET', '/api/case-files/c1/referrals')).flush(page({}, referral({ state: 'started' })));
    await settled();
    expect(screen.queryByRole('button', { name: /L’enfant a été reçu/ })).toBeNull();
    await unfold(/comment cela s’est terminé/);
    await userEvent.click(screen.getByRole('button', { name: 'Noter la fin' }));
    await settled();
    expect(screen.getAllByText('Dites si le besoin est couvert').length).toBeGreaterThan(0);
    await userEvent.click(screen.getByRole('radio', { name: 'besoin couvert en partie' }));
    await userEvent.click(screen.getByRole('button', { name: 'Noter la fin' }));
    const { body } = (await sent(api, 'POST', '/api/case-files/c1/referrals/r1/follow-ups')).request;
    expect(body).toEqual({ what: 'ended', outcome: 'partly-met' });
  });

  it('asks what came of a yes that is over, and offers the next service', async () => {
    const over = page({}, referral({ state: 'ended' }));
    await shown({ ...over, needs: over.needs.map((need) => ({ ...need, state: 'unsure' })) });
    expect(screen.getByText(/dites ce qu’il en est/)).toBeTruthy();
    expect(screen.getByRole('link', { name: 'Demander à un autre service' })).toBeTruthy();
    expect(screen.getByText(/comment cela s’est terminé/)).toBeTruthy();
  });

  it('says of a service without account how an addition reaches it', async () => {
    const service = { phones: [], hasMail: true, number: 'A1', link: null };
    const api = await shown(page({}, referral({ state: 'accepted', service })));
    await unfold(/Envoyer un ajout/);
    expect(screen.getByText(/n’a pas de compte.*par téléphone ou par lettre/)).toBeTruthy();
    api.expectNone({ method: 'GET', url: '/api/case-files/c1/referrals/r1/additions' });
  });

  it('sends an addition with why, and with who was told of it before, as no other line says', async () => {
    const api = await shown(page({}, referral({ state: 'accepted' })));
    await unfold(/Envoyer un ajout/);
    const path = '/api/case-files/c1/referrals/r1/additions';
    const [title, words] = [both('Soins'), both('oui')];
    const line = { id: 'l1', fieldClass: 'health', title, shown: words, at: null };
    (await sent(api, 'GET', path)).flush({ lines: [line] });
    await settled();
    const choose = screen.getByRole('button', { name: 'Envoyer – Soins' });
    expect(choose.getAttribute('aria-expanded')).toBe('false');
    await userEvent.click(choose);
    await settled();
    await userEvent.click(screen.getByRole('button', { name: 'Envoyer cet ajout' }));
    await settled();
    expect(screen.getAllByRole('alert').length).toBeGreaterThan(0);
    api.expectNone({ method: 'POST', url: path });
    await userEvent.type(screen.getByLabelText(/^Pourquoi fallait-il/), 'Pour la soigner');
    for (const who of [/^L’enfant le savait/, /^Les parents/])
      await userEvent.click(
        within(screen.getByRole('group', { name: who })).getByRole('radio', { name: 'Oui' }),
      );
    await userEvent.click(screen.getByRole('button', { name: 'Envoyer cet ajout' }));
    const request = await sent(api, 'POST', path);
    expect(request.request.body).toEqual({
      ...{ lineId: 'l1', why: 'Pour la soigner', child: { told: 'yes' }, parents: { told: 'yes' } },
    });
    request.flush(null);
    (await sent(api, 'GET', path)).flush({ lines: [] });
    await settled();
    expect(screen.getByText('Ajout envoyé, et inscrit au registre.')).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Envoyer cet ajout' })).toBeNull();
  });

  it('offers nothing to who may not refer', async () => {
    await shown(page({ mayRefer: false }, referral()));
    expect(screen.queryAllByRole('button')).toEqual([]);
  });

  it('has nothing to chase once it was answered', async () => {
    await shown(page({}, referral({ state: 'accepted', isAwaited: false })));
    expect(screen.queryByRole('button', { name: /Relancer/ })).toBeNull();
  });

  it('waits for feedback after a yes: says until when by law, chases, records it', async () => {
    const api = await shown(page({}, referral({ state: 'accepted', feedbackDueAt: '2026-06-12T22:00:00Z' })));
    expect(screen.getByText(/délai de l’outil \(trois mois\).*12 juin/)).toBeTruthy();
    expect(screen.getByRole('button', { name: /Relancer par courriel/ })).toBeTruthy();
    await unfold(/Noter ce que devient l’enfant/);
    await userEvent.click(screen.getByRole('button', { name: 'Noter ce retour' }));
    await settled();
    expect(screen.getAllByText('Écrivez ce que devient l’enfant').length).toBeGreaterThan(0);
    await userEvent.type(screen.getByLabelText('Ce qu’en dit le service'), 'Elle va en classe.');
    await userEvent.click(screen.getByRole('button', { name: 'Noter ce retour' }));
    const { body } = (await sent(api, 'POST', '/api/case-files/c1/referrals/r1/follow-ups')).request;
    expect(body).toEqual({ what: 'feedback', words: 'Elle va en classe.' });
  });

  it('says whom a service names instead, and offers to ask there', async () => {
    const named = event({
      kind: 'elsewhere',
      words: 'La maison des adolescents',
      whomToCall: '01 99 00 12 40',
    });
    await shown(page({}, referral({ state: 'elsewhere', isAwaited: false, events: [event({}), named] })));
    expect(
      screen.getByText(/ensuite.: La maison des adolescents · 01 99 00 12 40\. Rien n’y est parti/),
    ).toBeTruthy();
    expect(screen.getByRole('link', { name: 'Demander à un autre service' })).toBeTruthy();
    expect(screen.queryByRole('button', { name: /Relancer/ })).toBeNull();
  });
});
