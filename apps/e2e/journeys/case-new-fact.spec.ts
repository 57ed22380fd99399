import { expectAccessible } from '../axe';
import { expect, test } from '../journey';
import { CasePage } from '../pages/case-page';

test('a child goes missing: one press, what it opens, then whom to call, in order', async ({ as, api }) => {
  const camille = await api('camille');
  const before = await camille.openCaseFile();
  const page = await as('camille');
  await page.goto(`/dossiers/${before.id}`);
  await page.getByRole('link', { name: 'Enfant disparu' }).click();

  // Calling comes before writing, and the address tells nothing.
  await expect(page.getByRole('link', { name: '17', exact: true })).toHaveAttribute('href', 'tel:17');
  expect(page.url()).not.toMatch(/dispar|missing/);
  const brings = page.getByRole('region', { name: 'Ce que cela ouvre' });
  await expect(brings).toContainText('Enfant disparu');
  expect((await camille.readCaseFile(before.id)).state.seq).toBe(before.state.seq);
  await page.getByRole('textbox', { name: /^Note/ }).fill('Le foyer a appelé à 18 h.');
  await expectAccessible(page, 'a new fact');

  // What is typed stays while one looks elsewhere.
  await page.getByRole('link', { name: /^Retour au dossier/ }).click();
  await page.getByRole('link', { name: 'Un fait nouveau' }).click();
  await expect(page.getByRole('textbox', { name: /^Note/ })).toHaveValue('Le foyer a appelé à 18 h.');

  await page.getByRole('button', { name: /^Enregistrer et ouvrir.*Enfant disparu/ }).click();
  const heading = page.getByRole('heading', { level: 1 });
  await expect(heading).toHaveText('Qui appeler');
  await expect(heading).toBeFocused();
  const calls = page.getByRole('main').getByRole('listitem');
  await expect(calls.first()).toContainText('Police ou gendarmerie');
  await expect(calls.nth(1)).toContainText('Parquet de permanence');
  await expectAccessible(page, 'whom to call');
  expect(await page.title()).not.toMatch(/dispar/i);

  const after = await camille.readCaseFile(before.id);
  expect(after.state.runs.map(({ protocol }) => protocol)).toContain('missing-child');
  await page.getByRole('link', { name: 'Signaler à la police ou à la gendarmerie, à l’instant' }).click();
  await expect(page.getByRole('button', { name: 'Vérifier', exact: true })).toBeVisible();

  // Until the child is back the case begins with it.
  await page.getByRole('link', { name: /^Retour au dossier/ }).click();
  await expect(page.getByText('Disparu·e.')).toBeVisible();
  await expect(new CasePage(page).showRun('Enfant disparu')).toBeVisible();
});

test('a protocol is engaged by hand: the page says so and goes there', async ({ as, api }) => {
  const { id } = await (await api('camille')).openCaseFile();
  const page = await as('camille');
  await page.goto(`/dossiers/${id}`);
  await page.getByText('Engager un autre protocole').click();
  await page.getByRole('radio', { name: /^Audition/ }).check();
  await page.getByRole('button', { name: 'Engager ce protocole' }).click();
  await expect(page.getByRole('status').filter({ hasText: 'Protocole engagé.' })).toBeVisible();
  await expect(page.getByRole('heading', { level: 3, name: /^Audition/ })).toBeFocused();
});
