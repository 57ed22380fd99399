import type { Page } from '@playwright/test';
import { expectAccessible } from '../axe';
import { expect, test } from '../journey';
import { invite, mailTo, openMail } from '../pages/administration';

const FIRST = 'quatre chevaux bleus dansent';
const SECOND = 'trois renards lisent le journal';

async function choosePassword(page: Page, password: string): Promise<void> {
  await page.getByLabel('Nouveau mot de passe', { exact: true }).fill(password);
  // The dictionaries come with the first password that is typed.
  await expect(page.getByText(/^Force\s: solide/)).toBeVisible({ timeout: 30_000 });
  await page.getByRole('button', { name: 'Enregistrer le mot de passe' }).click();
  await expect(page.getByText(/^Vous pouvez vous connecter/)).toBeVisible();
  await page.getByRole('link', { name: 'Se connecter' }).click();
}

async function enter(page: Page, login: string, password: string): Promise<void> {
  await page.getByLabel('Identifiant').fill(login);
  await page.getByLabel('Mot de passe', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Se connecter', exact: true }).click();
}

test('an invitation: from the administrator’s page by mail to a password, and in', async ({ as }) => {
  test.slow();
  const login = `nora${Date.now()}`;
  const page = await as('alix');
  await page.goto('/administration/comptes');
  await expect(page.getByRole('heading', { level: 1, name: 'Comptes' })).toBeFocused();
  await expectAccessible(page, 'accounts');
  await page.getByRole('link', { name: 'Inviter une personne' }).click();
  await page.getByRole('button', { name: 'Envoyer l’invitation' }).click();
  await expect(page.locator('rp-error-summary section')).toBeFocused();
  await expectAccessible(page, 'inviting with mistakes');
  await invite(page, login);
  await expect(page.getByText('Invité', { exact: true })).toBeVisible();
  await expectAccessible(page, 'account');

  const theirs = await openMail(page, `${login}@service.example`, 'Repère : votre accès');
  await expect(theirs.getByRole('heading', { level: 1, name: 'Bienvenue dans Repère' })).toBeVisible();
  // The secret has left the address, and no name is in the title.
  expect(new URL(theirs.url()).hash).toBe('');
  await expect(theirs).toHaveTitle('Choisir un mot de passe – Repère');
  await theirs.getByLabel('Nouveau mot de passe', { exact: true }).fill('nora invitée nora');
  await theirs.getByRole('button', { name: 'Enregistrer le mot de passe' }).click();
  await expect(theirs.locator('rp-error-summary section')).toContainText('fait de votre nom');
  await theirs.getByLabel('Nouveau mot de passe', { exact: true }).fill('motdepassemotdepasse');
  await expect(theirs.getByText(/^Force\s: très faible/)).toBeVisible({ timeout: 30_000 });
  await expectAccessible(theirs, 'choosing a password');
  await choosePassword(theirs, FIRST);
  await enter(theirs, login, FIRST);
  await expect(
    theirs.getByRole('heading', { level: 1, name: /Ma journée|Journée de l’équipe/ }),
  ).toBeVisible();
  await theirs.context().close();
});

test('a forgotten password, and one’s own changed', async ({ as }) => {
  test.slow();
  const login = `oubli${Date.now()}`;
  const page = await as('alix');
  await invite(page, login);
  const first = await openMail(page, `${login}@service.example`, 'Repère : votre accès');
  await choosePassword(first, FIRST);
  await first.getByRole('link', { name: 'Mot de passe oublié' }).click();
  await expect(first.getByRole('heading', { level: 1, name: 'Mot de passe oublié' })).toBeFocused();
  await first.getByRole('button', { name: 'Envoyer le lien' }).click();
  await expect(first.locator('rp-error-summary section')).toBeFocused();
  await first.getByLabel('Identifiant').fill(login);
  await expectAccessible(first, 'forgotten password');
  await first.getByRole('button', { name: 'Envoyer le lien' }).click();
  await expect(first.getByText(/^Si un compte porte cet identifiant/)).toBeVisible();
  await first.context().close();

  const again = await openMail(page, `${login}@service.example`, 'Repère : nouveau mot de passe');
  await expect(
    again.getByRole('heading', { level: 1, name: 'Choisir un nouveau mot de passe' }),
  ).toBeVisible();
  await choosePassword(again, SECOND);
  await enter(again, login, SECOND);
  await expect(
    again.getByRole('heading', { level: 1, name: /Ma journée|Journée de l’équipe/ }),
  ).toBeVisible();

  await again.goto('/compte');
  await again.getByLabel('Mot de passe actuel').fill('ce n’est pas lui');
  await again.getByLabel('Nouveau mot de passe', { exact: true }).fill(FIRST);
  await again.getByRole('button', { name: 'Changer le mot de passe' }).click();
  await expect(again.locator('rp-error-summary section').first()).toContainText(
    'pas votre mot de passe actuel',
  );
  await expectAccessible(again, 'changing the password with a mistake');
  await again.getByLabel('Mot de passe actuel').fill(SECOND);
  await again.getByRole('button', { name: 'Changer le mot de passe' }).click();
  await expect(again.getByText(/^Mot de passe changé/)).toBeVisible();
  await again.context().close();
  // The owner finds out, by a mail that leads nowhere.
  await page.goto('/administration/courriels');
  const word = mailTo(page, `${login}@service.example`, 'Repère : mot de passe changé');
  await expect(word).toContainText('appelez tout de suite l’administration de votre service');
  await expect(word.getByRole('link')).toHaveCount(0);
});

test('a role that takes two waits for the second administrator', async ({ as }) => {
  const login = `duo${Date.now()}`;
  const page = await as('alix');
  await invite(page, login);
  const roles = page.getByRole('region', { name: 'Rôles' });
  await roles.getByLabel('Responsable').check();
  await roles.getByLabel('Pourquoi', { exact: true }).fill('Prend la suite de l’équipe');
  await roles.getByRole('button', { name: 'Demander l’accord' }).click();
  await expect(page.getByText(/Un changement attend l’accord/)).toBeVisible();
  await expect(page.getByRole('button', { name: /^Donner mon accord/ })).toHaveCount(0);

  const second = await as('anna');
  await second.goto('/administration/a-deux');
  const change = second.getByRole('listitem').filter({ hasText: 'Prend la suite de l’équipe' });
  await expect(change).toContainText('Demandé par Alix Exemple');
  await expectAccessible(second, 'changes by two');
  await change.getByRole('button', { name: /^Donner mon accord/ }).click();
  await expect(change).toHaveCount(0);
  await page.reload();
  await expect(page.getByLabel('Responsable')).toBeChecked();
});

test('the yearly review: a supervisor confirms who works in her team', async ({ as }) => {
  const page = await as('sacha');
  await page.goto('/compte');
  await page.getByRole('link', { name: 'Revue des droits de vos équipes' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Revue des droits' })).toBeVisible();
  const due = page.getByRole('listitem').filter({ hasText: 'Tom Exemple' });
  await expect(due).toContainText('En retard, à confirmer depuis');
  await expect(page.getByText('Émile Modèle')).toHaveCount(0);
  await expectAccessible(page, 'review of rights');
  await due.getByRole('button', { name: 'Confirmer ces droits' }).click();
  await expect(page.getByText('Droits confirmés pour un an : Tom Exemple.')).toBeVisible();
  await expect(due).toHaveCount(0);

  const administrator = await as('alix');
  await administrator.goto('/administration/revue-des-droits');
  await expect(administrator.getByText('Émile Modèle')).toBeVisible();
  await administrator.goto('/administration/equipes');
  await expect(administrator.getByRole('heading', { name: /Seine-Saint-Denis/ })).toBeVisible();
  await administrator.setViewportSize({ width: 360, height: 780 });
  await expectAccessible(administrator, 'teams, narrow');
});
