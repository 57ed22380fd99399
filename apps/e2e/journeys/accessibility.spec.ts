import type { Page } from '@playwright/test';
import { expectAccessible } from '../axe';
import { expect, test } from '../journey';
import { fullCase, pagesOf } from '../stories/every-page';
import { WORDS, type LanguageCode } from '../words';

// An account of its own for each language, so that no other journey finds the screen in English.
const WHO = { fr: 'sacha', en: 'sofia' } as const satisfies Record<LanguageCode, string>;
const WORKER = { fr: 'camille', en: 'dominique' } as const satisfies Record<LanguageCode, string>;

test.describe.configure({ mode: 'parallel' });

for (const language of ['fr', 'en'] as const)
  for (const width of [360, 1280])
    test(`every page, ${language}, ${String(width)} pixels`, async ({ as, api, baseURL }) => {
      test.slow();
      const file = await fullCase(await api(WORKER[language]));
      await (await api(WHO[language])).send('PUT', '/session/language', { language });
      const page = await as(WHO[language], { viewport: { width, height: 800 } });
      for (const [name, address] of Object.entries(pagesOf(file))) {
        await page.goto(address);
        await isSettled(page);
        await expectAccessible(page, name);
        expect.soft(await page.locator('main button[disabled]').count(), `dead buttons of ${name}`).toBe(0);
      }
      await states(page, language, pagesOf(file));
      const before = await page.context().browser()?.newContext({ baseURL, viewport: { width, height: 800 } });
      const outside = await before?.newPage();
      await outside?.addInitScript((code) => localStorage.setItem('repere.language', code), language);
      await outside?.goto('/connexion');
      if (outside) await isSettled(outside);
      if (outside) await expectAccessible(outside, 'sign in');
      await before?.close();
    });

test('dark', async ({ as, api }) => {
  const file = await fullCase(await api('camille'));
  const page = await as('sacha');
  await page.addInitScript(() => localStorage.setItem('repere.theme', 'dark'));
  const pages = pagesOf(file);
  for (const name of ['my day', 'case', 'step with checklists', 'step to approve', 'new case', 'document']) {
    await page.goto(pages[name] ?? '/');
    await isSettled(page);
    await expectAccessible(page, `${name}, dark`);
  }
});

/** What a page becomes: nothing found, mistakes to mend, a menu, the curtain. */
async function states(page: Page, language: LanguageCode, pages: Readonly<Record<string, string>>): Promise<void> {
  const words = WORDS[language];
  await page.goto('/dossiers');
  await page.getByRole('searchbox', { name: words.search }).fill('xyzxyz');
  await page.keyboard.press('Enter');
  await expect(page.locator('rp-empty-state')).toBeVisible();
  await expectAccessible(page, 'nothing found');

  await page.goto('/dossiers/nouveau');
  await page.getByRole('button', { name: words.create }).click();
  await expect(page.locator('rp-error-summary section')).toBeFocused();
  await expectAccessible(page, 'new case with mistakes');

  await page.getByRole('button', { name: words.account, exact: true }).click();
  await expect(page.getByRole('menu')).toBeVisible();
  await expectAccessible(page, 'menu');
  await page.keyboard.press('Escape');

  await page.goto(pages['case'] ?? '/');
  await isSettled(page);
  await page.getByRole('button', { name: words.hide }).click();
  await expectAccessible(page, 'curtain');
}

/** The page says what it has, and no placeholder is left. */
async function isSettled(page: Page): Promise<void> {
  await expect(page.locator('h1')).toBeVisible();
  await expect(page.locator('.bones, .rp-bones')).toHaveCount(0);
}
