import { stepAddress } from '../api-client';
import { expect, test } from '../journey';
import { StepForm } from '../pages/step-form';
import { BORN } from '../scenarios/scenario-answers';

test('an empty form: the summary takes the focus, says the field’s words, leads to it', async ({
  as,
  api,
}) => {
  const page = await as('camille');
  await page.goto('/dossiers/nouveau');
  await page.getByRole('button', { name: 'Créer le dossier' }).click();
  const summary = page.getByRole('alert').filter({ hasText: 'À corriger avant de continuer' });
  await expect(summary).toBeFocused();
  await expect(page).toHaveTitle(/^Erreur.: Nouveau dossier/);
  await summary.getByRole('link', { name: /Répondez à la question du danger/ }).click();
  await expect(new StepForm(page).fieldOf('Avez-vous constaté un danger immédiat ?', 'Oui')).toBeFocused();

  const file = await (await api('camille')).openCaseFile();
  await page.goto(stepAddress(file, 'identification', 'intake'));
  const form = new StepForm(page);
  await page.getByRole('button', { name: 'Vérifier', exact: true }).click();
  await expect(summary).toBeFocused();
  await expect(page).toHaveTitle(/^Erreur/);
  await summary.getByRole('link', { name: /Une exposition récente est possible/ }).click();
  await expect(form.fieldOf(/^Une exposition récente est possible/, 'Oui')).toBeFocused();
});

test('31 February is refused in words; a year alone is an answer', async ({ as }) => {
  const page = await as('camille');
  await page.goto('/dossiers/nouveau');
  const form = new StepForm(page);
  await form.answerQuestion('Avez-vous constaté un danger immédiat ?', 'Pas demandé');
  await form.date('Date de naissance', ['31', '02', String(BORN)]);
  await page.getByRole('button', { name: 'Créer le dossier' }).click();
  await expect(page.getByRole('link', { name: 'Ce jour n’existe pas dans ce mois' })).toBeVisible();
  await form.date('Date de naissance', ['', '', String(BORN)]);
  await expect(form.group('Date de naissance')).toContainText(`Compris : ${String(BORN)}`);
  await page.getByRole('button', { name: 'Créer le dossier' }).click();
  await expect(page.getByRole('link', { name: 'Faire cette étape' })).toBeVisible();
  await expect(page.getByRole('main')).toContainText(/15 à 16 ans|16 ans/);
});

test('a date of a step is read as it is written here: 03/10 is 3 October', async ({ as, api }) => {
  const file = await (await api('camille')).openCaseFile();
  const page = await as('camille');
  await page.goto(stepAddress(file, 'identification', 'who'));
  const form = new StepForm(page);
  await form.date(/^Première présentation/, ['03', '10', '2026']);
  await expect(form.group(/^Première présentation/)).toContainText('3 octobre 2026');
});

test('the language changes under the hands, and nothing typed is lost', async ({ as, api }) => {
  const rene = await api('rene');
  const file = await rene.openCaseFile();
  const page = await as('rene');
  await page.goto(stepAddress(file, 'identification', 'contact'));
  const form = new StepForm(page);
  await form.answerQuestion(/^Un contact sûr est connu/, 'Oui');
  await form.typeText(/^Mot convenu/, 'parapluie');
  await page.getByRole('button', { name: 'English' }).click();
  await expect(page.getByRole('textbox', { name: /word/i })).toHaveValue('parapluie');
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await expect(page.getByRole('button', { name: 'Check', exact: true })).toBeVisible();

  await page.goto('/dossiers/nouveau');
  await page
    .getByRole('textbox', { name: 'What to call them' })
    .or(page.locator('#called-name'))
    .first()
    .fill('Comète');
  await page.getByRole('button', { name: 'Français' }).click();
  await expect(page.getByRole('textbox', { name: 'Comment l’appeler' })).toHaveValue('Comète');
});

test('one key a line fills in a checklist', async ({ as, api }) => {
  const file = await (await api('camille')).openCaseFile();
  const page = await as('camille');
  await page.goto(stepAddress(file, 'identification', 'signs'));
  const form = new StepForm(page);
  await form.sign(/^Fugues$/).focus();
  await page.keyboard.press('o');
  await page.keyboard.press('n');
  await page.keyboard.press('s');
  await page.keyboard.press('p');
  await page.keyboard.press('r');
  await expect(form.sign(/^Fugues$/)).toBeChecked();
  await expect(form.otherAnswer('Absences du lieu d’accueil')).toHaveText('Non');
  await expect(form.otherAnswer('Vit à la rue')).toHaveText('Ne sait pas');
  await expect(form.otherAnswer('Grande précarité')).toHaveText('Refuse');
  await expect(form.group(/^Ce qui fragilise l’enfant/)).toContainText('Vu ou dit : 1 sur 12');
  await expect(page.getByRole('region', { name: 'Vu ou dit' })).toContainText('Fugues');
});
