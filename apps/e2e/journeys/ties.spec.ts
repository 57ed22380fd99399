import { inventedName } from '../api-client';
import { expectAccessible } from '../axe';
import { expect, test } from '../journey';

test('two teams learn that their children are tied, and whom to ask, and nothing else', async ({
  as,
  api,
}) => {
  const [camille, dominique] = [await api('camille'), await api('dominique')];
  const [name, otherName] = [inventedName(), inventedName()];
  const own = await camille.openCaseFile({ child: { familyName: name } });
  const other = await dominique.openCaseFile({ child: { familyName: otherName } });

  const worker = await as('camille');
  await test.step('one asks by the reference, and learns nothing', async () => {
    await worker.goto(`/dossiers/${own.id}`);
    await worker.getByText('Plus', { exact: true }).click();
    await worker.getByRole('link', { name: 'Enfants liés' }).click();
    await worker.getByRole('radio', { name: 'Fratrie' }).check();
    await worker.getByLabel('Référence de l’autre dossier').fill(other.reference.toLowerCase());
    await expectAccessible(worker, 'asking for a tie');
    await worker.getByRole('button', { name: 'Demander ce lien' }).click();
    await expect(worker.getByText('En attente de l’autre équipe')).toBeVisible();
    await expect(worker.getByText(/À qui demander/)).toHaveCount(0);
    await expect(worker.getByText(otherName)).toHaveCount(0);
  });

  await test.step('the other meets the question on the page of the case, on a telephone, and agrees', async () => {
    const page = await as('dominique', { viewport: { width: 390, height: 844 } });
    await page.goto(`/dossiers/${other.id}`);
    await page.getByRole('link', { name: 'Un lien à confirmer' }).click();
    await expect(page.getByText('À qui demander : Camille Exemple, Équipe Boussole')).toBeVisible();
    await expect(page.getByText(own.reference)).toHaveCount(0);
    await expectAccessible(page, 'a tie to confirm');
    await page.getByRole('button', { name: 'Confirmer – Fratrie, Camille Exemple' }).click();
    await expect(page.getByText('Confirmé : chacun sait à qui demander.')).toBeVisible();
  });

  await test.step('each knows whom to ask; neither reads the other’s case', async () => {
    await worker.reload();
    await expect(worker.getByText('À qui demander : Dominique Modèle, Équipe Cabestan')).toBeVisible();
    const { status } = await camille.sendRequest('GET', `/case-files/${other.id}`);
    expect(status).toBe(404);
  });
});
