import { expectAccessible } from '../axe';
import { stepAddress } from '../api-client';
import { expect, test } from '../journey';
import { StepForm } from '../pages/step-form';
import { nowhereToSleep } from '../scenarios/scenario-answers';

test('a hotel that was tried on a step’s page stands on the board, and the figure leads to the case', async ({
  as,
  api,
}) => {
  const camille = await api('camille');
  const before = await nowhereToSleep(camille, 'no');
  const worker = await as('camille');
  await worker.goto(stepAddress(before, 'protection', 'shelter'));
  const form = new StepForm(worker);
  await form.isShown();
  await form.chooseOption(/^Lieu d’accueil/, 'hôtel');
  await form.chooseOption(/^Recueil d’urgence sans décision/, 'non');
  await worker.getByRole('button', { name: 'Vérifier', exact: true }).click();
  await expect(worker.getByRole('alert').filter({ hasText: 'Ce n’est pas possible ainsi' })).toBeFocused();

  const page = await as('sacha');
  await page.goto('/ma-journee');
  await page.getByRole('navigation').getByRole('link', { name: 'Équipe', exact: true }).first().click();
  await expect(page.getByRole('heading', { level: 1, name: 'Équipe' })).toBeFocused();
  const figure = page.locator('#board-hotel-refused');
  const count = Number(/\d+/.exec(await figure.innerText())?.[0]);
  await expectAccessible(page, 'team board');
  await page.setViewportSize({ width: 360, height: 780 });
  await expectAccessible(page, 'team board, narrow');
  await page.setViewportSize({ width: 1280, height: 800 });
  await figure.click();
  await expect(page).toHaveURL(/\/equipe\/hotel-refused$/);
  await expect(page.getByRole('heading', { level: 1, name: 'Hôtel demandé et refusé' })).toBeFocused();
  const cases = page.getByRole('main').getByRole('listitem');
  await expect(cases).toHaveCount(count);
  await expect(cases.filter({ hasText: before.reference })).toContainText('Première tentative');
  await expectAccessible(page, 'cases of a figure');

  await page.goBack();
  await expect(figure).toBeFocused();
});

test('figures of one person are that person’s cases; a worker has no board', async ({ as }) => {
  const page = await as('sacha');
  await page.goto('/equipe');
  const line = page
    .getByRole('region', { name: 'Par personne' })
    .getByRole('listitem')
    .filter({ hasText: 'Camille Exemple' });
  await line.getByRole('link', { name: /dossiers? en cours/ }).click();
  await expect(page).toHaveURL(/\/equipe\/open\?personne=/);
  expect(page.url()).not.toMatch(/camille|exemple/i);
  await expect(page.getByRole('main').getByRole('listitem').first()).toContainText(
    'Suivi par Camille Exemple',
  );
  await page.getByRole('link', { name: 'Voir toute l’équipe' }).click();
  await expect(page).toHaveURL(/\/equipe\/open$/);

  const worker = await as('camille');
  await worker.goto('/equipe');
  await expect(worker.getByText('Le tableau de l’équipe est ouvert à ses responsables.')).toBeVisible();
});
