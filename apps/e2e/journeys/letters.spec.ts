import { inventedName } from '../api-client';
import { expectAccessible } from '../axe';
import { expect, test } from '../journey';
import { BORN, intake } from '../scenarios/scenario-answers';

test('worrying information comes out of what is recorded, is settled, sent once, and shown to who may', async ({
  as,
  api,
}) => {
  const familyName = inventedName();
  const camille = await api('camille');
  const { id } = await camille.openCaseFile({ child: { familyName, birth: String(BORN) } });
  await camille.complete(id, 'identification', 'intake', intake('yes'));
  const page = await as('camille');
  await page.goto(`/dossiers/${id}/lettres`);
  await expect(page.getByText('Aucune lettre pour l’instant.')).toBeVisible();
  await expectAccessible(page, 'letters of a case');
  await page.getByRole('link', { name: 'Information préoccupante' }).click();

  const told = page.getByRole('group', { name: 'Famille prévenue\u00a0?' });
  await test.step('what is not known is said, and what is missing is named', async () => {
    await expect(page.getByRole('textbox', { name: /^L’enfant/ })).toHaveValue(
      new RegExp(`Nom\\s: ${familyName}`),
    );
    await expect(page.getByRole('textbox', { name: /^L’enfant/ })).toHaveValue(/Prénoms\s: non renseigné/);
    const family = page.getByRole('textbox', { name: /^La famille/ });
    await expect(family).not.toHaveValue(/Famille prévenue/);
    for (const radio of await told.getByRole('radio').all()) await expect(radio).not.toBeChecked();
    await page.getByRole('button', { name: 'Vérifier la lettre' }).click();
    await expect(page.getByRole('alert').first()).toContainText(/Dites si la famille est prévenue/);
    await expectAccessible(page, 'a letter with mistakes');
  });

  await test.step('it is looked at, then settled with its exact words', async () => {
    await told.getByRole('radio', { name: 'Non' }).check();
    await page.getByRole('textbox', { name: 'Pourquoi' }).fill('Le père est mis en cause (fictif).');
    await page.getByRole('button', { name: 'Vérifier la lettre' }).click();
    const paper = page.getByRole('article', { name: 'La lettre' });
    await expect(paper).toContainText(/Famille non prévenue\s: Le père est mis en cause \(fictif\)\./);
    await expectAccessible(page, 'a letter as it will leave');
    await page.getByRole('button', { name: 'Arrêter la lettre' }).click();
    await page.getByText('Ce qu’elle dit', { exact: true }).click();
    await expect(page.getByText(/^Empreinte SHA-256 du fichier\s: [0-9a-f]{64}$/)).toBeVisible();
  });

  await test.step('its file is a PDF, and its sending is recorded once', async () => {
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'Télécharger le PDF' }).click(),
    ]);
    expect(await download.failure()).toBeNull();
    expect(download.suggestedFilename()).toMatch(/\.pdf$/);
    await page.getByRole('radio', { name: 'poste' }).check();
    await page.getByRole('textbox', { name: /^Pourquoi fallait-il/ }).fill('Pour que l’enfant soit évalué.');
    await page
      .getByRole('group', { name: /^L’enfant le savait/ })
      .getByRole('radio', { name: 'Oui' })
      .check();
    // What the letter says of the family is not asked anew.
    const parents = page.getByRole('group', { name: /^Les parents/ });
    await expect(parents.getByRole('radio', { name: 'Non' })).toBeChecked();
    await expect(page.getByText(/^Parents\s: comme dans la lettre/)).toBeVisible();
    await page.getByRole('button', { name: 'Noter l’envoi' }).click();
    await expect(page.getByText(/Envoyée par la poste/)).toBeVisible();
    await expect(page.getByRole('button', { name: 'Noter l’envoi' })).toHaveCount(0);
    await expectAccessible(page, 'a letter that was sent');
  });

  const address = page.url();
  const supervisor = await as('sacha');
  await supervisor.goto(address);
  await expect(supervisor.getByText(/Envoyée par la poste/)).toBeVisible();
  const stranger = await as('dominique');
  await stranger.goto(address);
  await expect(stranger.getByRole('alert').filter({ hasText: /./ })).toContainText('Cette page n’existe pas');
  await expect(stranger.getByRole('main')).not.toContainText('préoccupante');
});
