import { Location } from '@angular/common';
import type { HttpTestingController } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { RouterTestingHarness } from '@angular/router/testing';
import { screen } from '@testing-library/dom';
import userEvent from '@testing-library/user-event';
import type { AskedCapacity } from '@repere/contract';
import { prepare, sent } from '../../../testing/open-page';
import { settled } from '../../../testing/settled';
import { AnswerLinkPage } from './answer-link-page';

const TOKEN = 'A'.repeat(43);
const QUESTION: AskedCapacity = {
  ...{ number: 'A3F09C', need: 'bed-tonight', ages: null, sex: null, languages: ['prs'], wanted: 'at-once' },
  ...{ askedAt: '2026-03-12T21:00:00Z', dueAt: '2026-03-13T01:00:00Z', state: 'waiting', heldUntil: null },
  ...{ isClosed: false, over: null },
  checkPhone: '01 99 00 12 42',
};

async function arrive(address: string): Promise<HttpTestingController> {
  const api = await prepare('fr', [{ path: 'reponse', component: AnswerLinkPage }]);
  const harness = await RouterTestingHarness.create(address);
  document.body.append(harness.fixture.nativeElement);
  return api;
}

async function opened(question: AskedCapacity = QUESTION): Promise<HttpTestingController> {
  const api = await arrive(`/reponse#${TOKEN}`);
  (await sent(api, 'POST', '/api/answer-links/call-backs')).flush({ checkPhone: '01 99 00 12 42' });
  await settled();
  await userEvent.type(screen.getByLabelText('Code reçu par téléphone'), '482 915');
  await userEvent.click(screen.getByRole('button', { name: 'Voir la question' }));
  const request = await sent(api, 'POST', '/api/answer-links/questions');
  expect(request.request.body).toEqual({ token: TOKEN, code: '482915' });
  request.flush(question);
  await settled();
  return api;
}

describe('a link by which a service answers', () => {
  afterEach(() => document.body.replaceChildren());

  it('takes the secret out of the address, and asks before the code for the number of the team alone', async () => {
    const api = await arrive(`/reponse#${TOKEN}`);
    expect(TestBed.inject(Location).path(true)).toBe('/reponse');
    (await sent(api, 'POST', '/api/answer-links/call-backs')).flush({ checkPhone: '01 99 00 12 42' });
    await settled();
    expect(screen.getByRole('link', { name: '01 99 00 12 42' }).getAttribute('href')).toBe('tel:0199001242');
    await userEvent.type(screen.getByLabelText('Code reçu par téléphone'), '12');
    await userEvent.click(screen.getByRole('button', { name: 'Voir la question' }));
    await settled();
    expect(screen.getAllByText('Écrivez les six chiffres').length).toBeGreaterThan(0);
    api.expectNone(() => true);
  });

  it('shows the question, and sends the answer with secret and code', async () => {
    const api = await opened();
    expect(screen.getByText('Une place cette nuit')).toBeTruthy();
    expect(screen.getByText(/mineur, âge non établi/i)).toBeTruthy();
    const call = screen.getByRole('link', { name: '01 99 00 12 42' });
    expect(call.getAttribute('href')).toBe('tel:0199001242');
    await userEvent.click(screen.getByRole('radio', { name: 'Non' }));
    await settled();
    await userEvent.selectOptions(screen.getByLabelText('Pourquoi'), 'full');
    await userEvent.click(screen.getByRole('button', { name: 'Répondre' }));
    const answer = await sent(api, 'POST', '/api/answer-links/answers');
    expect(answer.request.body).toEqual({ token: TOKEN, code: '482915', answer: 'no', reason: 'full' });
    answer.flush({ ...QUESTION, state: 'no' });
    await settled();
    expect(screen.getByText(/Votre réponse est arrivée/)).toBeTruthy();
  });

  it('says that nobody looks any more, and takes no answer', async () => {
    const over = { why: 'found', at: '2026-03-12T22:00:00Z' } as const;
    await opened({ ...QUESTION, isClosed: true, over, state: 'closed' });
    expect(screen.getByText(/^Une autre place a été trouvée .+peut être libérée/)).toBeTruthy();
    expect(screen.queryByRole('radio')).toBeNull();
  });

  it.each(['/reponse', '/reponse#short'])('asks for nothing with half a link: %s', async (address) => {
    const api = await arrive(address);
    expect(screen.getByRole('alert').textContent).toMatch(/Ce lien est incomplet/);
    api.expectNone(() => true);
  });
});
