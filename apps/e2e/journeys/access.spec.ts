import { expectAccessible } from '../axe';
import { expect, test } from '../journey';
import { CasePage } from '../pages/case-page';

test('a case is restricted to a circle: a colleague of the team finds nothing of it until it is opened again', async ({
  as,
  api,
}) => {
  const camille = await api('camille');
  const { id } = await camille.openCaseFile();
  const { reference } = await camille.readCaseFile(id);
  const sacha = await as('sacha');
  await sacha.goto(`/dossiers/${id}`);
  await new CasePage(sacha).follow('Qui peut le voir');
  await expect(sacha.getByRole('heading', { level: 1 })).toHaveText('Qui peut voir ce dossier');
  await expect(
    sacha.getByText('Vous le voyez comme : responsable de l’équipe, membre de l’équipe.'),
  ).toBeVisible();
  await expectAccessible(sacha, 'who may see the case');

  await sacha.getByText('Réserver ce dossier à un cercle').click();
  await expect(sacha.getByRole('checkbox', { name: 'Camille Exemple' })).toBeChecked();
  await sacha.getByRole('button', { name: 'Réserver le dossier' }).click();
  await expect(sacha.getByText('Choisissez un motif.')).toBeVisible();
  await sacha.getByLabel('Motif').selectOption('famille d’un·e collègue');
  await sacha.getByLabel('Expliquez').fill('Une collègue est de la famille.');
  await sacha.getByRole('button', { name: 'Réserver le dossier' }).click();
  await expect(sacha.getByText('Seul le cercle voit maintenant ce dossier.')).toBeVisible();
  await expectAccessible(sacha, 'a restricted case');

  const rene = await as('rene');
  await rene.goto(`/dossiers/${id}`);
  await expect(rene.getByRole('main')).not.toContainText(reference);
  await expect(rene.getByRole('link', { name: /Accès d’urgence/ })).toBeVisible();
  const page = await as('camille');
  await page.goto(`/dossiers/${id}`);
  await expect(page.getByText(reference).first()).toBeVisible();

  // Nor would an auditor find it, should a mission of another journey draw it.
  await sacha.getByRole('button', { name: 'Rouvrir à toute l’équipe' }).click();
  await expect(sacha.getByText('Le dossier est rouvert à toute l’équipe.')).toBeVisible();
  await rene.reload();
  await expect(rene.getByText(reference).first()).toBeVisible();
});

test('a worker of the other team opens a case in an emergency, and its supervisor reviews it', async ({
  as,
  api,
  apart,
}) => {
  const camille = await api('camille');
  const { id } = await camille.openCaseFile();
  const { reference } = await camille.readCaseFile(id);
  // Signed in a moment ago: nobody asks again who it is.
  const phone = await apart('dominique', { viewport: { width: 390, height: 844 } });
  const dominique = await phone.newPage();
  await dominique.goto('/dossiers');
  await dominique.getByRole('link', { name: /Accès d’urgence/ }).click();
  await dominique.getByRole('button', { name: 'Ouvrir le dossier en urgence' }).click();
  await expect(dominique.getByRole('link', { name: 'Écrivez la référence.' })).toBeVisible();
  await expectAccessible(dominique, 'emergency access with mistakes');
  await dominique.getByLabel('Référence du dossier').fill(reference);
  await dominique.getByLabel('l’enfant est là').check();
  await dominique.getByLabel('Que se passe-t-il ?').fill('Trouvé seul à la gare, il fait nuit.');
  await dominique.getByRole('button', { name: 'Ouvrir le dossier en urgence' }).click();
  await expect(dominique.getByText(/^\s*Accès d’urgence jusqu’à/)).toBeVisible();
  await expectAccessible(dominique, 'a case open in an emergency');
  await dominique.getByText('Ajouter une note', { exact: true }).first().click();
  await dominique.getByLabel('Ajouter une note').fill('Vu à la gare.');
  await dominique.getByRole('button', { name: 'Ajouter la note' }).click();
  await expect(dominique.getByRole('region', { name: 'Chronologie' })).toContainText('Vu à la gare.');

  const sacha = await as('sacha');
  await sacha.goto('/acces-urgence/relectures');
  const access = sacha.getByRole('listitem').filter({ hasText: reference });
  await expect(access).toContainText('Trouvé seul à la gare');
  await expectAccessible(sacha, 'emergency accesses to review');
  await access.getByRole('button', { name: 'Enregistrer ma relecture' }).click();
  await expect(access.getByText('Écrivez pourquoi.')).toBeVisible();
  await access.getByLabel('justifié', { exact: true }).check();
  await access.getByLabel('En quelques mots').fill('L’enfant était seul.');
  await access.getByRole('button', { name: 'Enregistrer ma relecture' }).click();
  await expect(access).toHaveCount(0);

  const page = await as('camille');
  await page.goto(`/dossiers/${id}/acces`);
  await expect(page.getByText(/Relu par Sacha Exemple/)).toBeVisible();
});

test('the team knows who is on duty; only who supervises plans it', async ({ as }) => {
  const camille = await as('camille');
  await camille.goto('/remplacements');
  await expect(camille.getByText('Nour Exemple, pour Équipe Boussole')).toBeVisible();
  await expect(camille.getByText('Prévoir une astreinte')).toHaveCount(0);
  await expectAccessible(camille, 'who is on duty');
  const sacha = await as('sacha');
  await sacha.goto('/remplacements');
  await sacha.getByText('Prévoir un remplacement').click();
  await expectAccessible(sacha, 'planning a substitution');
});
