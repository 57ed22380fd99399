import { Location } from '@angular/common';
import { TestBed } from '@angular/core/testing';
import { Router } from '@angular/router';
import { screen } from '@testing-library/dom';
import userEvent from '@testing-library/user-event';
import { about } from '../../../testing/fake-lists';
import { openPage, prepare, sent } from '../../../testing/open-page';
import { settled } from '../../../testing/settled';
import { Session } from '../session';
import { Elsewhere } from './elsewhere';
import { InvitedPage } from './invited-page';
import { LinkedAccountsSection } from './linked-accounts-section';
import { ProviderButtons } from './provider-buttons';
import { ProviderNews } from './provider-news';

const provider = { key: 'proconnect', label: { fr: 'ProConnect', en: 'ProConnect (en)' } };
async function begun(providers = [provider], address = '/') {
  const api = await prepare('fr', [{ path: '**', children: [] }]);
  const went: string[] = [];
  jest.spyOn(TestBed.inject(Elsewhere), 'leaveFor').mockImplementation((to) => void went.push(to));
  const beginning = TestBed.inject(Session).beginSession();
  (await sent(api, 'GET', '/api/about')).flush(about({ providers }));
  (await sent(api, 'GET', '/api/session')).flush(
    { type: 'about:blank', title: 'x', code: 'unauthenticated', status: 401 },
    { status: 401, statusText: '' },
  );
  await beginning;
  await TestBed.inject(Router).navigateByUrl(address);
  return { api, went };
}

describe('ProviderButtons', () => {
  it('shows nothing where there is no provider', async () => {
    await begun([]);
    const { nativeElement } = await openPage(ProviderButtons);
    expect(nativeElement.textContent).toBe('');
  });

  it('asks the server where to go, and goes there', async () => {
    const { api, went } = await begun();
    await openPage(ProviderButtons);
    await userEvent.click(screen.getByRole('button', { name: 'Continuer avec ProConnect' }));
    const request = await sent(api, 'POST', '/api/provider-sign-in/proconnect');
    expect(request.request.body).toEqual({});
    request.flush({ goTo: 'https://auth.example/authorize?x=1' });
    await settled();
    expect(went).toEqual(['https://auth.example/authorize?x=1']);
  });

  it('stays, and says so, when the provider does not answer', async () => {
    const { api, went } = await begun();
    const fixture = await openPage(ProviderButtons);
    await userEvent.click(screen.getByRole('button'));
    (await sent(api, 'POST', '/api/provider-sign-in/proconnect')).flush(
      {
        type: 'about:blank',
        code: 'unavailable',
        status: 503,
        title: 'Repère est momentanément indisponible.',
      },
      { status: 503, statusText: '' },
    );
    await settled();
    await fixture.whenStable();
    expect(went).toEqual([]);
    expect(screen.getByRole('alert').textContent).toBeTruthy();
  });
});

describe('ProviderNews', () => {
  it('says why somebody did not come in, and repeats no word of an address that it does not know', async () => {
    await begun([provider], '/connexion?refus=no-account');
    const fixture = await openPage(ProviderNews);
    expect(screen.getByRole('alert').textContent).toContain('Aucun compte de Repère');
    await TestBed.inject(Router).navigateByUrl('/connexion?refus=<b>appelez le 0800</b>');
    await fixture.whenStable();
    expect(screen.getByRole('alert').textContent).toContain('Cela n’a pas abouti');
    expect(screen.getByRole('alert').textContent).not.toContain('0800');
    await TestBed.inject(Router).navigateByUrl('/connexion');
    await fixture.whenStable();
    expect(screen.queryByRole('alert')).toBeNull();
  });
});

describe('InvitedPage', () => {
  it('hands the token behind the # to the server when its reader goes on, not before', async () => {
    const { api, went } = await begun([provider], '/lier/proconnect#a-token');
    await openPage(InvitedPage, { provider: 'proconnect' });
    expect(TestBed.inject(Location).path(true)).toBe('/lier/proconnect');
    await userEvent.click(screen.getByRole('button', { name: 'Continuer avec ProConnect' }));
    const request = await sent(api, 'POST', '/api/provider-sign-in/proconnect');
    expect(request.request.body).toEqual({ invitation: 'a-token' });
    request.flush({ goTo: 'https://auth.example/' });
    await settled();
    expect(went).toEqual(['https://auth.example/']);
  });

  it('says so when the link is incomplete', async () => {
    await begun([provider], '/lier/proconnect');
    const { nativeElement } = await openPage(InvitedPage, { provider: 'proconnect' });
    expect(nativeElement.textContent).toContain('Ce lien est incomplet');
    expect(screen.queryByRole('button')).toBeNull();
  });
});

describe('LinkedAccountsSection', () => {
  const link = { provider: 'proconnect', label: provider.label, linkedAt: null, invited: false };
  const linked = { ...link, linkedAt: '2026-03-12T14:00:00+01:00' };

  it('goes to the provider to link, and unlinks', async () => {
    const { api, went } = await begun();
    const opening = openPage(LinkedAccountsSection);
    (await sent(api, 'GET', '/api/provider-links')).flush({ items: [link] });
    const fixture = await opening;
    await userEvent.click(screen.getByRole('button', { name: 'Lier mon compte (ProConnect)' }));
    const begin = await sent(api, 'POST', '/api/provider-links');
    expect(begin.request.body).toEqual({ provider: 'proconnect' });
    begin.flush({ goTo: 'https://auth.example/' });
    await settled();
    expect(went).toEqual(['https://auth.example/']);
    expect(fixture.nativeElement.textContent).toContain('Pas lié');
  });

  it('links whoever came back once they confirm, and clears the address', async () => {
    const { api } = await begun([provider], '/compte?lier=proconnect');
    const opening = openPage(LinkedAccountsSection);
    (await sent(api, 'GET', '/api/provider-links')).flush({ items: [link] });
    const fixture = await opening;
    await settled();
    await fixture.whenStable();
    // An address, sent by somebody, links nobody.
    api.expectNone('/api/provider-links/proconnect');
    expect(fixture.nativeElement.textContent).toContain('Vous revenez de ProConnect');
    await userEvent.click(screen.getByRole('button', { name: 'Confirmer (ProConnect)' }));
    (await sent(api, 'PUT', '/api/provider-links/proconnect')).flush({ items: [linked] });
    await settled();
    await fixture.whenStable();
    expect(screen.getByRole('status').textContent).toBe('Votre compte est lié (ProConnect).');
    expect(TestBed.inject(Router).url).toBe('/compte');
    expect(screen.queryByRole('button', { name: 'Confirmer (ProConnect)' })).toBeNull();
    await userEvent.click(screen.getByRole('button', { name: 'Délier mon compte (ProConnect)' }));
    (await sent(api, 'DELETE', '/api/provider-links/proconnect')).flush(null, {
      status: 204,
      statusText: '',
    });
    (await sent(api, 'GET', '/api/provider-links')).flush({ items: [link] });
    await settled();
    await fixture.whenStable();
    expect(screen.getByRole('status').textContent).toBe('Votre compte n’est plus lié (ProConnect).');
  });
});
