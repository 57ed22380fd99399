import { expect, test } from '../journey';

test('a trainer has fifty fictional cases come into a space, sees them come, and works among them', async ({
  as,
}) => {
  test.slow();
  const page = await as('tom');
  await page.goto('/formation');
  await page.getByLabel('Nom du groupe ou de la séance').fill('Groupe des cinquante');
  await page.getByRole('button', { name: 'Créer l’espace' }).click();
  const add = page.getByRole('button', { name: 'Ajouter des dossiers d’exercice : Groupe des cinquante' });
  await page.getByLabel('Plus : Groupe des cinquante').click({ timeout: 30_000 });
  await add.click();

  // Nothing is asked for before it is said how many, and no series that is none is taken.
  const line = page
    .getByRole('listitem')
    .filter({ has: page.getByRole('heading', { name: 'Groupe des cinquante' }) });
  await line.getByLabel('Série').fill('sept');
  await line.getByRole('button', { name: 'Ajouter ces dossiers' }).click();
  await expect(line.getByText('Dites combien de dossiers.').first()).toBeVisible();
  await expect(line.getByText('Donnez un nombre de 0 à 999 999 999, ou rien.').first()).toBeVisible();
  await line.getByRole('combobox').selectOption({ label: '50 dossiers' });
  await line.getByLabel('Série').fill('7');
  await line.getByRole('button', { name: 'Ajouter ces dossiers' }).click();

  await expect(page.getByText('Les dossiers arrivent dans « Groupe des cinquante ».')).toBeVisible();
  await expect(line.getByRole('progressbar')).toBeVisible();
  await expect(line.getByRole('progressbar')).toBeHidden({ timeout: 120_000 });
  await expect(line.getByText('50 dossiers d’exercice').last()).toBeVisible();
  await expect(line.getByText('Série 7')).toBeVisible();
  await expect(add).toBeHidden();

  await page.getByRole('button', { name: 'Entrer : Groupe des cinquante' }).click();
  await expect(page.getByText('FICTIF – Espace d’exercice : Groupe des cinquante')).toBeVisible();
  const bar = page.getByRole('region', { name: 'Pour qui anime' });
  await bar.getByRole('button', { name: 'Quitter l’espace' }).click();
  await page.getByLabel('Plus : Groupe des cinquante').click();
  await page.getByRole('button', { name: 'Supprimer : Groupe des cinquante' }).click();
  await page.getByRole('button', { name: 'Oui, supprimer' }).click();
  await expect(page.getByRole('heading', { name: 'Groupe des cinquante' })).toBeHidden();
});
