import { inventedName } from '../api-client';
import { expectAccessible } from '../axe';
import { expect, test } from '../journey';

test('a table of services is looked at, taken in, and tells a worker at night who can take the child', async ({
  as,
  api,
}) => {
  // Names of their own, so that the journey can be run twice on the same data.
  const mark = inventedName();
  const table = [
    'nom;type;departements;besoins;telephones;age_min;age_max;sexes;horaires_semaine;horaires_week_end;adulte_la_nuit',
    `Foyer ${mark};young-shelter;93;bed-tonight;01 99 00 12 41;13;17;fille;24/24;24/24;oui`,
    `Petits ${mark};young-shelter;93;bed-tonight;01 99 00 12 42;6;15;fille;24/24;24/24;`,
    `Garçons ${mark};young-shelter;93;bed-tonight;;13;17;garçon;24/24;24/24;`,
  ];
  const keeper = await as('alix');

  await test.step('the administrator sees what is wrong before anything is added', async () => {
    await keeper.goto('/administration/services/import');
    await keeper.getByLabel('Fichier CSV').setInputFiles({
      name: 's.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(`${table.join('\n')}\nX;ngo;99\n`),
    });
    await keeper.getByRole('button', { name: 'Voir ce que cela donne' }).click();
    await expect(keeper.getByText(/Ligne 5, departements/)).toBeVisible();
    await expectAccessible(keeper, 'a table with a mistake');
    await expect(keeper.getByRole('button', { name: 'Ajouter ces services' })).toHaveCount(0);
    await keeper
      .getByLabel('Fichier CSV')
      .setInputFiles({ name: 's.csv', mimeType: 'text/csv', buffer: Buffer.from(table.join('\n')) });
    await keeper.getByRole('button', { name: 'Voir ce que cela donne' }).click();
    await expect(keeper.getByText('3 services seraient ajoutés.')).toBeVisible();
    await keeper.getByRole('button', { name: 'Ajouter ces services' }).click();
    await expect(keeper.getByText('Services ajoutés.')).toBeVisible();
  });

  await test.step('they stand in the directory, which says whom it shuts out', async () => {
    await keeper.goto('/administration/services');
    await keeper.getByRole('searchbox', { name: 'Nom' }).fill(mark);
    await keeper.getByRole('button', { name: 'Chercher' }).click();
    await expect(keeper.getByRole('heading', { level: 2, name: mark })).toHaveCount(3);
    await expect(keeper.getByText(/Exclut les 16–17 ans/)).toHaveCount(1);
    await expectAccessible(keeper, 'the directory of services');
    await keeper.getByRole('button', { name: `Modifier – Foyer ${mark}` }).click();
    await keeper.getByRole('textbox', { name: /^Places libres maintenant/ }).fill('2');
    await expectAccessible(keeper, 'the form of a service');
    await keeper.getByRole('button', { name: 'Enregistrer' }).click();
    await expect(keeper.getByText(/Service enregistré/)).toBeVisible();
  });

  const camille = await api('camille');
  const birth = `${String(new Date().getFullYear() - 17)}-01-01`;
  const { id } = await camille.openCaseFile({ child: { familyName: inventedName(), birth, gender: 'girl' } });
  const worker = await as('camille');

  await test.step('a girl of sixteen or seventeen: who fits stands first, and who shuts her out is said', async () => {
    await worker.goto(`/dossiers/${id}`);
    await worker.getByRole('link', { name: 'Qui peut accueillir' }).click();
    await expect(
      worker.getByRole('heading', { level: 1, name: /Qui peut accueillir cet enfant/ }),
    ).toBeVisible();
    const card = (name: string) =>
      worker.getByRole('listitem').filter({ has: worker.getByRole('heading', { name: `${name} ${mark}` }) });
    await expect(card('Foyer').getByText('Possible', { exact: true })).toBeVisible();
    await worker.getByText(/services? impossibles?\s: voir pourquoi/).click();
    await expect(card('Petits').getByText(/Seul son âge l’exclut/)).toBeVisible();
    await expect(card('Garçons').getByText('Ne reçoit pas ce sexe')).toBeVisible();
    await expect(worker.getByText(/la loi protège jusqu’à 18 ans \(G05\)/)).toBeVisible();
    await expectAccessible(worker, 'who can take a child');
  });

  await test.step('nobody is looked for as an adult', async () => {
    await worker.getByRole('textbox', { name: /^Âge/ }).fill('18');
    await worker.getByRole('button', { name: 'Chercher' }).click();
    await expect(worker.getByText('Écrivez un âge de 0 à 17').first()).toBeVisible();
  });

  await test.step('the table is taken back, but for the one that was changed since', async () => {
    await keeper.goto('/administration/services/import');
    await keeper
      .getByRole('button', { name: /Annuler.: retirer 2 services/ })
      .first()
      .click();
    await expect(keeper.getByText('Import annulé.')).toBeVisible();
  });
});
