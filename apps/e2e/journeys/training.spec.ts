import { expect, test } from '../journey';

test('a trainer picks the X-ray, moves time, branches, and prints what was lost; nothing is sent', async ({
  as,
}) => {
  const page = await as('tom');
  await page.goto('/');
  await page.getByRole('link', { name: 'Formation', exact: true }).first().click();
  await page.getByRole('link', { name: 'Radiographie : 19 ans et demi, marge de 18 mois' }).click();
  await expect(page.getByText('FORMATION : enfants fictifs.')).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Un doute est dit' })).toBeVisible();

  const sent: string[] = [];
  page.on('request', (request) => sent.push(request.url()));
  await expect(page.getByText('12 mai 2025 à 09:00').first()).toBeVisible();

  // What is looked for is for who leads, and not on the wall.
  const looked = page.getByRole('group', { name: 'À cocher par qui anime' });
  await expect(looked).toBeVisible();
  await page.getByRole('button', { name: 'Vue projetée' }).click();
  await expect(looked).toBeHidden();
  await page.getByRole('button', { name: 'Vue projetée' }).click();

  // The model shows how; then three days pass in which nobody asks a lawyer.
  await page.getByRole('button', { name: 'Étape modèle' }).click();
  await page.getByRole('button', { name: 'Étape modèle' }).click();
  for (let day = 0; day < 3; day++) await page.getByRole('button', { name: '+ 1 jour' }).click();
  await expect(page.getByRole('heading', { name: 'L’avocate de permanence appelle' })).toBeVisible();

  // Back is a branch: the class asks the lawyer in time there, and the first run stays.
  await page.getByRole('button', { name: /^12 mai 2025 à 15:00/ }).click();
  await expect(page.getByText('Agir ici ouvre une branche')).toBeVisible();
  await page.getByRole('button', { name: 'Étape modèle' }).click();
  await expect(page.getByRole('heading', { name: 'Les déroulements' })).toBeVisible();
  await page.getByRole('button', { name: 'Premier déroulement' }).click();

  await page.getByRole('button', { name: 'Fin de l’histoire, et score' }).click();
  const lost = page.getByRole('listitem').filter({ hasText: 'Un avocat demandé dans les trois jours' });
  await expect(lost).toContainText('Sources : P2.3');
  await expect(page.getByRole('button', { name: 'Imprimer le débriefing' })).toBeVisible();
  await lost.getByRole('button', { name: /^Voir ce moment/ }).click();
  await expect(page.getByRole('heading', { name: 'À faire maintenant' })).toBeVisible();
  expect(sent.filter((url) => url.includes('/api/'))).toEqual([]);
});

test('a caseworker has no training page in the menu, and is not let in by its address', async ({ as }) => {
  const page = await as('camille');
  await page.goto('/aide');
  await expect(page.getByRole('link', { name: 'Formation', exact: true })).toHaveCount(0);
  await page.goto('/formation');
  await expect(page.getByRole('heading', { name: 'Formation', level: 1 })).toHaveCount(0);
});
