import { TestBed } from '@angular/core/testing';
import { Router } from '@angular/router';
import { screen } from '@testing-library/dom';
import userEvent from '@testing-library/user-event';
import { about, session } from '../../testing/fake-lists';
import { openPage, prepare, sent } from '../../testing/open-page';
import { settled } from '../../testing/settled';
import { Session } from './session';
import { SignInPage } from './sign-in-page';

const demo = {
  login: 'lea',
  password: 'demo',
  name: 'Léa Moreau',
  role: 'caseworker',
  team: 'ASE Nord',
} as const;

async function shown(place = about(), inputs: Record<string, unknown> = {}) {
  const api = await prepare('fr', [{ path: '**', children: [] }]);
  const begun = TestBed.inject(Session).beginSession();
  (await sent(api, 'GET', '/api/about')).flush(place);
  (await sent(api, 'GET', '/api/session')).flush(
    { type: 'about:blank', title: 'x', code: 'unauthenticated', status: 401 },
    { status: 401, statusText: '' },
  );
  await begun;
  return { api, fixture: await openPage(SignInPage, inputs) };
}
const enter = () => userEvent.click(screen.getByRole('button', { name: 'Se connecter' }));
describe('SignInPage', () => {
  it('says what is missing, and takes the focus there', async () => {
    const { fixture } = await shown();
    await enter();
    await fixture.whenStable();
    expect(document.activeElement).toBe(screen.getByRole('alert'));
    expect(screen.getByRole('link', { name: 'Indiquez votre identifiant' })).toBeTruthy();
    expect(screen.getByRole('link', { name: 'Indiquez votre mot de passe' })).toBeTruthy();
  });

  it('asks for the second step of somebody who comes back from a provider', async () => {
    const { api, fixture } = await shown(about(), { suite: 'preuve' });
    const due = { means: ['code'], until: new Date(Date.now() + 60_000).toISOString() };
    (await sent(api, 'GET', '/api/session/second-step')).flush(due);
    await settled();
    await fixture.whenStable();
    expect(screen.queryByLabelText('Mot de passe')).toBeNull();
    await userEvent.type(screen.getByRole('textbox'), '123456');
    await enter();
    const request = await sent(api, 'POST', '/api/session/second-step');
    expect(request.request.body).toEqual({ code: '123456' });
    request.flush(session('caseworker'));
    await settled();
  });

  it('leads where one wanted to go', async () => {
    const { api } = await shown(about(), { puis: '/dossiers?late=1' });
    await userEvent.type(screen.getByLabelText('Identifiant'), 'lea');
    await userEvent.type(screen.getByLabelText('Mot de passe'), 'demo');
    await enter();
    const request = await sent(api, 'POST', '/api/session');
    expect(request.request.body).toEqual({ login: 'lea', password: 'demo' });
    request.flush(session('caseworker'));
    await settled();
    expect(TestBed.inject(Router).url).toBe('/dossiers?late=1');
  });

  it('refuses in words, without saying which of the two is wrong', async () => {
    const { api, fixture } = await shown();
    await userEvent.type(screen.getByLabelText('Identifiant'), 'lea');
    await userEvent.type(screen.getByLabelText('Mot de passe'), 'non');
    await enter();
    (await sent(api, 'POST', '/api/session')).flush(
      { type: 'about:blank', title: 'x', code: 'unauthenticated', status: 401 },
      { status: 401, statusText: '' },
    );
    await settled();
    await fixture.whenStable();
    expect(screen.getByRole('alert').textContent).toContain('Vérifiez les deux');
  });

  it('offers fictional people in demo mode, with one press', async () => {
    const { api } = await shown(about({ demoAccounts: [demo] }));
    await userEvent.click(screen.getByRole('button', { name: /Léa Moreau/ }));
    expect((await sent(api, 'POST', '/api/session')).request.body).toEqual({
      login: 'lea',
      password: 'demo',
    });
  });

  it('offers nobody outside demo mode', async () => {
    await shown();
    expect(screen.queryByText('Comptes de démonstration')).toBeNull();
  });
});
