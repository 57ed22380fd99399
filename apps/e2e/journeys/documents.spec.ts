import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import sharp from 'sharp';
import { inventedName } from '../api-client';
import { expectAccessible } from '../axe';
import { expect, test } from '../journey';

const MAKER = 'PhoneOfTheJourney';
/** A photograph of paper that says where it was taken. */
const photo = (): Promise<Buffer> =>
  sharp({ create: { width: 400, height: 300, channels: 3, background: '#c8d0d8' } })
    .jpeg()
    .withExif({
      IFD0: { Make: MAKER },
      IFD3: {
        GPSLatitudeRef: 'N',
        GPSLatitude: '48/1 51/1 24/1',
        GPSLongitudeRef: 'E',
        GPSLongitude: '2/1 21/1 3/1',
      },
    })
    .toBuffer();

const STATED = 'Ce n’est ni une image d’abus, ni l’enregistrement d’une audition.';

async function fillForm(
  page: Page,
  file: { readonly name: string; readonly mimeType: string; readonly buffer: Buffer },
) {
  await page.getByText('Ajouter un document', { exact: true }).click();
  await page.getByLabel('Fichier').setInputFiles(file);
  await page.getByLabel(/^Quel document/).selectOption({ label: 'Certificat' });
  await page.getByRole('textbox', { name: 'Titre' }).fill('Certificat du médecin (fictif)');
  await page.getByRole('checkbox', { name: 'la santé' }).check();
}

test('a photograph is kept without its place, a text is no PDF, and a supervisor destroys a document at once', async ({
  as,
  api,
}) => {
  const { id } = await (await api('camille')).openCaseFile({ child: { familyName: inventedName() } });
  const sent = await photo();
  expect(sent.includes(MAKER)).toBe(true);
  const page = await as('camille');
  await page.goto(`/dossiers/${id}`);
  await page.getByText('Plus', { exact: true }).click();
  await page.getByRole('link', { name: 'Documents', exact: true }).click();
  await expect(page.getByText('Aucun document pour l’instant.')).toBeVisible();
  await expectAccessible(page, 'documents of a case');

  await test.step('what is missing is named at its field, the statement too', async () => {
    await page.getByText('Ajouter un document', { exact: true }).click();
    await page.getByRole('button', { name: 'Ajouter le document' }).click();
    const summary = page.getByRole('alert').first();
    await expect(summary).toContainText('Choisissez un fichier');
    await expect(summary).toContainText('Confirmez que ce n’est ni une image d’abus');
    await expectAccessible(page, 'a document with mistakes');
    await page.reload();
  });

  await test.step('a text that is called .pdf is refused with what to do', async () => {
    await fillForm(page, {
      name: 'certificat.pdf',
      mimeType: 'application/pdf',
      buffer: Buffer.from('Bonjour'),
    });
    await page.getByRole('checkbox', { name: STATED }).check();
    await page.getByRole('button', { name: 'Ajouter le document' }).click();
    await expect(page.getByText(/Ce fichier n’est ni un PDF ni une image/).first()).toBeVisible();
  });

  await test.step('a photograph is kept, and comes back without where it was taken', async () => {
    await page
      .getByLabel('Fichier')
      .setInputFiles({ name: 'photo.jpg', mimeType: 'image/jpeg', buffer: sent });
    await page.getByRole('button', { name: 'Ajouter le document' }).click();
    await expect(page.getByText('Le document est ajouté.')).toBeVisible();
    await expectAccessible(page, 'a document that was added');
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'Télécharger : Certificat du médecin (fictif)' }).click(),
    ]);
    expect(download.suggestedFilename()).toMatch(/^certificate-[0-9a-f]{8}\.jpg$/);
    const kept = await readFile(await download.path());
    expect(kept.includes(MAKER)).toBe(false);
    const { exif, width } = await sharp(kept).metadata();
    expect([exif, width]).toEqual([undefined, 400]);
    await expect(page.getByText('Détruire', { exact: true })).toHaveCount(0);
  });

  await test.step('a newer version begins from what the one before is, which stays', async () => {
    await page.getByRole('button', { name: /^Ajouter une version plus récente/ }).click();
    await expect(page.getByLabel('Fichier')).toBeFocused();
    await page
      .getByLabel('Fichier')
      .setInputFiles({ name: 'photo.jpg', mimeType: 'image/jpeg', buffer: sent });
    await page.getByRole('checkbox', { name: STATED }).check();
    await page.getByRole('button', { name: 'Ajouter la version' }).click();
    await expect(page.getByText(/^Version 2, ajoutée par Camille/)).toBeVisible();
    await page.getByText('Détails et versions', { exact: true }).click();
    await expect(page.getByText(/^Version 1, ajoutée par Camille/)).toBeVisible();
    await expectAccessible(page, 'a document with two versions');
  });

  await test.step('a supervisor destroys it, and what it was stays told', async () => {
    const supervisor = await as('sacha');
    await supervisor.goto(`/dossiers/${id}/documents`);
    await supervisor.getByText('Détruire', { exact: true }).click();
    await supervisor.getByRole('radio', { name: 'concerne un autre enfant' }).check();
    await expectAccessible(supervisor, 'a document about to be destroyed');
    await supervisor.getByRole('button', { name: 'Détruire le fichier' }).click();
    await expect(supervisor.getByText(/^Détruit par Sacha .*concerne un autre enfant$/)).toBeVisible();
    await expect(supervisor.getByRole('link', { name: /^Télécharger/ })).toHaveCount(0);
    await page.reload();
    await expect(page.getByText(/^Détruit par Sacha/)).toBeVisible();
    await expect(page.getByRole('heading', { name: 'Certificat du médecin (fictif)' })).toBeVisible();
  });

  const stranger = await as('dominique');
  await stranger.goto(`/dossiers/${id}/documents`);
  await expect(stranger.getByRole('alert').filter({ hasText: /./ })).toContainText('Cette page n’existe pas');
});
