import { Location } from '@angular/common';
import type { HttpTestingController } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { Router } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import { screen } from '@testing-library/dom';
import { prepare, sent } from '../../../testing/open-page';
import { LinkPage } from './link-page';

const TOKEN = 'A'.repeat(43);

async function arrive(address: string): Promise<HttpTestingController> {
  const api = await prepare('fr', [{ path: 'lien', component: LinkPage }]);
  const harness = await RouterTestingHarness.create(address);
  document.body.append(harness.fixture.nativeElement);
  return api;
}

describe('LinkPage', () => {
  it('takes the secret out of the address, and posts it', async () => {
    const api = await arrive(`/lien#${TOKEN}`);
    expect(TestBed.inject(Location).path(true)).toBe('/lien');
    const request = await sent(api, 'POST', '/api/account-links/check');
    expect(request.request.body).toEqual({ token: TOKEN });
    request.flush({ kind: 'invitation', login: 'nora', name: 'Nora', language: 'fr' });
    expect(await screen.findByText(/votre identifiant est nora/)).toBeTruthy();
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Bienvenue dans Repère');
    expect(TestBed.inject(Router).url).not.toContain('?');
  });

  it.each(['/lien', '/lien#short'])('asks for nothing with half a link: %s', async (address) => {
    const api = await arrive(address);
    expect(await screen.findByText(/Ce lien est incomplet/)).toBeTruthy();
    api.expectNone(() => true);
  });

  it('says why a link opens nothing, and where to go', async () => {
    const api = await arrive(`/lien#${TOKEN}`);
    (await sent(api, 'POST', '/api/account-links/check')).flush(
      {
        type: 'about:blank',
        title: 'x',
        code: 'refused',
        status: 422,
        reasons: [{ code: 'link-dead', text: { fr: 'Ce lien ne sert plus.', en: 'x' } }],
      },
      { status: 422, statusText: '' },
    );
    expect(await screen.findByText('Ce lien ne sert plus.')).toBeTruthy();
    expect(screen.getByRole('link', { name: 'Mot de passe oublié' })).toBeTruthy();
  });
});
