import type { Page } from '@playwright/test';
import { inventedName, stepAddress } from '../api-client';
import { expectAccessible } from '../axe';
import { expect, test } from '../journey';
import { signInAgain } from '../pages/sign-in';
import { StepForm } from '../pages/step-form';

// A browser that no other journey has.
const PHONE = 'Mozilla/5.0 (Linux; Android 16; K) Chrome/153.0.0.0 Mobile Safari/537.36 OPR/99.0.0.0';

const lockTitle = (page: Page) => page.getByRole('heading', { level: 1, name: 'Séance verrouillée' });
const needsOf = (page: Page) => page.getByRole('textbox', { name: /^Besoins immédiats/ });
async function isLocked(page: Page, ...hidden: string[]): Promise<void> {
  await expect(lockTitle(page)).toBeFocused();
  await expect(page).toHaveTitle('Repère');
  const html = await page.locator('html').innerHTML();
  for (const text of hidden) expect(html).not.toContain(text);
}
async function lockByMenu(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Compte', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Verrouiller l’écran' }).click();
}

test('without input the end is announced, any press goes on; then the page locks, and gives all back', async ({
  apart,
  api,
}) => {
  const calledName = inventedName();
  const file = await (await api('camille')).openCaseFile({ child: { calledName } });
  const page = await (await apart('camille')).newPage();
  await page.clock.install();
  await page.goto(stepAddress(file, 'identification', 'intake'));
  await needsOf(page).pressSequentially('Dormir au chaud');
  await expect(new StepForm(page).saved).toBeVisible();

  await page.clock.fastForward('13:30');
  const notice = page.locator('app-idle-notice [aria-live]').filter({ hasText: 'l’écran se verrouille à' });
  await expect(notice).toBeVisible();
  await expect(needsOf(page)).toBeFocused();
  await expectAccessible(page, 'notice of the end');
  await page.setViewportSize({ width: 360, height: 800 });
  await expectAccessible(page, 'notice of the end, 360 pixels');
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.getByRole('button', { name: 'Continuer' }).click();
  await expect(notice).toHaveCount(0);
  await needsOf(page).focus();

  await page.clock.fastForward('14:00');
  await expect(notice).toBeVisible();
  await page.keyboard.press('Shift');
  await expect(notice).toHaveCount(0);

  await page.clock.fastForward('15:01');
  await isLocked(page, calledName, 'Dormir au chaud', file.reference);
  await expect(page.getByRole('main')).toContainText('Personne n’a rien touché');
  await expectAccessible(page, 'lock');
  await page.setViewportSize({ width: 360, height: 800 });
  await expectAccessible(page, 'lock, 360 pixels');
  await page.setViewportSize({ width: 1280, height: 800 });
  await signInAgain(page, 'camille');
  await expect(needsOf(page)).toHaveValue('Dormir au chaud');
  await expect(needsOf(page)).toBeFocused();
  await expect(page).not.toHaveTitle('Repère');
});

test('a locked page keeps text that was never sent, and gives nothing to a reload or to somebody else', async ({
  apart,
  api,
}) => {
  const calledName = inventedName();
  const file = await (await api('camille')).openCaseFile({ child: { calledName } });
  const address = stepAddress(file, 'identification', 'intake');
  const context = await apart('camille');
  const page = await context.newPage();
  await page.goto(address);
  await new StepForm(page).isShown();
  // The draft does not get through: it stays in this page's memory alone.
  await page.route('**/draft', (route) => route.abort());
  await needsOf(page).pressSequentially('Jamais envoyé');
  for (let times = 0; times < 4; times++) await page.keyboard.press('Escape');
  await isLocked(page, calledName, 'Jamais envoyé');
  expect(await page.evaluate(() => JSON.stringify([localStorage, sessionStorage]))).not.toContain('Jamais');

  // Who comes to the machine opens another tab, or loads the address anew.
  const other = await context.newPage();
  await other.goto(address);
  await expect(other.getByRole('heading', { level: 1, name: 'Se connecter' })).toBeVisible();
  await other.close();

  await page.unroute('**/draft');
  await signInAgain(page, 'camille');
  await expect(needsOf(page)).toHaveValue('Jamais envoyé');
  await expect(needsOf(page)).toBeFocused();
  await expect(new StepForm(page).saved).toBeVisible();

  await lockByMenu(page);
  await isLocked(page, calledName);
  await signInAgain(page, 'ines');
  await expect(lockTitle(page)).toHaveCount(0);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  expect(new URL(page.url()).pathname).not.toContain(file.id);
  expect(await page.locator('html').innerHTML()).not.toContain(calledName);
});

test('two tabs are one: somebody at one keeps both, they lock together and open together', async ({
  apart,
  api,
}) => {
  const calledName = inventedName();
  const file = await (await api('camille')).openCaseFile({ child: { calledName } });
  const context = await apart('camille');
  await context.clock.install();
  const [one, two] = [await context.newPage(), await context.newPage()];
  await one.goto(`/dossiers/${file.id}`);
  await two.goto(stepAddress(file, 'identification', 'intake'));
  await needsOf(two).fill('Dans l’autre onglet');
  await expect(new StepForm(two).saved).toBeVisible();
  await context.clock.fastForward('14:00');
  for (const tab of [one, two]) await expect(tab.getByText('l’écran se verrouille à')).toBeVisible();
  await one.keyboard.press('Shift');
  for (const tab of [one, two]) await expect(tab.getByText('l’écran se verrouille à')).toHaveCount(0);
  await lockByMenu(one);
  for (const tab of [one, two]) await expect(lockTitle(tab)).toBeVisible();
  expect(await two.locator('html').innerHTML()).not.toContain(calledName);
  await signInAgain(one, 'camille');
  for (const tab of [one, two]) await expect(lockTitle(tab)).toHaveCount(0);
  await expect(needsOf(two)).toHaveValue('Dans l’autre onglet');
});

test('a session is seen and ended from another device', async ({ apart }) => {
  const phone = await (await apart('dominique', { userAgent: PHONE })).newPage();
  await phone.goto('/ma-journee');
  await expect(phone.getByRole('heading', { level: 1 })).toBeVisible();
  const desk = await (await apart('dominique')).newPage();
  await desk.goto('/');
  await desk.getByRole('button', { name: 'Compte', exact: true }).click();
  await desk.getByRole('menuitem', { name: 'Mon compte' }).click();
  await expect(desk.getByRole('heading', { level: 1, name: 'Mon compte' })).toBeFocused();
  const section = desk.getByRole('region', { name: 'Où votre compte est ouvert' });
  await expect(section.getByRole('listitem').first()).toContainText('Cet appareil');
  await expect(section).toContainText('Chrome, Linux');
  await expectAccessible(desk, 'account');
  await desk.setViewportSize({ width: 360, height: 800 });
  await expectAccessible(desk, 'account, 360 pixels');
  await section
    .getByRole('button', { name: /^Fermer la séance Opera, Android/ })
    .first()
    .click();
  await expect(section.getByRole('status')).toHaveText('La séance est fermée.');
  await phone.getByRole('link', { name: 'Dossiers' }).first().click();
  await expect(lockTitle(phone)).toBeVisible();
  await expect(desk.getByRole('heading', { level: 1, name: 'Mon compte' })).toBeVisible();
});

test('after signing out Back brings nothing, and nothing of anybody stays on the device', async ({
  apart,
  api,
}) => {
  const calledName = inventedName();
  const file = await (await api('camille')).openCaseFile({ child: { calledName } });
  const context = await apart('camille');
  const [page, tab] = [await context.newPage(), await context.newPage()];
  await tab.goto('/dossiers');
  await page.goto('/dossiers');
  await page.goto(`/dossiers/${file.id}`);
  await expect(page.getByRole('main')).toContainText(calledName);
  await page.evaluate(() => {
    localStorage.setItem('repere.other', 'x');
    sessionStorage.setItem('x', 'y');
  });
  await page.getByRole('button', { name: 'Compte', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Se déconnecter' }).click();
  const signIn = (at: Page) => at.getByRole('heading', { level: 1, name: 'Se connecter' });
  await expect(signIn(page)).toBeVisible();
  await expect(signIn(tab)).toBeVisible();
  const kept = await page.evaluate(() => [Object.keys(localStorage), Object.keys(sessionStorage)]);
  expect(kept.flat().filter((key) => !['repere.language', 'repere.theme'].includes(key))).toEqual([]);
  expect(await page.evaluate(() => document.cookie)).toBe('');
  expect((await context.cookies()).map(({ name }) => name)).toEqual([]);
  await page.goBack();
  await expect(signIn(page)).toBeVisible();
  expect(await page.locator('html').innerHTML()).not.toContain(calledName);
});
