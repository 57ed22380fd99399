import type { Page } from '@playwright/test';
import { expect, test } from '../journey';

test('an example is played act by act, by the engine in the browser; nothing is sent', async ({ as }) => {
  const page = await as('camille');
  const engine: string[] = [];
  page.on('request', (request) => {
    if (request.resourceType() === 'script') engine.push(request.url());
  });
  await page.goto('/protocoles/age-doubt/1.0.0/exemples');
  await expect(page.getByText('Cas d’école, fictif.')).toBeVisible();
  const before = engine.length;
  await page
    .getByRole('link', { name: /^Jouer pas à pas/ })
    .first()
    .click();
  const slider = page.getByRole('slider', { name: 'Moment de l’histoire' });
  await expect(slider).toHaveAttribute('aria-valuetext', /^Moment 0 sur \d+/);
  expect(engine.length).toBeGreaterThan(before);

  const sent: string[] = [];
  page.on('request', (request) => sent.push(request.url()));
  const next = page.getByRole('button', { name: 'Acte suivant' });
  await next.click();
  const happened = page.getByRole('region', { name: 'Ce qui vient de se passer' });
  const stands = page.getByRole('region', { name: 'Où en est le dossier' });
  await expect(happened).toContainText('Travailleur social termine « Faut-il lever ce doute maintenant ? »');
  await expect(happened).toContainText('Avis de l’enfant');
  await expect(stands).toContainText('En cours (à valider)');
  await expect(stands).toContainText('Présumé·e mineur·e');

  // What the story expects holds; who decided can't approve alone, and is told why.
  await next.click();
  await expect(happened).toContainText('c’est le cas');
  await expect(happened).not.toContainText('ce n’est pas le cas');
  await next.click();
  await expect(happened).toContainText('a essayé, et c’est refusé');
  await next.click();
  await expect(happened).toContainText('Responsable valide');

  // To the end by the slider's keys: the margin overlaps, the child is presumed minor.
  await slider.focus();
  await page.keyboard.press('End');
  await expect(slider).toHaveAttribute('aria-valuetext', /^Moment (\d+) sur \1,/);
  await expect(stands).toContainText('Présumé·e mineur·e');
  await page.keyboard.press('Home');
  await expect(slider).toHaveAttribute('aria-valuetext', /^Moment 0 sur \d+/);
  expect(sent.filter((url) => url.includes('/api/'))).toEqual([]);

  // A reload finds the same moment.
  await page.keyboard.press('ArrowRight');
  await expect(page).toHaveURL(/acte=1$/);
  await page.reload();
  await expect(slider).toHaveAttribute('aria-valuetext', /^Moment 1 sur \d+/);
});

test('the drawing is walked by keyboard: boxes in order, larger and smaller, and into the text', async ({
  as,
}) => {
  const page = await as('camille');
  await page.goto('/protocoles/age-doubt/1.0.0/schema');
  const drawing = page.getByRole('group', { name: 'Schéma du protocole' });
  await drawing.focus();
  const size = page.getByText(/^Taille/);
  const percent = async () => Number(/\d+/.exec(await size.innerText())?.[0]);
  const first = await percent();
  await page.keyboard.press('+');
  await expect.poll(percent).toBeGreaterThan(first);
  await page.keyboard.press('0');
  await expect.poll(percent).toBeLessThan(first);

  await page.keyboard.press('Tab');
  await expect.poll(() => focused(page)).toMatch(/^P2\.1 · Décision Faut-il lever ce doute maintenant/);
  await expect(page.locator('.arrow.lit').first()).toBeAttached();
  await page.keyboard.press('Tab');
  await expect.poll(() => focused(page)).toMatch(/^P2\.2 · Document Expliquer à l’enfant, .*protège/);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/age-doubt\/1\.0\.0#step-information$/);
  await expect(page.locator('#step-information')).toBeFocused();

  // The same as a table.
  await page.goBack();
  await page.getByRole('link', { name: 'Lire la même chose en tableau' }).click();
  const row = page.getByRole('row').filter({ hasText: 'P2.5 – Évaluation sociale' });
  await expect(row).toContainText('Expliquer à l’enfant');
});

const focused = (page: Page) =>
  page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.tagName);
