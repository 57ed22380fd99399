import { expect, type Page } from '@playwright/test';

/** As an administrator: invites somebody by mail, and stays on the page of the account. */
export async function invite(page: Page, login: string): Promise<void> {
  await page.goto('/administration/comptes/nouveau');
  await page.getByLabel('Nom', { exact: true }).fill('Nora Invitée');
  await page.getByLabel('Identifiant').fill(login);
  await page.getByLabel('Adresse électronique').fill(`${login}@service.example`);
  await page.getByLabel('Travail social').check();
  await page.getByLabel('Équipe Boussole').check();
  await page.getByRole('button', { name: 'Envoyer l’invitation' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Compte', exact: true })).toBeVisible();
}
