import type { About } from '@repere/contract';
import { expect, type Page } from '@playwright/test';

/** Signs in as a person would: the name on the list of demo accounts. */
export async function signIn(page: Page, name: string): Promise<void> {
  await page.goto('/connexion');
  await chooseAccount(page, name);
}

/** On the sign-in page: unfolds the team of this demo account, and presses its name. */
export async function chooseAccount(page: Page, name: string): Promise<void> {
  // Teams but the first are folded.
  const team = page.getByRole('group').filter({ hasText: name });
  const person = page.getByRole('button', { name });
  await expect(person.or(page.locator('main summary')).first()).toBeVisible();
  if (!(await person.isVisible())) await team.locator('summary').click();
  await person.click();
}

/** Signs in, as a demo account, on a page that is locked. */
export async function signInAgain(page: Page, login: string): Promise<void> {
  const { demoAccounts } = (await (await page.request.get('/api/about')).json()) as About;
  const { password = '' } = demoAccounts.find((account) => account.login === login) ?? {};
  await page.getByRole('textbox', { name: 'Identifiant' }).fill(login);
  await page.getByRole('textbox', { name: 'Mot de passe' }).fill(password);
  await page.getByRole('button', { name: 'Continuer' }).click();
}
