import { stepAddress } from '../api-client';
import { expect, test } from '../journey';
import { CasePage } from '../pages/case-page';
import { StepForm } from '../pages/step-form';
import { nowhereToSleep } from '../scenarios/scenario-answers';

test('a hotel is refused for a presumed minor, with its reason and source, and nothing is recorded', async ({
  as,
  api,
}) => {
  const camille = await api('camille');
  const before = await nowhereToSleep(camille, 'no');
  const page = await as('camille');
  await page.goto(stepAddress(before, 'protection', 'shelter'));

  const form = new StepForm(page);
  await form.isShown();
  await form.chooseOption(/^Lieu d’accueil/, 'hôtel');
  await form.chooseOption(/^Recueil d’urgence sans décision/, 'non');
  await page.getByRole('button', { name: 'Vérifier', exact: true }).click();

  const refusal = page.getByText('Pas d’hôtel ni d’appartement sans adulte pour un mineur, ou présumé tel.');
  await expect(refusal.first()).toBeInViewport();
  await expect(page.getByRole('alert').filter({ hasText: 'Ce n’est pas possible ainsi' })).toBeFocused();
  const main = page.getByRole('main');
  await expect(main).toContainText('Aucune validation ne l’ouvre.');
  const card = main.getByRole('alert', { name: 'Ce n’est pas possible ainsi' });
  await card.getByText('Fondements').click();
  await expect(card).toContainText(/G06/);
  await expect(page.getByRole('heading', { level: 1 })).not.toHaveText('Vérifier avant d’enregistrer');
  await expect(page).toHaveTitle(/^Erreur/);

  const after = await camille.readCaseFile(before.id);
  expect(after.state.seq).toBe(before.state.seq);
  await page.getByRole('link', { name: /^Retour au dossier/ }).click();
  await new CasePage(page).unfold();
  await expect(new CasePage(page).row('Trouver un lieu protecteur')).not.toContainText('Fait');
  await expect(page.getByRole('region', { name: 'Chronologie' })).not.toContainText(/hôtel/i);
});

test('a hotel night that another authority imposed can be recorded, and is flagged', async ({ as, api }) => {
  const camille = await api('camille');
  const before = await nowhereToSleep(camille, 'yes');
  const page = await as('camille');
  await page.goto(stepAddress(before, 'protection', 'imposed_place'));

  const form = new StepForm(page);
  await form.isShown();
  await form.chooseOption(/^Lieu d’accueil/, 'hôtel');
  await form.chooseOption(/^Imposé par/, 'police ou gendarmerie');
  await form.typeText(/^Motif donné, dates/, '« Plus de place », nous avons demandé le foyer.');
  await form.chooseOption('Rôle', 'Enquêteur (OPJ)');
  await form.verify();
  const flag = 'Hôtel ou appartement sans adulte pour un mineur, ou présumé tel.';
  await expect(page.getByRole('region', { name: 'En enregistrant' })).toContainText(flag);
  await form.confirm();

  await page.getByRole('link', { name: 'Retour au dossier', exact: true }).click();
  // The département has a second person look at it within a day; it is recorded and holds at once.
  await new CasePage(page).unfold();
  await expect(
    new CasePage(page).row(/^Validation\s: Noter un lieu imposé par une autre autorité$/),
  ).toContainText('à valider');
  const { state } = await camille.readCaseFile(before.id);
  expect(state.deviations).toContainEqual(
    expect.objectContaining({ kind: 'rights-incident', step: 'imposed_place' }),
  );
});
