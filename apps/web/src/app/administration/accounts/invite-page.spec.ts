import { screen } from '@testing-library/dom';
import userEvent from '@testing-library/user-event';
import type { HttpTestingController } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { openPage, prepare, sent } from '../../../testing/open-page';
import { settled } from '../../../testing/settled';
import { PageTitle } from '../../platform/pages/page-title';
import { InvitePage } from './invite-page';

async function arrive(): Promise<HttpTestingController> {
  const api = await prepare();
  TestBed.inject(PageTitle).name('administration.invite.title');
  await openPage(InvitePage);
  (await sent(api, 'GET', '/api/teams')).flush({ items: [] });
  await settled();
  return api;
}

const box = (name: string | RegExp) => screen.getByRole('textbox', { name });
const mistakes = () =>
  screen.queryAllByRole('link').flatMap((it) => /^#.*/.exec(it.getAttribute('href') ?? '') ?? []);
const invite = async () => {
  await userEvent.click(screen.getByRole('button', { name: 'Envoyer l’invitation' }));
  await settled();
};

describe('InvitePage', () => {
  it('says what is missing, in the order of the page, and sends nothing', async () => {
    const api = await arrive();
    await invite();
    expect(mistakes()).toEqual(['#name', '#login', '#email']);
    expect(box('Nom').getAttribute('aria-invalid')).toBe('true');
    expect(document.title).toMatch(/^Erreur/);
    api.verify();
  });

  it('asks for the reason once a role needs two administrators', async () => {
    await arrive();
    await userEvent.click(screen.getByRole('checkbox', { name: /Administration/ }));
    await settled();
    await invite();
    expect(mistakes()).toContain('#reason');
  });

  it('shows at its field what the server refuses', async () => {
    const api = await arrive();
    await userEvent.type(box('Nom'), 'Nora');
    await userEvent.type(box('Identifiant'), 'nora');
    await userEvent.type(box('Adresse électronique'), 'nora@exemple.fr');
    await invite();
    (await sent(api, 'POST', '/api/accounts')).flush(
      {
        type: 'about:blank',
        code: 'refused',
        status: 422,
        title: 'refused',
        reasons: [{ code: 'taken', field: 'login', text: { fr: 'Déjà pris', en: 'Taken' } }],
      },
      { status: 422, statusText: '' },
    );
    await settled();
    expect(mistakes()).toEqual(['#login']);
    expect(box('Identifiant').getAttribute('aria-describedby')).toContain('login-problem');
    expect(document.querySelector('#login-problem')?.textContent).toBe('Déjà pris');
  });
});
