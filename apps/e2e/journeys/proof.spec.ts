import type { Locator, Page } from '@playwright/test';
import { honestBundle, textOf, wholeStay, withFile, zipped } from '@repere/audit/testing';
import { expectAccessible } from '../axe';
import { expect, test } from '../journey';

const { files, key, earlier } = honestBundle(wholeStay());
const entries = [...files.keys()].find((path) => path.endsWith('entries.jsonl')) ?? '';
const zip = (content: Uint8Array) => ({
  name: 'preuve.zip',
  mimeType: 'application/zip',
  buffer: Buffer.from(content),
});
const good = zip(zipped(files));
const oneLetter = zip(
  zipped(withFile(files, entries, textOf(files, entries).replace('"value":"TS"', '"value":"TT"'))),
);

const verdict = (page: Page): Locator => page.getByRole('heading', { level: 2 }).first();

test('an auditor verifies a bundle without network, and the letter that someone changed is named', async ({
  as,
}) => {
  const page = await as('ines');
  await page.goto('/');
  await page.getByRole('link', { name: 'Preuve', exact: true }).first().click();
  await expect(page.getByRole('heading', { name: 'Vérifier un dossier de preuve' })).toBeVisible();
  await expectAccessible(page, 'before a file is chosen');
  await page.waitForLoadState('networkidle');
  await page.context().setOffline(true);
  const sent: string[] = [];
  page.on('request', (request) => sent.push(request.url()));

  const field = page.getByLabel('Fichier ZIP du dossier de preuve');
  await field.setInputFiles(good);
  await expect(verdict(page)).toHaveText(/Cohérent, signataire inconnu/);
  await expectAccessible(page, 'signer not known');
  await page.getByLabel('Clé du registre').fill(key);
  await page.getByRole('button', { name: /^Vérifier preuve.zip/ }).click();
  await expect(verdict(page)).toHaveText(/Intact/);
  await expect(page.getByText('donne exactement l’état montré')).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Ce qu’aucune vérification ne prouve' })).toBeVisible();
  await expectAccessible(page, 'intact');

  await field.setInputFiles(oneLetter);
  await expect(verdict(page)).toHaveText(/Altéré/);
  await expect(page.getByRole('status')).toContainText(/L’acte 3, .*«\sTS\s» est devenu «\sTT\s»/);
  await expectAccessible(page, 'altered');

  await field.setInputFiles(zip(Buffer.from('rien')));
  await expect(verdict(page)).toHaveText(/N’a pu être vérifié/);
  await expectAccessible(page, 'unreadable');
  expect(sent.filter((url) => url.startsWith('http'))).toEqual([]);
});

test('what the auditor kept is compared with', async ({ as }) => {
  const page = await as('ines', { viewport: { width: 390, height: 844 } });
  await page.goto('/preuve');
  await page.getByLabel('Fichier ZIP du dossier de preuve').setInputFiles(good);
  await expect(verdict(page)).toHaveText(/Cohérent, signataire inconnu/);
  await expect(page.getByText('Vous n’avez pas donné de point de contrôle')).toBeVisible();

  await page.getByLabel('Point de contrôle gardé').fill(earlier[0] ?? '');
  await page.getByLabel('Clé du registre').fill(key);
  await page.getByRole('button', { name: /^Vérifier preuve.zip/ }).click();
  await expect(verdict(page)).toHaveText(/Intact/);
  await expect(page.getByText('Il prolonge le point de contrôle que vous aviez gardé')).toBeVisible();
  await expect(page.getByText('Vous n’avez pas donné de point de contrôle')).toBeHidden();
  await expectAccessible(page, 'compared, on a phone');

  await page.getByText('Vous avez gardé un point de contrôle ou la clé du registre ?').click();
  await page.getByLabel('Clé du registre').fill('autre+cle');
  await page.getByRole('button', { name: /^Vérifier preuve.zip/ }).click();
  await expect(verdict(page)).toHaveText(/N’a pu être vérifié/);
});
