import { stepAddress } from '../api-client';
import { expect, test } from '../journey';
import { CasePage } from '../pages/case-page';
import { StepForm } from '../pages/step-form';
import { daysAgo, examOrdered } from '../scenarios/age-doubt';

test('an X-ray of 19 and a half years, give or take 18 months, leaves a presumed minor, and the page says why', async ({
  as,
  api,
}) => {
  const [camille, sacha] = [await api('camille'), await api('sacha')];
  const file = await examOrdered(camille, sacha);
  const page = await as('camille');
  await page.goto(stepAddress(file, 'age-doubt', 'opinion'));

  const form = new StepForm(page);
  await form.isShown();
  await form.group('De quoi s’agit-il ?').getByRole('radio').check();
  await form.chooseOption(/^Où en est l’examen/, 'avis reçu');
  await form.date(/^Examen fait le/, daysAgo(22).split('-').reverse());
  await form.answerQuestion(/^Auteur qualifié/, 'Oui');
  await form.answerQuestion(/^Une méthode regarde la puberté/, 'Non');
  await form.answerQuestion(/^Utilise des données de santé du répit/, 'Non');
  await form.chooseOption(/^Ce que l’avis donne/, 'un âge');
  await form.months(/^Âge estimé/, 19, 6);
  await form.chooseOption(/^Marge d’erreur/, 'écrite');
  await form.months(/^Marge écrite/, 1, 6);
  await form.typeText('Référence', 'Avis fictif, sous pli');
  await form.chooseOption('Rôle', 'Médecin');
  await form.recordStep();

  await page.getByRole('link', { name: 'Retour au dossier', exact: true }).click();
  const run = new CasePage(page).showRun('Doute sur l’âge');
  await run.getByText('Présumé·e mineur·e', { exact: true }).click();
  await expect(run).toContainText('Le doute demeure, il profite à l’enfant.');

  // Once the authority has said that the opinion stands, the page names the margin.
  await camille.complete(file.id, 'age-doubt', 'opinion_set_aside', {
    values: {},
    row: { id: 'exam-1', values: { set_aside: 'no' } },
    by: [{ role: 'PROC' }],
  });
  await sacha.approveStep(file.id, 'age-doubt', 'opinion_set_aside');
  await page.reload();
  await run.getByText('Présumé·e mineur·e', { exact: true }).click();
  await expect(run).toContainText(
    'Avec sa marge, l’examen n’exclut pas 18 ans ou moins. Le doute profite à l’enfant.',
  );
  await expect(run).not.toContainText(/majeur|majorité/i);
});
