import type { CaseFileConformance } from '@repere/contract';
import type { ApiClient } from '../api-client';
import { expectAccessible } from '../axe';
import { expect, test } from '../journey';
import { CasePage } from '../pages/case-page';

/** A case whose protocols were left: the police put the child in a hotel. */
async function hotelImposed(camille: ApiClient): Promise<{ id: string; reference: string }> {
  const file = await camille.openCaseFile({ urgentDangerSeen: 'yes' });
  await camille.complete(file.id, 'protection', 'safety_plan', {
    values: { safe_place: 'no', place_imposed: 'yes' },
    by: [{ role: 'TS' }],
  });
  await camille.complete(file.id, 'protection', 'imposed_place', {
    values: { placement: 'hotel', imposed_by: 'police' },
    by: [{ role: 'OPJ' }],
  });
  return file;
}

test('from a figure to its cases; the worker explains, the supervisor judges', async ({ as, api }) => {
  const { id, reference } = await hotelImposed(await api('camille'));

  const worker = await as('camille');
  await worker.goto(`/dossiers/${id}`);
  await new CasePage(worker).follow('Écarts et conformité');
  await expect(worker.getByRole('heading', { level: 1, name: 'Écarts et conformité' })).toBeFocused();
  const own = worker.getByRole('article', { name: /^Droit de l’enfant touché/ });
  await own.getByRole('button', { name: 'Expliquer…' }).click();
  await own.getByRole('textbox').fill('La police a décidé à 2 h du matin, sans nous appeler.');
  await own.getByRole('button', { name: 'Enregistrer l’explication' }).click();
  await expect(own).toContainText('Expliqué par Camille');
  await expect(own.getByRole('button', { name: 'Accepter…' })).toHaveCount(0);

  const page = await as('sacha');
  await page.goto('/conformite');
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
  await expect(page.getByText('Part des étapes attendues')).toBeVisible();
  await page.getByRole('link', { name: /atteintes aux droits/ }).click();
  await expect(page.getByRole('heading', { level: 1, name: /^Écarts/ })).toBeFocused();
  await expect(page).toHaveURL(/\/ecarts\?kind=rights-incident&judged=all$/);
  const card = page
    .getByRole('listitem')
    .filter({ has: page.getByRole('link', { name: reference }) })
    .getByRole('article', { name: /^Droit de l’enfant touché/ });
  await expect(card).toContainText('La police a décidé à 2 h du matin');
  await card.getByRole('button', { name: 'Faire un constat…' }).click();
  await card.getByRole('button', { name: 'Faire ce constat' }).click();
  await expect(card).toContainText('Écrivez pourquoi');
  await card.getByRole('textbox').fill('Rappeler à la police le numéro d’astreinte.');
  await card.getByRole('button', { name: 'Faire ce constat' }).click();
  await expect(page.getByRole('status')).toContainText(`Dossier ${reference}`);
  await expect(card).toContainText('Constat de Sacha');

  await page
    .getByRole('navigation', { name: 'À juger ou jugés' })
    .getByRole('link', { name: 'À juger' })
    .click();
  await expect(page).toHaveURL(/\/ecarts\?kind=rights-incident$/);
  await expect(page.getByRole('link', { name: reference })).toHaveCount(0);
  await page.goBack();
  await expect(page.getByRole('link', { name: reference }).first()).toBeVisible();
});

test('a table sorts, a filter stays with both pages, what is empty says of how much', async ({ as }) => {
  const page = await as('sacha');
  await page.goto('/conformite');
  const steps = page.getByRole('region', { name: 'Par étape' });
  await steps.getByRole('button', { name: /^Attendue/ }).click();
  await expect(steps.getByRole('columnheader', { name: /^Attendue/ })).toHaveAttribute(
    'aria-sort',
    'descending',
  );
  const counts = await steps.getByRole('row').locator('td:nth-child(2)').allInnerTexts();
  const numbers = counts.map((it) => Number(it.replace(/\D/g, '')));
  expect(numbers).toEqual(numbers.toSorted((a, b) => b - a));

  await page
    .getByRole('combobox', { name: 'Protocole' })
    .selectOption({ label: 'Protection immédiate et orientation' });
  await expect(page).toHaveURL(/protocol=protection/);
  await page
    .getByRole('navigation', { name: 'Conformité et écarts' })
    .getByRole('link', { name: 'Écarts' })
    .click();
  await expect(page).toHaveURL(/\/ecarts\?protocol=protection/);

  await page.getByRole('combobox', { name: 'Sorte d’écart' }).selectOption({ label: 'répétées' });
  await expect(page.getByText(/^Aucun écart, \d+ dossiers$/)).toBeVisible();
  await expect(page.getByText(/Règles\s: Protection immédiate et orientation v/)).toBeVisible();
});

test('nobody judges their own act', async ({ api }) => {
  const sacha = await api('sacha');
  const { id } = await hotelImposed(sacha);
  const { body } = await sacha.sendRequest<CaseFileConformance>('GET', `/case-files/${id}/conformance`);
  const incident = body.deviations.find(({ kind }) => kind === 'rights-incident');
  expect(incident?.mayNotJudge?.fr).toContain('votre acte');
  const refused = await sacha.sendRequest('POST', `/case-files/${id}/judged-deviations`, {
    key: incident?.key,
    verdict: 'accepted',
    text: 'Très bien.',
  });
  expect(refused.status).toBe(422);
});

// Another team for English, so that no other journey finds the screen in it.
const WHO = { fr: 'sacha', en: 'sofia' } as const;
const WORKER = { fr: 'camille', en: 'dominique' } as const;

// Narrow in one language, wide in the other.
for (const [language, width] of [
  ['fr', 360],
  ['en', 1280],
] as const)
  test(`accessible: ${language}, ${String(width)} px`, async ({ as, api }) => {
    const { id } = await hotelImposed(await api(WORKER[language]));
    await (await api(WHO[language])).sendRequest('PUT', '/session/language', { language });
    const page = await as(WHO[language], { viewport: { width, height: 800 } });
    for (const path of [
      '/conformite',
      '/ecarts',
      '/ecarts?by=person',
      '/ecarts?kind=repeated',
      `/dossiers/${id}/ecarts`,
    ]) {
      await page.goto(path);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      await expect(page.locator('.rp-bones')).toHaveCount(0);
      await expectAccessible(page, `${path} ${language} ${String(width)}`);
    }
    await page.goto('/ecarts?by=each');
    await page.getByRole('article').first().getByRole('button').nth(1).click();
    await expectAccessible(page, `judging ${language} ${String(width)}`);
  });
