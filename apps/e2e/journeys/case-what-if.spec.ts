import { expectAccessible } from '../axe';
import { expect, test } from '../journey';
import { fullCase } from '../scenarios/every-page';
import { CasePage } from '../pages/case-page';

test('what if a hearing were planned: what opens, what is to do, and nothing recorded', async ({
  as,
  api,
}) => {
  const camille = await api('camille');
  const before = await fullCase(camille);
  const page = await as('camille', { viewport: { width: 390, height: 844 } });
  await page.goto(`/dossiers/${before.id}`);
  await new CasePage(page).follow('Et si…');
  await expect(page.getByText('Rien n’est enregistré')).toBeVisible();

  await page.getByRole('textbox', { name: 'Quelle réponse changer ?' }).fill('audition prevue');
  await expect(page.getByRole('status').filter({ hasText: /^1 fait/ })).toBeVisible();
  await page.getByRole('button', { name: /^Une audition ou une confrontation est prévue/ }).click();
  await page.getByRole('radio', { name: 'Oui', exact: true }).check();

  const effects = page.getByRole('region', { name: 'Ce qui changerait' });
  await expect(effects).toContainText('Protocoles qui s’ouvrent');
  await expect(effects).toContainText('Audition');
  await expect(effects.getByText('À faire').first()).toBeVisible();
  await expectAccessible(page, 'what if, tried');
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);

  const after = await camille.readCaseFile(before.id);
  expect(after.state.seq).toBe(before.state.seq);
  expect(after.state.runs).toHaveLength(before.state.runs.length);
});

test('the ground of a step is read on the case page, then its rule in the version that is followed', async ({
  as,
  api,
}) => {
  const file = await fullCase(await api('camille'));
  const version = file.state.runs.find(({ protocol }) => protocol === 'protection')?.version ?? '';
  const page = await as('camille');
  await page.goto(`/dossiers/${file.id}`);
  await new CasePage(page).unfold();
  await page.getByRole('button', { name: 'Fondements', exact: true }).click();
  const ground = page
    .getByRole('button', { name: /^Fondement.*Évaluer le danger|^Fondement.*danger/i })
    .first();
  await ground.click();
  await expect(ground).toHaveAttribute('aria-expanded', 'true');
  const rule = page.getByRole('link', { name: /^Lire cette étape dans le protocole/ });
  await expect(rule).toHaveAttribute(
    'href',
    `/protocoles/protection/${encodeURIComponent(version)}#step-danger`,
  );
  await expectAccessible(page, 'a ground on the case page');
  await rule.click();
  await expect(page.locator('#step-danger')).toBeInViewport();
});
