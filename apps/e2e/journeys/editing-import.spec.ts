import type { ProtocolDraft } from '@repere/contract';
import type { ProtocolFiles } from '@repere/cases';
import { expectAccessible } from '../axe';
import { expect, test } from '../journey';

test('a version that is taken away comes back as a draft, file by file the same', async ({ as, api }) => {
  const pia = await as('pia');
  await pia.goto('/protocoles/hearing');
  await expect(pia.getByRole('heading', { level: 1 })).toBeVisible();
  const [, name = '', version = ''] = /protocoles\/([^/]+)\/([^/]+)$/.exec(pia.url()) ?? [];
  await pia.getByText('Emporter').click();
  const [archive] = await Promise.all([
    pia.waitForEvent('download'),
    pia.locator('a[href$="files.zip"]').click(),
  ]);

  await pia.goto('/protocoles/brouillons');
  await test.step('what is no archive is refused in words', async () => {
    await pia
      .getByLabel('Fichiers d’une version')
      .setInputFiles({ name: 'photo.zip', mimeType: 'application/zip', buffer: Buffer.from('no') });
    await pia.getByRole('button', { name: 'Importer' }).click();
    await expect(
      pia.getByRole('link', { name: 'photo.zip n’est pas une archive que l’on peut lire.' }),
    ).toBeVisible();
    await expectAccessible(pia, 'drafts with a mistake');
  });
  await test.step('the archive becomes a draft', async () => {
    const buffer = await streamOf(await archive.createReadStream());
    await pia
      .getByLabel('Fichiers d’une version')
      .setInputFiles({ name: 'version.zip', mimeType: 'application/zip', buffer });
    await pia.getByRole('button', { name: 'Importer' }).click();
    await expect(pia.getByRole('textbox', { name: 'Texte de protocol.yaml' })).toBeVisible();
  });
  const client = await api('pia');
  const id = /brouillons\/([\w-]+)$/.exec(pia.url())?.[1] ?? '';
  const { body: draft } = await client.sendRequest<ProtocolDraft>('GET', `/protocol-drafts/${id}`);
  const { body: kept } = await client.sendRequest<{ readonly files: ProtocolFiles }>(
    'GET',
    `/protocols/${name}/versions/${version}/files`,
  );
  expect(draft.files).toEqual(kept.files);

  await test.step('it is given up, and stays readable', async () => {
    await pia.goto(`/protocoles/brouillons/${id}/relecture`);
    await pia.getByRole('button', { name: 'Abandonner ce brouillon' }).click();
    await pia.getByRole('button', { name: 'Oui, l’abandonner' }).click();
    await expect(pia.getByText('Ce brouillon a été abandonné.')).toBeVisible();
  });
});

async function streamOf(stream: AsyncIterable<Buffer>): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk);
  return Buffer.concat(chunks);
}
