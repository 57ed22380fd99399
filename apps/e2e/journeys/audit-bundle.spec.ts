import { readFile } from 'node:fs/promises';
import type { Locator, Page } from '@playwright/test';
import { unzipSync, zipSync } from 'fflate';
import { expectAccessible } from '../axe';
import { expect, test } from '../journey';
import { fullCase } from '../scenarios/every-page';
import { CasePage } from '../pages/case-page';

const WHY = 'Audience du 3 mars, tribunal pour enfants';
const SAID = 'Elle demande à revoir sa sœur Zélie.';

const ready = (page: Page): Locator => page.getByRole('link', { name: /^Télécharger preuve-/ });
const verdict = (page: Page): Locator => page.getByRole('heading', { level: 2 }).first();

test('a supervisor takes evidence home; whoever changes a letter of it is found', async ({ as, api }) => {
  test.slow();
  const camille = await api('camille');
  const file = await fullCase(camille);
  await camille.sendRequest('POST', `/case-files/${file.id}/notes`, { note: SAID });

  const page = await as('sacha');
  await page.goto(`/dossiers/${file.id}`);
  await new CasePage(page).follow('Dossier de preuve');
  await expect(page.getByRole('heading', { level: 1 })).toContainText(file.reference);

  await test.step('without a reason nothing is ordered; what finds the child stays here unless she says otherwise', async () => {
    await page.getByRole('button', { name: 'Préparer le dossier de preuve' }).click();
    await expect(page.getByText('Dites pour qui et pour quoi faire')).toBeVisible();
    await expect(page.getByLabel('Les lieux')).toBeChecked();
    await expect(page.getByText(/intact, rejeu impossible/)).toBeVisible();
    await expectAccessible(page, 'a bundle to order');
  });

  await test.step('she orders it whole, leaves the page, and finds it ready', async () => {
    await page.getByLabel('Pour qui, et pour quoi faire ?').fill(WHY);
    for (const kept of ['Comment joindre', 'Les lieux', 'La santé']) await page.getByLabel(kept).uncheck();
    await expect(page.getByText(/pourra aussi rejouer le dossier/)).toBeVisible();
    await page.getByRole('button', { name: 'Préparer le dossier de preuve' }).click();
    await expect(page.getByText(WHY)).toBeVisible();
    await page.goto('/dossiers');
    await page.goto(`/dossiers/${file.id}/preuve`);
    await expect(ready(page)).toBeVisible({ timeout: 60_000 });
    await expectAccessible(page, 'a bundle that is ready');
  });

  const [download] = await Promise.all([page.waitForEvent('download'), ready(page).click()]);
  const zip = await readFile(await download.path());
  const files = unzipSync(zip);
  const entries = Object.keys(files).find((path) => path.endsWith('entries.jsonl')) ?? '';

  await test.step('the document says to a judge what happened, and that no child is real here', async () => {
    const judge = await as('ines');
    await judge.setContent(Buffer.from(files['dossier.fr.html'] ?? []).toString());
    await expect(judge.getByText('FICTIF').first()).toBeVisible();
    await expect(judge.getByText(SAID)).toBeVisible();
    await expect(judge.getByRole('heading', { name: 'Ce qu’elle ne peut pas prouver' })).toBeVisible();
    await expectAccessible(judge, 'the dossier');
  });

  await test.step('the auditor drops it on the page of proof: sound, and replayed', async () => {
    const ines = await as('ines');
    await ines.goto('/preuve');
    const field = ines.getByLabel('Fichier ZIP du dossier de preuve');
    await field.setInputFiles({ name: 'preuve.zip', mimeType: 'application/zip', buffer: zip });
    await expect(verdict(ines)).toHaveText(/Cohérent, signataire inconnu/);
    const { keys } = await ines.evaluate(
      async () =>
        (await (await fetch('/api/ledger/keys')).json()) as {
          readonly keys: readonly { readonly key: string }[];
        },
    );
    await ines.getByLabel('Clé du registre').fill(keys.at(-1)?.key ?? '');
    await ines.getByRole('button', { name: /^Vérifier preuve.zip/ }).click();
    await expect(verdict(ines)).toHaveText(/Intact/);
    await expect(ines.getByText('donne exactement l’état montré')).toBeVisible();

    const forged = Buffer.from(files[entries] ?? [])
      .toString()
      .replace('Zélie', 'Zébie');
    const buffer = Buffer.from(zipSync({ ...files, [entries]: Buffer.from(forged) }));
    await field.setInputFiles({ name: 'preuve.zip', mimeType: 'application/zip', buffer });
    await expect(verdict(ines)).toHaveText(/Altéré/);
    await expect(ines.getByRole('status')).toContainText(/Zé.ie/);
  });
});

test('who works on a case finds no evidence to take there', async ({ as, api }) => {
  const file = await fullCase(await api('camille'));
  const page = await as('camille');
  await page.goto(`/dossiers/${file.id}`);
  await expect(page.getByRole('link', { name: 'Imprimer', exact: true })).toBeVisible();
  await expect(page.getByRole('link', { name: 'Dossier de preuve' })).toBeHidden();
  await page.goto(`/dossiers/${file.id}/preuve`);
  await expect(page.getByText('Votre rôle ne le permet pas.')).toBeVisible();
});
