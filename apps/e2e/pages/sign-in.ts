import type { Page } from '@playwright/test';

/** Signs in as a person would: the name on the list of demo accounts. */
export async function signIn(page: Page, name: string): Promise<void> {
  await page.goto('/connexion');
  await page.getByRole('button', { name }).click();
}
