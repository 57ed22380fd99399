import { type BrowserContextOptions, expect, type Page } from '@playwright/test';

/** Who is invited; a worker unless said. */
interface Invited {
  readonly name: string;
  readonly role: string;
  readonly team: string;
}

const NORA: Invited = { name: 'Nora Invitée', role: 'Travail social', team: 'Équipe Boussole' };

/** As an administrator: invites somebody by mail, and stays on the page of the account. */
export async function invite(page: Page, login: string, { name, role, team }: Invited = NORA): Promise<void> {
  await page.goto('/administration/comptes/nouveau');
  await page.getByLabel('Nom', { exact: true }).fill(name);
  await page.getByLabel('Identifiant').fill(login);
  await page.getByLabel('Adresse électronique').fill(`${login}@service.example`);
  await page.getByLabel(role).check();
  await page.getByLabel(team).check();
  await page.getByRole('button', { name: 'Envoyer l’invitation' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Compte', exact: true })).toBeVisible();
}

/** Opens the newest mail to this address, in a browser of its own, where nobody is signed in. */
export async function openMail(
  administrator: Page,
  address: string,
  subject: string,
  options: BrowserContextOptions = {},
): Promise<Page> {
  await expect(async () => {
    await administrator.goto('/administration/courriels');
    await expect(mailTo(administrator, address, subject)).toBeVisible({ timeout: 2_000 });
  }).toPass();
  const link = await mailTo(administrator, address, subject)
    .getByRole('link', { name: 'Ouvrir le lien de ce courriel' })
    .getAttribute('href');
  const browser = administrator.context().browser();
  if (!link || !browser) throw new Error('no link');
  const page = await (await browser.newContext({ locale: 'fr-FR', ...options })).newPage();
  await page.goto(link);
  return page;
}

export const mailTo = (page: Page, address: string, subject: string) =>
  page.getByRole('listitem').filter({ hasText: address }).filter({ hasText: subject }).first();
