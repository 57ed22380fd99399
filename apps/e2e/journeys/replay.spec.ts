import { expectAccessible } from '../axe';
import { expect, test } from '../journey';
import { dangerIs, signsSeen } from '../scenarios/scenario-answers';
import { CasePage } from '../pages/case-page';

test('a case is read as it was known, by keyboard and by link, and nothing can be written there', async ({
  as,
  api,
}) => {
  const camille = await api('camille');
  const { id, reference } = await camille.openCaseFile({ urgentDangerSeen: 'yes' });
  await camille.complete(id, 'identification', 'signs', signsSeen);
  await camille.complete(id, 'protection', 'danger', dangerIs('danger'));

  const page = await as('rene');
  await page.goto(`/dossiers/${id}`);
  await new CasePage(page).follow('Relecture');
  await expect(page.getByRole('heading', { level: 1, name: 'Relecture' })).toBeFocused();
  await expect(page).toHaveTitle(`Relecture ${reference} – Repère`);
  const bar = page.getByRole('complementary', { name: 'Moment affiché' });
  await expect(bar).toContainText(/Vue du .+, lecture seule\./);
  const then = page.locator('app-replayed-case');
  await expect(then.getByRole('heading', { level: 3, name: 'Évaluer le danger' })).toBeVisible();

  const slider = page.getByRole('slider', { name: 'Moment du dossier' });
  const last = await slider.getAttribute('aria-valuetext');
  expect(last).toMatch(/Évaluer le danger$/);
  await slider.focus();
  await page.keyboard.press('Home');
  await expect(page).toHaveURL(/\?au=\d+$/);
  await expect(slider).toHaveAttribute('aria-valuetext', /^Moment 1 sur/);
  // What came later was not known.
  await expect(then.getByRole('heading', { level: 3, name: 'Évaluer le danger' })).toHaveCount(0);
  const danger = then.getByRole('listitem').filter({ hasText: /^Évaluer le danger/ });
  await expect(danger).toContainText('À faire');

  await page.getByRole('link', { name: 'Acte suivant' }).click();
  await expect(slider).toHaveAttribute('aria-valuetext', /Noter les signes vus ou dits$/);
  await page.goBack();
  await expect(slider).toHaveAttribute('aria-valuetext', /^Moment 1 sur/);
  await page
    .getByRole('region', { name: 'Tous les moments' })
    .getByRole('link', { name: 'Évaluer le danger' })
    .click();
  await expect(danger).toContainText('à valider');

  await expect(page.locator('main').getByRole('textbox')).toHaveCount(0);
  // What says where a date comes from is all that can be pressed.
  await expect(page.locator('main button:not(rp-origin-tag button), main form')).toHaveCount(0);
  await expectAccessible(page, 'replay');
  await page.setViewportSize({ width: 360, height: 780 });
  await expectAccessible(page, 'replay, narrow');
  const wide = () => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  await page.setViewportSize({ width: 320, height: 700 });
  expect(await wide()).toBeLessThanOrEqual(0);
  await expect(bar).toBeVisible();

  await page.emulateMedia({ media: 'print' });
  await expect(bar).toBeVisible();
  await expect(page.getByRole('slider')).toBeHidden();
  await expect(then).toBeVisible();
  await page.emulateMedia({ media: null });

  // Somebody else who may see the case finds the same moment; who may not finds nothing.
  const address = page.url();
  const sacha = await as('sacha');
  await sacha.goto(address);
  await expect(sacha.locator('app-replayed-case')).toContainText('Évaluer le danger');
  const dominique = await as('dominique');
  await dominique.goto(address);
  await expect(dominique.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(dominique.locator('app-replayed-case')).toHaveCount(0);

  await page.getByRole('link', { name: 'Revenir à aujourd’hui' }).click();
  await expect(page).toHaveURL(new RegExp(`/dossiers/${id}$`));
});

test('a moment that is none is refused in words, with a way on', async ({ as, api }) => {
  const { id } = await (await api('camille')).openCaseFile();
  const page = await as('camille');
  await page.goto(`/dossiers/${id}/relecture?au=2099-01-01`);
  await expect(page.getByRole('alert').filter({ hasText: 'Ce moment n’est pas encore venu.' })).toBeVisible();
  await page.getByRole('link', { name: 'Voir le dernier moment du dossier' }).click();
  await expect(page.locator('app-replayed-case')).toBeVisible();
});
