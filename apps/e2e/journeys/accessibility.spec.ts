import type { Page } from '@playwright/test';
import { atWidths, expectAccessible, isSettled } from '../axe';
import { expect, test } from '../journey';
import { fullCase, pagesOf } from '../scenarios/every-page';
import { readIn, WORDS, type LanguageCode } from '../words';

test.describe.configure({ mode: 'parallel' });

for (const language of ['fr', 'en'] as const) {
  test(`what pages become, ${language}`, async ({ as, api }) => {
    test.slow();
    const file = await fullCase(await api('camille'));
    const page = await as('camille');
    await readIn(page, language);
    await states(page, language, pagesOf(file));
  });

  test(`sign in, ${language}`, async ({ page }) => {
    await page.addInitScript((code) => localStorage.setItem('repere.language', code), language);
    await page.goto('/connexion');
    await atBothWidths(page, 'sign in');
    await page.getByRole('button', { name: WORDS[language].signIn, exact: true }).click();
    await expect(page.locator('rp-error-summary section')).toBeFocused();
    await atBothWidths(page, 'sign in with mistakes');
  });
}

test('dark', async ({ as, api }) => {
  const file = await fullCase(await api('camille'));
  const page = await as('camille');
  await page.addInitScript(() => localStorage.setItem('repere.theme', 'dark'));
  const pages = pagesOf(file);
  for (const name of ['my day', 'case', 'step with checklists', 'step to approve', 'new case', 'document']) {
    await page.goto(pages[name] ?? '/');
    await isSettled(page);
    await expectAccessible(page, `${name}, dark`);
  }
});

/** What a page becomes: nothing found, mistakes to mend, a menu, the privacy screen. */
async function states(
  page: Page,
  language: LanguageCode,
  pages: Readonly<Record<string, string>>,
): Promise<void> {
  const words = WORDS[language];
  await page.goto('/dossiers');
  await page.getByRole('searchbox', { name: words.search }).fill('xyzxyz');
  await page.keyboard.press('Enter');
  await expect(page.locator('rp-empty-state')).toBeVisible();
  await atBothWidths(page, 'nothing found');

  await page.goto('/dossiers/nouveau');
  await page.getByRole('button', { name: words.create }).click();
  await expect(page.locator('rp-error-summary section')).toBeFocused();
  await atBothWidths(page, 'new case with mistakes');

  await page.getByRole('button', { name: words.account, exact: true }).click();
  await expect(page.getByRole('menu')).toBeVisible();
  await expectAccessible(page, 'menu');
  await page.keyboard.press('Escape');

  await page.goto(pages['step to do'] ?? '/');
  await page.getByRole('button', { name: words.verify, exact: true }).click();
  await expect(page.locator('rp-error-summary section')).toBeFocused();
  await atBothWidths(page, 'step with mistakes');

  await page.goto(pages['case'] ?? '/');
  await isSettled(page);
  await page.getByRole('button', { name: words.hide }).click();
  await atBothWidths(page, 'privacy-screen');
}

const atBothWidths = (page: Page, state: string): Promise<void> => atWidths(page, state, [1280, 360]);
