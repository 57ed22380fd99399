import type { Page } from '@playwright/test';
import type { Session } from '@repere/cases';
import { expectAccessible } from '../axe';
import { expect, test } from '../journey';
import { allAddresses, VISITORS } from '../stories/all-addresses';
import { fullCase, pagesOf } from '../stories/every-page';
import { WORDS, type LanguageCode } from '../words';

// An account of its own for each language, so that no other journey finds the screen in English.
const WHO = { fr: 'sacha', en: 'sofia' } as const satisfies Record<LanguageCode, string>;
const WORKER = { fr: 'camille', en: 'dominique' } as const satisfies Record<LanguageCode, string>;

const WIDTHS = [1280, 360] as const;
const WIDTH_OF = { fr: 360, en: 1280 } as const satisfies Record<LanguageCode, number>;

test.describe.configure({ mode: 'parallel' });

for (const language of ['fr', 'en'] as const) {
  // Pages as a worker meets them, at both widths; every other page of the app narrow in French and wide in English.
  for (const half of [0, 1])
    test(`every page, ${language}, part ${String(half + 1)}`, async ({ as, api, browser }) => {
      test.setTimeout(300_000);
      const file = await fullCase(await api('camille'));
      const often = Object.values(pagesOf(file));
      const all = await allAddresses(api, file);
      for (const visitor of VISITORS) {
        const addresses = [...new Set([...all[visitor], ...(visitor === 'sacha' ? often : [])])];
        const page = visitor === 'nobody' ? await (await browser.newContext()).newPage() : await as(visitor);
        await readIn(page, language);
        for (const address of addresses.filter((_, place) => place % 2 === half)) {
          await page.goto(address);
          const widths = often.includes(address) ? WIDTHS : [WIDTH_OF[language]];
          await atWidths(page, address, widths);
          expect.soft(await page.locator('html').getAttribute('lang'), address).toBe(language);
          expect
            .soft(await page.locator('main button[disabled]').count(), `dead buttons of ${address}`)
            .toBe(0);
        }
        if (visitor === 'nobody') await page.context().close();
      }
    });

  test(`what pages become, ${language}`, async ({ as, api }) => {
    test.slow();
    const file = await fullCase(await api(WORKER[language]));
    await (await api(WHO[language])).send('PUT', '/session/language', { language });
    await states(await as(WHO[language]), language, pagesOf(file));
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
  const page = await as('sacha');
  await page.addInitScript(() => localStorage.setItem('repere.theme', 'dark'));
  const pages = pagesOf(file);
  for (const name of ['my day', 'case', 'step with checklists', 'step to approve', 'new case', 'document']) {
    await page.goto(pages[name] ?? '/');
    await isSettled(page);
    await expectAccessible(page, `${name}, dark`);
  }
});

/** Shows pages in this language, whatever the account's is: other journeys have it on their screens meanwhile. */
async function readIn(page: Page, language: LanguageCode): Promise<void> {
  await page.addInitScript((code) => localStorage.setItem('repere.language', code), language);
  await page.route('**/api/session', async (route) => {
    const answer = await route.fetch();
    if (route.request().method() !== 'GET' || !answer.ok()) return route.fulfill({ response: answer });
    const session = (await answer.json()) as Session;
    await route.fulfill({
      response: answer,
      json: { ...session, account: { ...session.account, language } },
    });
  });
}

/** What a page becomes: nothing found, mistakes to mend, a menu, the curtain. */
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
  await atBothWidths(page, 'curtain');
}

const atBothWidths = (page: Page, state: string): Promise<void> => atWidths(page, state, WIDTHS);

async function atWidths(page: Page, state: string, widths: readonly number[]): Promise<void> {
  for (const width of widths) {
    await page.setViewportSize({ width, height: 800 });
    await isSettled(page);
    await expectAccessible(page, `${state}, ${String(width)} pixels`);
  }
  await page.setViewportSize({ width: 1280, height: 800 });
}

/** The page says what it has, and no placeholder is left. */
async function isSettled(page: Page): Promise<void> {
  await expect(page.locator('h1')).toBeVisible();
  await expect(page.locator('.bones, .rp-bones')).toHaveCount(0);
  // A list that comes in afterwards moves what was measured.
  await page.waitForLoadState('networkidle');
}
