import { expect, test } from '../journey';

test('a trainer makes a space from the X-ray, works in it, moves time until a deadline is late, leaves, deletes', async ({
  as,
}) => {
  const page = await as('tom');
  await page.goto('/formation');
  await page.getByLabel('Nom du groupe ou de la séance').fill('Groupe du lundi');
  await page
    .getByLabel('Commencer avec')
    .selectOption({ label: 'Radiographie : 19 ans et demi, marge de 18 mois' });
  await page.getByRole('button', { name: 'Créer l’espace' }).click();
  // What is said last may be of another journey's space: the same person makes all of them.
  await expect(page.getByRole('button', { name: 'Entrer : Groupe du lundi' })).toBeVisible({
    timeout: 30_000,
  });

  // In one press in it, as who follows the case; every page and print says so.
  await page.getByRole('button', { name: 'Entrer : Groupe du lundi' }).click();
  await expect(page).toHaveURL(/\/s\/[a-z0-9]+\//);
  const banner = page.getByText('FICTIF – Espace d’exercice : Groupe du lundi');
  await expect(banner).toContainText('Vous jouez Lierre Exercice');
  await expect(page).toHaveTitle(/^FICTIF – .+ – Repère$/);
  await expect(page.getByRole('main').getByText('Cyprès').first()).toBeVisible();
  await page.emulateMedia({ media: 'print' });
  await expect(banner).toBeVisible();
  await expect(page.getByRole('button', { name: '+ 1 jour' })).toBeHidden();
  await page.emulateMedia({ media: 'screen' });
  // Further down a page the banner is out of sight; what stays there says it as well.
  await page.setViewportSize({ width: 390, height: 300 });
  await page.mouse.wheel(0, 2_000);
  await expect(banner).not.toBeInViewport();
  await expect(page.getByRole('banner').getByText('FICTIF')).toBeInViewport();
  await page.setViewportSize({ width: 1280, height: 720 });

  // Time goes on; what is asked stays, and is seen to be later.
  const bar = page.getByRole('region', { name: 'Pour qui anime' });
  await expect(bar).toContainText('12 mai 2025');
  await bar.getByRole('button', { name: '+ 1 semaine' }).click();
  await expect(bar).toContainText('19 mai 2025');

  // Anybody else of the invented team, in one press.
  await bar.getByRole('button', { name: 'Jouer quelqu’un d’autre' }).click();
  await page.getByRole('menuitemradio', { name: /^Chêne Exercice/ }).click();
  await expect(banner).toContainText('Vous jouez Chêne Exercice');

  await bar.getByRole('button', { name: 'Quitter l’espace' }).click();
  await expect(page).toHaveURL(/\/formation$/);
  await expect(page.getByText('FICTIF – Démonstration')).toBeVisible();
  await expect(page).not.toHaveTitle(/^FICTIF/);
  await page.getByLabel('Plus : Groupe du lundi').click();
  await page.getByRole('button', { name: 'Supprimer : Groupe du lundi' }).click();
  await page.getByRole('button', { name: 'Oui, supprimer' }).click();
  await expect(page.getByRole('heading', { name: 'Groupe du lundi' })).toBeHidden();
});

test('a trainer keeps a moment, lets a week pass, goes back by a branch, which still has the past of the space', async ({
  as,
}) => {
  // What a first try left must not be taken for what this one made.
  const again = ' bis'.repeat(test.info().retry);
  const group = `Groupe du jeudi${again}`;
  const branch = `Ils attendent${again}`;
  const page = await as('tom');
  await page.goto('/formation');
  await page.getByLabel('Nom du groupe ou de la séance').fill(group);
  await page.getByLabel('Commencer avec').selectOption('xray-19-5-margin-18');
  await page.getByRole('button', { name: 'Créer l’espace' }).click();
  await expect(page.getByRole('button', { name: `Entrer : ${group}`, exact: true })).toBeVisible({
    timeout: 30_000,
  });
  await page.getByRole('button', { name: `Entrer : ${group}`, exact: true }).click();
  await page.getByRole('link', { name: 'Moments et branches' }).click();
  await expect(page.getByText('Aucun moment n’est gardé.')).toBeVisible();

  await page.getByRole('button', { name: 'Garder ce moment' }).click();
  await page.getByRole('button', { name: 'Garder ce moment' }).click();
  await expect(page.getByText('Donnez un nom.').first()).toBeVisible();
  await page.getByLabel('Nom de ce moment').fill('Avant la radio');
  await page.getByRole('button', { name: 'Garder ce moment' }).click();
  await expect(page.getByText('« Avant la radio » est gardé.')).toBeVisible();

  const bar = page.getByRole('region', { name: 'Pour qui anime' });
  await bar.getByRole('button', { name: '+ 1 semaine' }).click();
  await expect(bar).toContainText('19 mai 2025');
  await page.getByRole('button', { name: 'Reprendre d’ici : Avant la radio' }).click();
  await page.getByLabel('Nom de la branche').fill(branch);
  await page.getByRole('button', { name: 'Ouvrir la branche' }).click();
  await expect(
    page.getByRole('button', { name: `Passer dans la branche : ${branch}`, exact: true }),
  ).toBeVisible({
    timeout: 30_000,
  });
  await page.getByRole('button', { name: `Passer dans la branche : ${branch}`, exact: true }).click();

  // Another space, at the moment of then; whoever leads leads there as well, and plays whom they choose.
  await page.getByRole('button', { name: /^Lierre Exercice/ }).click();
  const banner = page.getByText(`FICTIF – Espace d’exercice : ${branch}`);
  // It stands there before anybody is played; the page goes elsewhere once somebody is.
  await expect(banner).toContainText('Vous jouez Lierre Exercice');
  await expect(bar).toContainText('12 mai 2025');
  await bar.getByRole('link', { name: 'Moments et branches' }).click();
  await expect(
    page.getByText(/^Les \d+ premières traces sont celles de l’espace d’origine, identiques/),
  ).toBeVisible();

  await bar.getByRole('button', { name: 'Quitter l’espace' }).click();
  await expect(page.getByText(`Branche de « ${group} »`, { exact: false })).toBeVisible();
  // What was typed in the space is in its branch: both go, and the branch is named.
  await page.getByLabel(`Plus : ${group}`, { exact: true }).click();
  await page.getByRole('button', { name: `Supprimer : ${group}`, exact: true }).click();
  await expect(
    page.getByText(`Ses branches ont le même passé et partent aussi : « ${branch} ».`),
  ).toBeVisible();
  await page.getByRole('button', { name: 'Oui, supprimer avec ses branches' }).click();
  for (const title of [group, branch])
    await expect(page.getByRole('heading', { name: title, exact: true })).toBeHidden();
});
