import type { Server } from 'node:http';
import { Provider } from 'oidc-provider';
import type { Page } from '@playwright/test';
import { expectAccessible } from '../axe';
import { expect, test } from '../journey';
import { invite } from '../pages/administration';
import { PROVIDER_ISSUER, PROVIDER_PORT, PROVIDER_SECRET } from '../provider-environment';

const NAME = 'le compte du département';

/** A real OpenID Connect server with its own pages: whoever types a name there is that person. */
async function startProvider(repere: string): Promise<Server> {
  const ours = `${repere}/api/provider-sign-in/departement`;
  const provider = new Provider(PROVIDER_ISSUER, {
    clients: [
      {
        client_id: 'repere',
        client_secret: PROVIDER_SECRET,
        redirect_uris: [`${ours}/callback`],
        post_logout_redirect_uris: [`${ours}/signed-out`],
        backchannel_logout_uri: `${ours}/back-channel-logout`,
        backchannel_logout_session_required: true,
      },
    ],
    cookies: { keys: ['a key of cookies'] },
    features: { devInteractions: { enabled: true }, backchannelLogout: { enabled: true } },
  });
  return new Promise((listening) => {
    const server = provider.listen(PROVIDER_PORT, '127.0.0.1', () => listening(server));
  });
}

/** On the provider's pages: says who one is, then agrees. */
async function identify(page: Page, name: string): Promise<void> {
  await page.waitForURL(`${PROVIDER_ISSUER}/**`);
  await page.locator('input[name="login"]').fill(name);
  await page.locator('input[name="password"]').fill('anything');
  await page.locator('button[type="submit"]').click();
  await page.locator('button[type="submit"]').click();
}

test.describe('a provider', () => {
  let server: Server;
  test.beforeAll(async ({ baseURL }) => {
    server = await startProvider(String(baseURL));
  });
  test.afterAll(() => {
    server.closeAllConnections();
    server.close();
  });

  test('is linked from within, opens the door, and is left with Repère', async ({ as, baseURL }) => {
    const page = await as('eva');
    await page.goto('/compte');
    await expectAccessible(page, 'the account page with a provider');
    await page.getByRole('button', { name: `Lier mon compte (${NAME})`, exact: true }).click();
    await identify(page, 'eva-at-work');
    await page.getByRole('button', { name: `Confirmer (${NAME})` }).click();
    await expect(
      page.getByRole('status').filter({ hasText: `Votre compte est lié (${NAME}).` }),
    ).toBeVisible();
    await expect(page).toHaveURL(`${String(baseURL)}/compte`);

    // Another browser: whom nobody linked stays outside, and is told why.
    const context = await page.context().browser()?.newContext();
    const stranger = await context?.newPage();
    if (!stranger) throw new Error('no browser');
    await stranger.goto(`${String(baseURL)}/connexion`);
    await stranger.getByRole('button', { name: `Continuer avec ${NAME}` }).click();
    await identify(stranger, 'somebody-else');
    await expect(stranger.getByText('Aucun compte de Repère n’est lié à cette identité')).toBeVisible();
    await expectAccessible(stranger, 'a sign-in page that says why nobody came in');
    await context?.close();

    // Éva in a new browser, by the provider alone.
    const other = await page.context().browser()?.newContext();
    const eva = await other?.newPage();
    if (!eva) throw new Error('no browser');
    await eva.goto(`${String(baseURL)}/connexion`);
    await eva.getByRole('button', { name: `Continuer avec ${NAME}` }).click();
    await identify(eva, 'eva-at-work');
    await expect(eva.getByRole('button', { name: 'Compte' })).toBeVisible();
    expect(eva.url()).not.toContain('code=');
    await eva.getByRole('button', { name: 'Compte' }).click();
    await eva.getByRole('menuitem', { name: 'Se déconnecter' }).click();
    // The provider asks whether to leave there too.
    await eva.waitForURL(`${PROVIDER_ISSUER}/**`);
    await eva.getByRole('button', { name: /sign.?me.?out|yes/i }).click();
    await expect(eva).toHaveURL(/\/connexion$/);
    await eva.goto('/compte');
    await expect(eva).toHaveURL(/\/connexion/);
    await other?.close();

    await page.reload();
    await page.getByRole('button', { name: `Délier mon compte (${NAME})` }).click();
    await expect(page.getByText(`Votre compte n’est plus lié (${NAME}).`)).toBeVisible();
  });

  test('invites by a link that an administrator hands over; one that was withdrawn opens nothing', async ({
    as,
  }) => {
    const page = await as('alix');
    await invite(page, `venue${Date.now()}`);
    const make = page.getByRole('button', { name: `Faire un lien (${NAME})` });
    const link = page.getByLabel('Lien à remettre');
    await make.click();
    await expect(page.getByRole('heading', { name: 'Inviter par un fournisseur d’identité' })).toBeFocused();
    await expectAccessible(page, 'an invitation by a provider');
    const first = await link.inputValue();
    await page.getByRole('button', { name: 'Retirer cette invitation' }).click();
    await expect(page.getByText(/^L’invitation est retirée/)).toBeVisible();
    await expect(link).toHaveCount(0);
    await make.click();
    const second = await link.inputValue();

    const context = await page.context().browser()?.newContext({ locale: 'fr-FR' });
    const nora = await context?.newPage();
    if (!nora) throw new Error('no browser');
    await nora.goto(first);
    await nora.getByRole('button', { name: `Continuer avec ${NAME}` }).click();
    await expect(nora.getByText('Cette invitation a expiré ou a déjà servi')).toBeVisible();
    await expectAccessible(nora, 'an invitation that opens nothing');
    await nora.goto('about:blank');
    await nora.goto(second);
    await expect(nora).toHaveURL(/\/lier\/departement$/);
    await nora.getByRole('button', { name: `Continuer avec ${NAME}` }).click();
    await identify(nora, 'nora-elsewhere');
    await expect(
      nora.getByRole('heading', { level: 1, name: /Ma journée|Journée de l’équipe/ }),
    ).toBeVisible();
    await context?.close();

    await page.reload();
    await expect(page.getByText('Ouvert', { exact: true })).toBeVisible();
    await expect(make).toHaveCount(0);
  });
});
