import { stepAddress } from '../api-client';
import { expect, test } from '../journey';
import { StepForm } from '../pages/step-form';

test('two people on one step: the second sees what changed and loses none of their text', async ({
  as,
  api,
}) => {
  const [camille, rene] = [await api('camille'), await api('rene')];
  const file = await camille.openCaseFile();
  const page = await as('camille');
  await page.goto(stepAddress(file, 'identification', 'contact'));
  const form = new StepForm(page);
  await form.answerQuestion(/^Un contact sûr est connu/, 'Oui');
  await form.typeText(/^Mot convenu/, 'parapluie');
  await form.typeText(/^À quelles heures/, 'entre midi et deux');
  await form.verify();

  await rene.complete(file.id, 'identification', 'contact', {
    values: { contact_is_safe: 'yes', code_word: 'lanterne', contact_may_leave: 'nothing' },
  });

  await page.getByRole('button', { name: /^Enregistrer/ }).click();
  await expect(form.heading).toHaveText('Le dossier a changé entre-temps');
  const main = page.getByRole('main');
  await expect(main).toContainText('René Exemple');
  await expect(main).toContainText('parapluie');
  await expect(main).toContainText('lanterne');

  // What both wrote is chosen, never guessed.
  await page.getByRole('button', { name: 'Vérifier de nouveau' }).click();
  await expect(page.getByRole('alert').filter({ hasText: 'Choisissez une version' })).toBeVisible();
  await form.chooseOption('Mot convenu', 'Garder les deux');
  await page.getByRole('button', { name: 'Vérifier de nouveau' }).click();
  await expect(form.heading).toHaveText('Vérifier avant d’enregistrer');
  await expect(main).toContainText('parapluie');
  await expect(main).toContainText('lanterne');
  await expect(main).toContainText('entre midi et deux');
  await form.confirm();
});

test('a step that is done once: the second still finds their text', async ({ as, api }) => {
  const [camille, rene] = [await api('camille'), await api('rene')];
  const file = await camille.openCaseFile();
  const page = await as('camille');
  await page.goto(stepAddress(file, 'identification', 'intake'));
  const form = new StepForm(page);
  await form.answerQuestion(/^Une exposition récente est possible/, 'Oui');
  await form.typeText(/^Besoins immédiats/, 'Dormir, a dit Camille.');
  await form.verify();
  await rene.complete(file.id, 'identification', 'intake', {
    values: { urgent_danger_seen: 'no', exposure: 'no', needs_now: 'Manger, a dit René.' },
  });
  await page.getByRole('button', { name: /^Enregistrer/ }).click();
  await expect(form.heading).toHaveText('Le dossier a changé entre-temps');
  await form.chooseOption(/^Besoins immédiats/, 'Garder les deux');
  await form.chooseOption(/^Une exposition récente est possible/, 'Garder la mienne');
  await page.getByRole('button', { name: 'Vérifier de nouveau' }).click();
  await expect(form.heading).not.toHaveText('Le dossier a changé entre-temps');
  await expect(page.getByRole('main')).toContainText('Dormir, a dit Camille.');
});
