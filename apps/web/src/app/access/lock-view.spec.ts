import { TestBed } from '@angular/core/testing';
import { screen } from '@testing-library/dom';
import userEvent from '@testing-library/user-event';
import { about, session } from '../../testing/fake-lists';
import { openPage, prepare, sent } from '../../testing/open-page';
import { settled } from '../../testing/settled';
import { Lock, type LockReason } from './lock';
import { LockView } from './lock-view';
import { Session } from './session';

async function locked(reason: LockReason, place = about()) {
  const api = await prepare();
  const begun = TestBed.inject(Session).beginSession();
  (await sent(api, 'GET', '/api/about')).flush(place);
  (await sent(api, 'GET', '/api/session')).flush(session('caseworker'));
  await begun;
  const lock = TestBed.inject(Lock);
  lock.shut(reason);
  const fixture = await openPage(LockView);
  return { api, lock, fixture };
}
async function type(login: string) {
  await userEvent.type(screen.getByLabelText('Identifiant'), login);
  await userEvent.type(screen.getByLabelText('Mot de passe'), 'demo');
  await userEvent.click(screen.getByRole('button', { name: 'Continuer' }));
}

describe('LockView', () => {
  it.each([
    ['idle', 'Personne n’a rien touché'],
    ['absolute', 'huit heures au plus'],
    ['asked', 'L’écran est verrouillé'],
    ['ended', 'La séance a pris fin'],
    ['offline', 'Repère ne répond pas'],
  ] as const)('says why (%s), and names nobody', async (reason, words) => {
    const { fixture } = await locked(reason);
    const text = (fixture.nativeElement as HTMLElement).textContent;
    expect(text).toContain(words);
    expect(text).not.toContain('Léa Moreau');
    expect(document.activeElement).toBe(screen.getByRole('heading', { level: 1 }));
  });

  it('opens for its own reader', async () => {
    const { api, lock } = await locked('idle');
    await type('lea');
    (await sent(api, 'POST', '/api/session')).flush({ ...session('caseworker'), id: 's2' });
    await settled();
    expect(lock.isShut()).toBe(false);
    expect(TestBed.inject(Session).current()?.id).toBe('s2');
  });

  it('asks for the second step where the account has one, and opens then', async () => {
    const { api, lock, fixture } = await locked('idle');
    await type('lea');
    const answer = await sent(api, 'POST', '/api/session');
    answer.flush(
      { means: ['code'], until: '2026-03-12T15:00:00+01:00' },
      { status: 202, statusText: 'Accepted' },
    );
    await settled();
    await fixture.whenStable();
    expect(lock.isShut()).toBe(true);
    await userEvent.type(screen.getByLabelText('Code à six chiffres'), '123456');
    await userEvent.click(screen.getByRole('button', { name: 'Continuer' }));
    (await sent(api, 'POST', '/api/session/second-step')).flush(session('caseworker'));
    await settled();
    expect(lock.isShut()).toBe(false);
  });

  it('leads to providers in another tab, so that this one keeps what it holds', async () => {
    const label = { fr: 'Agent', en: 'Agent' };
    await locked('idle', about({ providers: [{ key: 'agent', label }] }));
    const link = screen.getByRole('link', { name: /dans un autre onglet/ });
    expect([link.getAttribute('href'), link.getAttribute('target')]).toEqual(['/connexion', '_blank']);
  });

  it.each([
    ['somebody else', { ...session('caseworker'), account: { ...session('caseworker').account, id: 'a2' } }],
    ['the same with another role', session('auditor')],
  ])('stays shut for %s: they get a page of their own', async (_, other) => {
    // jsdom goes nowhere, and says so.
    jest.spyOn(console, 'error').mockImplementation(() => undefined);
    const { api, lock } = await locked('idle');
    await type('max');
    (await sent(api, 'POST', '/api/session')).flush(other);
    await settled();
    expect(lock.isShut()).toBe(true);
    expect(TestBed.inject(Session).current()?.account).toEqual(session('caseworker').account);
  });

  const there = () => about({ space: { ...about().space, kind: 'training' } });
  const goOn = () => userEvent.click(screen.getByRole('button', { name: 'Reprendre où j’en étais' }));
  const again = { ...session('caseworker'), id: 's2' };
  const refused = { type: 'x', title: 'x', code: 'not-allowed', status: 403 };

  it.each(['idle', 'ended'] as const)(
    'opens for the same learner of a training space, who has no password (%s)',
    async (reason) => {
      const { api, lock, fixture } = await locked(reason, there());
      await fixture.whenStable();
      expect(screen.queryByLabelText('Mot de passe')).toBeNull();
      await goOn();
      (await sent(api, 'GET', '/api/training/learners')).flush({
        ...{ isOpen: false, mode: 'guided', limit: null, isScoreShown: false },
        learners: ['Kiwi', session('caseworker').account.name].map((name, n) => ({
          ...{ id: `l${String(n + 1)}`, name, role: 'caseworker', state: 'admitted' },
          ...{ askedAt: '2025-05-12T07:00:00.000Z', isCertified: false },
        })),
      });
      (await sent(api, 'PUT', '/api/training/learners/l2/session')).flush(again);
      await settled();
      expect(lock.isShut()).toBe(false);
    },
  );

  it('opens for whom a trainer played, and stays shut for whoever has no place there any more', async () => {
    const { api, lock, fixture } = await locked('ended', there());
    await fixture.whenStable();
    await goOn();
    (await sent(api, 'GET', '/api/training/learners')).flush(refused, { status: 403, statusText: '' });
    (await sent(api, 'PUT', '/api/training/played')).flush(refused, { status: 403, statusText: '' });
    await settled();
    expect(lock.isShut()).toBe(true);
    expect(screen.getByRole('alert').textContent).not.toBe('');
    await goOn();
    (await sent(api, 'GET', '/api/training/learners')).flush(refused, { status: 403, statusText: '' });
    const played = await sent(api, 'PUT', '/api/training/played');
    expect(played.request.body).toEqual({ accountId: session('caseworker').account.id });
    played.flush(again);
    await settled();
    expect(lock.isShut()).toBe(false);
  });
});
