import type { Page } from '@playwright/test';
import { expect, test } from '../journey';
import { poisoned, SCRIPT } from '../scenarios/poisoned-case';
import { pagesOf } from '../scenarios/every-page';
import { watched, type Watch } from '../watched-page';

test('a script in any text of a case, a mission or a draft is a text on every page', async ({
  as,
  api,
  baseURL,
}) => {
  test.slow();
  const { file, calledName, mission, draft } = await poisoned(api);
  const { origin } = new URL(String(baseURL));
  const ofCase = ['ecarts', 'preuve', 'relecture', 'regards'].map((part) => `/dossiers/${file.id}/${part}`);
  const walks: Readonly<Record<string, readonly string[]>> = {
    dominique: [...Object.values(pagesOf(file)), ...ofCase, '/constats'],
    sofia: [
      `/dossiers/${file.id}`,
      '/approbations',
      ...ofCase,
      '/equipe',
      '/missions',
      `/missions/${mission.id}`,
    ],
    isaac: ['/missions', `/missions/${mission.id}`, '/constats'],
    pia: ['/protocoles/brouillons', `/protocoles/brouillons/${draft.id}`],
  };
  const shown: string[] = [];
  for (const [login, addresses] of Object.entries(walks)) {
    const page = await as(login);
    const watch = await watched(page, origin);
    for (const address of addresses) {
      await page.goto(address);
      shown.push(await settledText(page));
      await openAll(page);
      await isUntouched(page, watch);
    }
  }
  // Said as it was written, and so really there.
  for (const text of [calledName, SCRIPT])
    expect(shown.filter((it) => it.includes(text)).length).toBeGreaterThan(3);
});

test('a script in an address is a text', async ({ as, baseURL }) => {
  const page = await as('camille');
  const watch = await watched(page, new URL(String(baseURL)).origin);
  const script = encodeURIComponent('"><img src=x onerror=window.struck=1>');
  for (const address of [
    `/dossiers/${script}`,
    `/protocoles/${script}/1.0.0`,
    `/nulle-part?q=${script}#${script}`,
    `/dossiers?text=${script}&scope=${script}`,
    `/ma-journee?scope=javascript:window.struck=1`,
    `/connexion?returnTo=javascript:window.struck=1`,
    `/equipe/${script}`,
  ]) {
    await page.goto(address);
    await settledText(page);
    await isUntouched(page, watch);
  }
});

test('a script that was typed is a text while it is looked for', async ({ as, baseURL }) => {
  const page = await as('camille');
  const watch = await watched(page, new URL(String(baseURL)).origin);
  await page.goto('/dossiers');
  await page.getByRole('searchbox', { name: 'Chercher un enfant' }).fill(SCRIPT);
  await page.keyboard.press('Enter');
  await expect(page.locator('rp-empty-state')).toBeVisible();
  await isUntouched(page, watch);
});

async function settledText(page: Page): Promise<string> {
  await expect(page.locator('h1').first()).toBeVisible();
  await expect(page.locator('.bones, .rp-bones')).toHaveCount(0);
  return (await page.locator('body').textContent()) ?? '';
}

/** What is folded is drawn as well. */
const openAll = (page: Page): Promise<void> =>
  page.evaluate(() => document.querySelectorAll('details').forEach((it) => (it.open = true)));

async function isUntouched(page: Page, { troubles }: Watch): Promise<void> {
  const where = new URL(page.url()).pathname;
  expect(await page.evaluate(() => Reflect.get(window, 'struck')), where).toBeUndefined();
  expect(
    await page.locator('[onerror], [onload], [onclick], [href^="javascript:" i], img[src="x"]').count(),
    where,
  ).toBe(0);
  expect(troubles, where).toEqual([]);
}
