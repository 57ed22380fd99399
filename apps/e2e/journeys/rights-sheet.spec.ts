import type { BrowserContext, Page } from '@playwright/test';
import { inventedName, stepAddress } from '../api-client';
import { expectAccessible } from '../axe';
import { expect, test } from '../journey';
import { watched } from '../watched-page';

const NEUTRAL = 'https://meteofrance.com/';

/** A stub in the place of the neutral site; every address that was asked of it. */
async function neutralSite(context: BrowserContext): Promise<readonly string[]> {
  const asked: string[] = [];
  await context.route(`${NEUTRAL}**`, (route) => {
    asked.push(route.request().url());
    return route.fulfill({ contentType: 'text/html', body: '<!doctype html><h1>Il fera beau</h1>' });
  });
  return asked;
}

const exitOf = (page: Page) => page.getByRole('link', { name: /^Quitter vite|^Leave at once/ });
const isElsewhere = async (page: Page): Promise<void> => {
  await expect(page.getByRole('heading', { name: 'Il fera beau' })).toBeVisible();
  expect(page.url()).toBe(NEUTRAL);
};

test('a child who leaves the sheet leaves nothing behind: not the sheet, not the case', async ({
  apart,
  api,
}) => {
  const calledName = inventedName();
  const file = await (await api('camille')).openCaseFile({ child: { calledName } });
  const context = await apart('camille');
  const asked = await neutralSite(context);
  const page = await context.newPage();
  await page.goto(stepAddress(file, 'identification', 'rights_sheet'));
  const [sheet] = await Promise.all([
    context.waitForEvent('page'),
    page.getByRole('link', { name: 'Feuille de droits (nouvel onglet)' }).click(),
  ]);
  await expect(sheet.getByRole('heading', { level: 1, name: 'Tes droits' })).toBeVisible();
  await expect(sheet).toHaveTitle('À lire – Repère');
  expect(new URL(sheet.url()).pathname).toBe('/feuille');
  expect(await sheet.locator('body').innerText()).not.toMatch(new RegExp(`${calledName}|${file.reference}`));
  await expect(sheet.getByRole('navigation')).toHaveCount(0);
  // While the child holds the device, the case is hidden; here somebody has taken it up again.
  await expect(page.getByRole('heading', { level: 1, name: 'Écran masqué' })).toBeVisible();
  await page.getByRole('button', { name: 'Reprendre' }).click();
  await expect(page.locator('body')).toContainText(calledName);

  // Nothing piles up behind Back, and nothing is asked of the neutral site beforehand.
  for (const language of ['English', 'Français']) await sheet.getByRole('button', { name: language }).click();
  expect(await sheet.evaluate(() => history.length)).toBe(1);
  expect(asked).toEqual([]);
  await exitOf(sheet).click();
  await isElsewhere(sheet);
  expect(asked[0]).toBe(NEUTRAL);
  expect(await sheet.goBack()).toBeNull();
  await isElsewhere(sheet);

  await expect(page.getByRole('heading', { level: 1, name: 'Séance verrouillée' })).toBeVisible();
  expect(await page.locator('body').innerHTML()).not.toContain(calledName);
  await page.reload();
  await expect(page).toHaveURL(/\/connexion/);
});

test('by keyboard alone: Shift three times, announced; writing or going back is no exit', async ({
  page,
}) => {
  await neutralSite(page.context());
  await page.goto('/feuille');
  const told = page.getByRole('status');
  for (const keys of ['Shift+Tab', 'Shift+a', 'Shift+Tab', 'Shift+Tab']) await page.keyboard.press(keys);
  await page.keyboard.press('Shift');
  await expect(told).toHaveText('Maj. Encore 2 fois pour quitter la page.');
  await page.keyboard.press('a');
  await page.keyboard.press('Shift');
  await expect(told).toHaveText('Maj. Encore 2 fois pour quitter la page.');
  await page.keyboard.press('Shift');
  await expect(told).toHaveText('Maj. Encore 1 fois pour quitter la page.');
  await page.keyboard.press('Shift');
  await isElsewhere(page);
  await page.goBack();
  await expect(page.getByText('Tes droits')).toHaveCount(0);
  expect(page.url()).not.toContain('/feuille');
});

test('the way out is the first thing that Tab reaches, and Enter takes it', async ({ page }) => {
  await neutralSite(page.context());
  await page.goto('/feuille');
  await page.keyboard.press('Tab');
  await expect(exitOf(page)).toBeFocused();
  await page.keyboard.press('Enter');
  await isElsewhere(page);
});

test('a session whose tab sleeps, or is closed, ends as well; nobody needs one to read', async ({
  apart,
  browser,
}) => {
  const context = await apart('camille');
  await neutralSite(context);
  const sheet = await context.newPage();
  await sheet.goto('/feuille');
  expect((await sheet.request.get('/api/session')).status()).toBe(200);
  await exitOf(sheet).click();
  await isElsewhere(sheet);
  await expect.poll(async () => (await sheet.request.get('/api/session')).status()).toBe(401);

  // Of real cases even from the sheet of a training space, which has a session of its own.
  const trainer = await apart('camille');
  await neutralSite(trainer);
  const shown = await trainer.newPage();
  await shown.goto('/s/atelier/feuille');
  expect((await shown.request.get('/api/session')).status()).toBe(200);
  await exitOf(shown).click();
  await isElsewhere(shown);
  await expect.poll(async () => (await shown.request.get('/api/session')).status()).toBe(401);

  const stranger = await (await browser.newContext()).newPage();
  await neutralSite(stranger.context());
  await stranger.goto('/feuille');
  await expect(stranger.getByRole('heading', { level: 1, name: 'Tes droits' })).toBeVisible();
  await exitOf(stranger).click();
  await isElsewhere(stranger);
  await stranger.context().close();
});

test('the page goes in the very moment of the press, however slow the neutral site is', async ({ page }) => {
  await neutralSite(page.context());
  await page.goto('/feuille');
  const left = await page.evaluate(() => {
    document.getElementById('exit')?.click();
    return [document.title, document.body.innerText];
  });
  expect(left).toEqual(['…', 'On quitte la page.']);
  await isElsewhere(page);
});

for (const [language, heading] of [
  ['fr', 'Tes droits'],
  ['en', 'Your rights'],
] as const)
  test(`accessible, with the way out in sight wherever one reads, ${language}`, async ({ page, baseURL }) => {
    const watch = await watched(page, new URL(String(baseURL)).origin);
    await page.addInitScript((code) => localStorage.setItem('repere.language', code), language);
    for (const width of [1280, 360, 320]) {
      await page.setViewportSize({ width, height: 700 });
      await page.goto('/feuille');
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(heading);
      await expect(page.locator('html')).toHaveAttribute('lang', language);
      for (const share of [0, 0.5, 1]) {
        await page.evaluate((it) => scrollTo(0, it * document.documentElement.scrollHeight), share);
        await expect(exitOf(page)).toBeInViewport({ ratio: 1 });
      }
      await expectAccessible(page, `sheet, ${language}, ${String(width)} pixels`);
      const beyond = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(beyond).toBeLessThanOrEqual(0);
    }
    await page.getByRole('button', { name: /^Imprimer cette feuille|^Print this sheet/ }).click();
    await expect(page.getByRole('dialog')).toBeVisible();
    await expect(exitOf(page)).toBeInViewport({ ratio: 1 });
    await expectAccessible(page, `before printing, ${language}`);
    await page.goto('/feuille/sources');
    await expectAccessible(page, `grounds, ${language}`);
    // The exit is where the page leads, not what it loads.
    expect(watch.troubles).toEqual([]);
    expect(await page.evaluate(() => Object.keys(localStorage))).toEqual(['repere.language']);
  });

test('goes on paper once the adult has said that the child may keep it; else the paper says so', async ({
  page,
}) => {
  await page.addInitScript(() => {
    window.print = () => {
      document.documentElement.dataset['printed'] = document.documentElement.dataset['asked'] ?? 'unasked';
    };
  });
  await page.goto('/feuille');
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByRole('heading', { level: 1 })).toBeHidden();
  await expect(page.getByText('Demandez d’abord à l’enfant')).toBeVisible();
  await page.emulateMedia({ media: 'screen' });

  const ask = page.getByRole('button', { name: 'Imprimer cette feuille' });
  await ask.click();
  await expect(page.getByRole('dialog')).toContainText('sans danger');
  await page.getByRole('button', { name: 'Ne pas imprimer' }).click();
  await expect(page.locator('html')).not.toHaveAttribute('data-asked');
  await ask.click();
  await page.getByRole('button', { name: 'L’enfant le dit : imprimer' }).click();
  await expect(page.locator('html')).toHaveAttribute('data-printed', '');

  await page.emulateMedia({ media: 'print' });
  await expect(page.getByRole('heading', { level: 1, name: 'Tes droits' })).toBeVisible();
  await expect(page.getByRole('link', { name: '119' })).toBeVisible();
  for (const gone of [
    exitOf(page),
    page.getByRole('button'),
    page.getByText('Pour l’adulte'),
    page.getByText('Demandez d’abord'),
  ])
    await expect(gone.first()).toBeHidden();
  const paper = (await page.pdf({ format: 'A4' })).toString('latin1');
  const pages = paper.match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0;
  expect(pages).toBeGreaterThanOrEqual(1);
  expect(pages).toBeLessThanOrEqual(4);
});

test('without scripts it is there in both languages, and so is the way out', async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  await neutralSite(context);
  const page = await context.newPage();
  await page.goto('/feuille');
  for (const title of ['Tes droits', 'Your rights'])
    await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
  await page.locator('#exit').click();
  await isElsewhere(page);
  await context.close();
});
