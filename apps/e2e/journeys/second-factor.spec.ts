import type { CDPSession, Page } from '@playwright/test';
import { generateSync } from 'otplib';
import { expectAccessible } from '../axe';
import { expect, test } from '../journey';
import { chooseAccount, signIn } from '../pages/sign-in';

// Nobody else signs in as him: his account has a second factor for a while.
const NAME = 'Émile Modèle';
const STEP_SECONDS = 30;

/** The app's code so many steps from now: each is taken once. */
const codeOf = (secret: string, steps: number): string =>
  generateSync({ secret, epoch: Math.floor(Date.now() / 1000) + steps * STEP_SECONDS });

const isIn = (page: Page): Promise<void> =>
  expect(page.getByRole('button', { name: 'Compte', exact: true })).toBeVisible();

async function signOut(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Compte', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Se déconnecter' }).click();
  await expect(page.getByRole('heading', { name: 'Se connecter', level: 1 })).toBeVisible();
}

/** A device with a passkey chip, on which its owner is there. */
async function plugInDevice(page: Page): Promise<CDPSession> {
  const device = await page.context().newCDPSession(page);
  await device.send('WebAuthn.enable');
  await device.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  return device;
}

test('a second factor: an app, recovery codes, a passkey, and being asked again', async ({ page }) => {
  test.slow();
  await signIn(page, NAME);
  await isIn(page);

  let recoveryCode = '';
  let usedCode = '';
  const secret = await test.step('he adds an authenticator app, and gets recovery codes', async () => {
    await page.goto('/compte');
    await page.getByRole('button', { name: 'Ajouter une application de codes' }).click();
    await expect(page.getByRole('img', { name: 'Code QR' })).toBeVisible();
    await expectAccessible(page, 'an app to be scanned');
    const shown = (await page.locator('app-totp-setup code').innerText()).replaceAll(/\s/g, '');
    await page.getByLabel('Le code que l’application montre').fill('000000');
    await page.getByRole('button', { name: 'Mettre en service' }).click();
    await expect(page.getByText('Ce code n’est pas le bon')).toBeVisible();
    // The code of now would be taken for 30 seconds more, were it not used.
    usedCode = codeOf(shown, 0);
    await page.getByLabel('Le code que l’application montre').fill(usedCode);
    await page.getByRole('button', { name: 'Mettre en service' }).click();
    await expect(page.getByRole('heading', { name: 'Vos codes de secours' })).toBeFocused();
    await expect(page.locator('app-recovery-codes-view code')).toHaveCount(10);
    recoveryCode = await page.locator('app-recovery-codes-view code').first().innerText();
    await expectAccessible(page, 'recovery codes');
    await page.emulateMedia({ media: 'print' });
    await expect(page.getByRole('heading', { name: 'Vos codes de secours' })).toBeVisible();
    await expect(page.getByRole('heading', { level: 1 })).toBeHidden();
    await page.emulateMedia({ media: 'screen' });
    await page.getByRole('button', { name: 'Je les ai gardés' }).click();
    await expect(page.locator('app-recovery-codes-view')).toHaveCount(0);
    await expect(page.getByText('Il en reste 10.')).toBeVisible();
    return shown;
  });

  await test.step('the password alone opens nothing any more', async () => {
    await signOut(page);
    await chooseAccount(page, NAME);
    await expect(page.getByRole('heading', { name: 'Encore une preuve' })).toBeFocused();
    await expectAccessible(page, 'second step');
    expect((await page.request.get('/api/session')).status()).toBe(401);
    await page.getByLabel('Code à six chiffres').fill(usedCode);
    await page.keyboard.press('Enter');
    await expect(page.getByRole('alert').filter({ hasText: 'il a déjà servi' })).toBeVisible();
    await page.getByLabel('Code à six chiffres').fill(codeOf(secret, 1));
    await page.keyboard.press('Enter');
    await isIn(page);
  });

  await test.step('a recovery code stands in for the app', async () => {
    await signOut(page);
    await chooseAccount(page, NAME);
    await page.getByRole('button', { name: 'Utiliser un code de secours' }).click();
    await page.getByLabel('Code de secours').fill(recoveryCode.toLowerCase().replaceAll('-', ' '));
    await page.keyboard.press('Enter');
    await isIn(page);
    await page.goto('/compte');
    await expect(page.getByText('Il en reste 9.')).toBeVisible();
  });

  await test.step('a passkey takes him in without a login', async () => {
    await plugInDevice(page);
    await page.getByRole('button', { name: 'Ajouter une clé d’accès' }).click();
    await page.getByLabel('Nom de la clé').fill('Poste du bureau');
    await page.getByRole('button', { name: 'Créer la clé' }).click();
    await expect(page.getByText('Poste du bureau')).toBeVisible();
    await expectAccessible(page, 'factors');
    await signOut(page);
    await page.getByRole('button', { name: 'Entrer avec une clé d’accès' }).click();
    await isIn(page);
  });

  await test.step('before something grave he is asked again, and what he asked for goes on', async () => {
    await page.goto('/compte');
    let isRefused = false;
    // As the service does when signing in is more than ten minutes ago.
    await page.route('**/api/factors/totp', async (route) => {
      if (isRefused) return route.continue();
      isRefused = true;
      await route.fulfill({
        status: 403,
        contentType: 'application/problem+json',
        json: { type: '/problems/step-up-required', title: '', status: 403, code: 'step-up-required' },
      });
    });
    await page.getByRole('button', { name: 'Retirer l’application' }).click();
    const dialog = page.getByRole('dialog', { name: 'Est-ce bien vous ?' });
    await expect(dialog).toBeVisible();
    await expectAccessible(page, 'asked again');
    await dialog.getByRole('button', { name: 'Confirmer' }).click();
    await expect(dialog.getByRole('link', { name: 'Indiquez le code' })).toBeVisible();
    await dialog.getByRole('button', { name: 'Utiliser une clé d’accès' }).click();
    await expect(dialog).toBeHidden();
    await expect(page.getByRole('button', { name: 'Ajouter une application de codes' })).toBeVisible();
  });

  await test.step('leaving the question leaves all as it was', async () => {
    let isRefused = false;
    await page.route('**/api/factors/passkeys/*', async (route) => {
      if (isRefused) return route.continue();
      isRefused = true;
      await route.fulfill({
        status: 403,
        contentType: 'application/problem+json',
        json: { type: '/problems/step-up-required', title: '', status: 403, code: 'step-up-required' },
      });
    });
    const remove = page.getByRole('button', { name: 'Retirer la clé Poste du bureau' });
    await remove.click();
    await expect(page.getByRole('dialog')).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toBeHidden();
    await expect(page.getByText('Rien n’a été fait')).toBeVisible();
    await expect(page.getByText('Poste du bureau')).toBeVisible();
    await remove.click();
    await expect(page.getByText('Poste du bureau')).toBeHidden();
  });

  await signOut(page);
  await signIn(page, NAME);
  await isIn(page);
});
