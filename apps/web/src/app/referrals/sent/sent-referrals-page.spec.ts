import { screen, within } from '@testing-library/dom';
import userEvent from '@testing-library/user-event';
import type { ReferralEvent, SentReferral, SentReferrals } from '@repere/contract';
import { openPage, prepare, sent } from '../../../testing/open-page';
import { settled } from '../../../testing/settled';
import { SentReferralsPage } from './sent-referrals-page';

const both = (words: string) => ({ fr: words, en: words });
const NOTHING_SAID = { reason: null, words: null, byWhen: null, whomToCall: null };
const event = (change: Partial<ReferralEvent>): ReferralEvent => ({
  ...{ kind: 'sent', at: '2026-03-12T09:00:00Z', by: 'Léa', ...NOTHING_SAID },
  ...change,
});
const referral = (change: Partial<SentReferral> = {}): SentReferral => ({
  ...{ id: 'r1', partner: { id: 'p1', name: 'Foyer du Parc' }, state: 'no-answer' },
  ...{ sentAt: '2026-03-12T09:00:00Z', dueAt: '2026-03-14T09:00:00Z', until: '2026-04-12T09:00:00Z' },
  ...{ isAwaited: true, feedbackDueAt: null },
  events: [event({}), event({ kind: 'escalated', by: null })],
  ...change,
});
const page = (change: Partial<SentReferrals> = {}, ...referrals: SentReferral[]): SentReferrals => ({
  ...{ caseFileId: 'c1', calledName: 'Comète' },
  ...{ reference: 'RP-7K4M-2Q', zone: 'Europe/Paris', mayRefer: true },
  needs: [{ id: 'n1', request: 'Une place ce soir', state: 'open', isOpen: true, referrals }],
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

  it('says of a silence since when, that the supervisor was told, and that the need is open', async () => {
    await shown(page({}, referral()));
    expect(screen.getByRole('heading', { name: 'Une place ce soir' })).toBeTruthy();
    expect(screen.getByText(/Personne ne répond à ce besoin/)).toBeTruthy();
    for (const words of ['Sans réponse', /depuis .*12 mars/, /réponse attendue/, /responsable averti/])
      expect(screen.getByText(words)).toBeTruthy();
    const next = screen.getByRole('link', { name: 'Demander à un autre service' });
    expect(next.getAttribute('href')).toBe('/dossiers/c1/acces?besoin=n1');
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

  it('sends an addition with why, and with who was told of it before, as no other line says', async () => {
    const api = await shown(page({}, referral({ state: 'accepted' })));
    await unfold(/Envoyer un ajout/);
    const path = '/api/case-files/c1/referrals/r1/additions';
    const [title, words] = [both('Soins'), both('oui')];
    const line = { id: 'l1', fieldClass: 'health', title, shown: words };
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
