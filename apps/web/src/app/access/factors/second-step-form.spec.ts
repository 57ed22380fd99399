import { TestBed } from '@angular/core/testing';
import { Router } from '@angular/router';
import { screen } from '@testing-library/dom';
import userEvent from '@testing-library/user-event';
import type { StepMeans } from '@repere/cases';
import { about, session } from '../../../testing/fake-lists';
import { openPage, prepare, sent } from '../../../testing/open-page';
import { settled } from '../../../testing/settled';
import { Session } from '../session';
import { SignInPage } from '../sign-in-page';

/** The sign-in page after the right password. */
async function afterPassword(means: readonly StepMeans[]) {
  const api = await prepare('fr', [{ path: '**', children: [] }]);
  const begun = TestBed.inject(Session).beginSession();
  (await sent(api, 'GET', '/api/about')).flush(about());
  (await sent(api, 'GET', '/api/session')).flush(
    { type: 'about:blank', title: 'x', code: 'unauthenticated', status: 401 },
    { status: 401, statusText: '' },
  );
  await begun;
  const fixture = await openPage(SignInPage);
  await userEvent.type(screen.getByLabelText('Identifiant'), 'lea');
  await userEvent.type(screen.getByLabelText('Mot de passe'), 'demo');
  await userEvent.click(screen.getByRole('button', { name: 'Se connecter' }));
  (await sent(api, 'POST', '/api/session')).flush(
    { means, until: '2026-03-12T15:00:00+01:00' },
    { status: 202, statusText: 'Accepted' },
  );
  await settled();
  await fixture.whenStable();
  return { api, fixture };
}
const enter = () => userEvent.click(screen.getByRole('button', { name: 'Se connecter' }));

describe('the second step', () => {
  it('is asked for after the password, and nobody is in before it', async () => {
    const { api } = await afterPassword(['code', 'recovery-code']);
    expect(TestBed.inject(Session).account()).toBeNull();
    expect(document.activeElement).toBe(
      screen.getByRole('heading', { name: 'Encore une preuve que c’est vous' }),
    );
    await userEvent.type(screen.getByLabelText('Code à six chiffres'), '123 456');
    await enter();
    const request = await sent(api, 'POST', '/api/session/second-step');
    expect(request.request.body).toEqual({ code: '123 456' });
    request.flush(session('caseworker'));
    await settled();
    expect(TestBed.inject(Session).account()?.name).toBe('Léa Moreau');
    expect(TestBed.inject(Router).url).toBe('/');
  });

  it('says what is missing, then what was wrong', async () => {
    const { api, fixture } = await afterPassword(['code']);
    await enter();
    await fixture.whenStable();
    expect(screen.getByRole('link', { name: 'Indiquez le code' })).toBeTruthy();
    await userEvent.type(screen.getByLabelText('Code à six chiffres'), '000000');
    await enter();
    (await sent(api, 'POST', '/api/session/second-step')).flush(
      { type: 'about:blank', title: 'x', code: 'second-step-failed', status: 403 },
      { status: 403, statusText: '' },
    );
    await settled();
    await fixture.whenStable();
    expect(screen.getByRole('alert').textContent).toContain('Ce code n’est pas le bon');
    expect(screen.getByLabelText<HTMLInputElement>('Code à six chiffres').value).toBe('');
  });

  it('takes a recovery code in place of the app’s', async () => {
    const { api } = await afterPassword(['code', 'recovery-code']);
    await userEvent.click(screen.getByRole('button', { name: 'Utiliser un code de secours' }));
    await userEvent.type(screen.getByLabelText('Code de secours'), 'AAAA-BBBB');
    await enter();
    const { request } = await sent(api, 'POST', '/api/session/second-step');
    expect(request.body).toEqual({ recoveryCode: 'AAAA-BBBB' });
  });

  it('asks for a recovery code alone where a passkey is all that the account has and this browser knows none', async () => {
    await afterPassword(['passkey', 'recovery-code']);
    expect(screen.queryByRole('button', { name: /clé d’accès/ })).toBeNull();
    expect(screen.getByLabelText('Code de secours')).toBeTruthy();
  });

  it('can be left for another login', async () => {
    const { fixture } = await afterPassword(['code']);
    await userEvent.click(screen.getByRole('button', { name: /Recommencer/ }));
    await fixture.whenStable();
    expect(screen.getByLabelText<HTMLInputElement>('Mot de passe').value).toBe('');
  });
});
