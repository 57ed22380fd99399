import { Location } from '@angular/common';
import type { HttpTestingController } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { RouterTestingHarness } from '@angular/router/testing';
import { screen } from '@testing-library/dom';
import userEvent from '@testing-library/user-event';
import type { LinkedReferral, ServiceToTell } from '@repere/contract';
import { openPage, prepare, sent } from '../../../testing/open-page';
import { settled } from '../../../testing/settled';
import { ReferralLinkPage } from './referral-link-page';
import { ReferToServicePage } from './refer-to-service-page';

const TOKEN = 'A'.repeat(43);
const REFERRAL: LinkedReferral = {
  ...{ number: 'A3F09C', need: 'bed-tonight', state: 'received', over: null, answers: [] },
  ...{ sentAt: '2026-03-12T21:00:00Z', dueAt: '2026-03-13T01:00:00Z', checkPhone: '01 99 00 12 42' },
  terms: {
    ...{ ground: { fr: 'Secret partagé', en: 'Shared secret' }, isBound: true },
    ...{ child: 'yes', parents: 'no' },
  },
  messages: { items: [], mayWrite: true },
};
const SERVICE: ServiceToTell = {
  ...{ caseFileId: 'c1', reference: 'RP-7K4M-2Q', calledName: 'Comète', zone: 'Europe/Paris' },
  ...{ service: { id: 's1', name: 'Foyer fictif' }, phones: ['01 99 00 12 43'], hasMail: true },
  ...{ hasAccount: false, openNeeds: [{ id: 'n1', request: 'Une aide juridique' }] },
};

async function opened(referral: LinkedReferral): Promise<HttpTestingController> {
  const api = await prepare('fr', [{ path: 'reponse-orientation', component: ReferralLinkPage }]);
  const harness = await RouterTestingHarness.create(`/reponse-orientation#${TOKEN}`);
  document.body.append(harness.fixture.nativeElement);
  expect(TestBed.inject(Location).path(true)).toBe('/reponse-orientation');
  const whom = await sent(api, 'POST', '/api/answer-links/call-backs');
  expect(whom.request.body).toEqual({ token: TOKEN });
  whom.flush({ checkPhone: null });
  await settled();
  expect(screen.getByText(/numéro de l’équipe n’est pas dans Repère/)).toBeTruthy();
  await userEvent.type(screen.getByLabelText('Code reçu par téléphone'), '482 915');
  await userEvent.click(screen.getByRole('button', { name: 'Voir ce qui est demandé' }));
  const request = await sent(api, 'POST', '/api/answer-links/referrals');
  expect(request.request.body).toEqual({ token: TOKEN, code: '482915' });
  request.flush(referral);
  await settled();
  return api;
}

async function shown(it: ServiceToTell): Promise<HttpTestingController> {
  const api = await prepare();
  await openPage(ReferToServicePage, { caseFileId: 'c1', serviceId: 's1' });
  (await sent(api, 'GET', '/api/case-files/c1/told-referrals/services/s1')).flush(it);
  await settled();
  return api;
}

describe('a referral to a service without account', () => {
  afterEach(() => document.body.replaceChildren());

  it('is answered by a link: the code, then yes, with the secret that left the address', async () => {
    const api = await opened(REFERRAL);
    expect(screen.getByText('À vous de répondre')).toBeTruthy();
    await userEvent.click(screen.getByRole('radio', { name: 'Oui, nous prenons' }));
    await userEvent.click(screen.getByRole('button', { name: 'Répondre' }));
    const answer = await sent(api, 'POST', '/api/answer-links/referral-answers');
    expect(answer.request.body).toEqual({ token: TOKEN, code: '482915', answer: 'accepted' });
    answer.flush({ ...REFERRAL, state: 'accepted' });
    await settled();
    expect(screen.getByText('Vous avez accepté')).toBeTruthy();
    expect(screen.getByText(/Votre réponse est arrivée/)).toBeTruthy();
  });

  it('says that what the service offered instead was taken', async () => {
    const yes = { kind: 'accepted', reason: 'offer-taken', at: '2026-03-12T22:00:00Z' } as const;
    const unsaid = { by: null, expectedAt: null, words: null, byWhen: null, whomToCall: null };
    await opened({ ...REFERRAL, state: 'accepted', answers: [{ ...yes, ...unsaid }] });
    expect(screen.getByText('Votre proposition est prise')).toBeTruthy();
    expect(screen.queryByText('Vous avez accepté')).toBeNull();
  });

  it('is written to by the team and writes back, which is no answer', async () => {
    const asked = { from: 'team', by: null, at: '2026-03-12T22:00:00Z', words: 'À quelle heure ?' } as const;
    const items = [{ ...asked, seenAt: null }];
    const api = await opened({ ...REFERRAL, messages: { items, mayWrite: true } });
    for (const words of ['À quelle heure ?', 'L’équipe', 'Nouveau'])
      expect(screen.getByText(words)).toBeTruthy();
    expect(screen.getByText(/Un message n’est pas une réponse/)).toBeTruthy();
    await userEvent.type(screen.getByLabelText('Écrire à l’équipe'), 'À 19 h');
    await userEvent.click(screen.getByRole('button', { name: 'Envoyer le message' }));
    const message = await sent(api, 'POST', '/api/answer-links/referral-messages');
    expect(message.request.body).toEqual({ token: TOKEN, code: '482915', words: 'À 19 h' });
    const seenAt = '2026-03-12T22:10:00Z';
    const said = { ...asked, from: 'service', words: 'À 19 h', seenAt: null } as const;
    message.flush({ ...REFERRAL, messages: { items: [{ ...asked, seenAt }, said], mayWrite: true } });
    await settled();
    expect(screen.getByText('À 19 h')).toBeTruthy();
    expect(screen.queryByText('Nouveau')).toBeNull();
    expect(screen.getByText('À vous de répondre')).toBeTruthy();
    expect(screen.getByText('Message envoyé.')).toBeTruthy();
  });

  it('that was taken back takes no answer', async () => {
    const over = { why: 'withdrawn', at: '2026-03-12T22:00:00Z' } as const;
    await opened({
      ...{ ...REFERRAL, over, state: 'withdrawn', terms: null },
      messages: { items: [], mayWrite: false },
    });
    expect(screen.getByText(/^Retirée \(.+place tenue peut être libérée/)).toBeTruthy();
    expect(screen.queryByText(/parents/)).toBeNull();
    expect(screen.queryByRole('radio')).toBeNull();
    expect(screen.queryByText('Messages')).toBeNull();
  });

  it('begins with what the service was told, for a need that nobody meets', async () => {
    const api = await shown(SERVICE);
    expect(screen.getByRole('heading', { name: 'Foyer fictif' })).toBeTruthy();
    expect(screen.getByRole('link', { name: '01 99 00 12 43' })).toBeTruthy();
    (await sent(api, 'GET', '/api/case-files/c1/partners')).flush({ partners: [], classes: [] });
    await settled();
    expect(
      screen.getByRole('option', { name: /^Déjà demandé, sans réponse.: Une aide juridique$/ }),
    ).toBeTruthy();
    await userEvent.selectOptions(screen.getByLabelText('Pour quel besoin'), 'bed-tonight');
    await settled();
    expect(screen.getByLabelText(/Pourquoi son identité part avant un oui/)).toBeTruthy();
  });

  it('leads to the other form where the service has an account', async () => {
    await shown({ ...SERVICE, hasAccount: true });
    expect(screen.getByRole('link', { name: 'Orienter vers un partenaire' })).toBeTruthy();
    expect(screen.queryByLabelText('Pour quel besoin')).toBeNull();
  });
});
