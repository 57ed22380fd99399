import type { Page } from '@playwright/test';
import { inventedName, stepAddress } from '../api-client';
import { expect, test } from '../journey';
import { StepForm } from '../pages/step-form';
import { CasePage } from '../pages/case-page';

test('each page has a new title and one heading that takes the focus; none tells who the child is', async ({
  as,
  api,
}) => {
  const [calledName, familyName] = [inventedName(), inventedName()];
  const file = await (
    await api('camille')
  ).openCaseFile({ child: { calledName, familyName, birth: '2010-04-12' } });
  const secrets = new RegExp(`${calledName}|${familyName}|2010|12.?0?4`, 'i');
  const page = await as('camille');
  await page.goto('/ma-journee');
  const titles: string[] = [];
  const arrived = async () => {
    const heading = page.getByRole('heading', { level: 1 });
    await expect(heading).toBeFocused();
    await expect(page.locator('h1')).toHaveCount(1);
    const title = await page.title();
    expect(title).not.toBe(titles.at(-1));
    titles.push(title);
    await expectNoSecret(page, secrets, file.id);
  };
  await arrived();

  const follow = async (name: string) => {
    await page.getByRole('link', { name, exact: true }).first().click();
  };
  await follow('Dossiers');
  await expect(page).toHaveURL(/dossiers/);
  await arrived();
  await page.getByRole('searchbox').fill(calledName);
  await expect(page.getByRole('link', { name: calledName })).toBeVisible();
  await expectNoSecret(page, secrets, file.id);
  await follow(calledName);
  await expect(page.getByRole('heading', { level: 1, name: calledName })).toBeVisible();
  await expect(page).toHaveTitle(new RegExp(file.reference));
  await arrived();
  await follow('Chronologie');
  await expect(page).toHaveURL(/chronologie/);
  await expect(page).toHaveTitle(new RegExp(file.reference));
  await arrived();
  await page.goBack();
  await follow('Imprimer');
  await expect(page.getByRole('heading', { level: 1, name: file.reference })).toBeVisible();
  await arrived();
  await page.goBack();
  await follow('Faire cette étape');
  const form = new StepForm(page);
  await form.isShown();
  await expect(page).toHaveTitle(new RegExp(file.reference));
  await arrived();
  await form.answerQuestion(/^Une exposition récente est possible/, 'Non');
  await form.verify();
  await arrived();
  await form.confirm();
  await arrived();
  await follow('Aide');
  await expect(page).toHaveURL(/aide/);
  await arrived();
  await page.goto('/nulle-part');
  await arrived();
});

test('filters, search, page and focus are as they were after opening a case and coming back', async ({
  as,
  api,
}) => {
  const camille = await api('camille');
  const calledName = inventedName();
  await camille.openCaseFile({ child: { calledName } });
  const page = await as('camille');
  await page.goto('/dossiers');
  const filters = page.getByRole('navigation', { name: 'Filtrer la liste' });
  await filters.getByRole('link', { name: 'Suivis par moi' }).click();
  await filters.getByRole('link', { name: 'Échéance d’abord' }).click();
  await page.getByRole('searchbox').fill(calledName.slice(0, 6));
  await expect(page.getByText('1 dossier affiché')).toBeVisible();
  const address = page.url();
  expect(address).not.toContain(calledName.slice(0, 6));

  await page.getByRole('link', { name: calledName }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: calledName })).toBeVisible();
  await page.goBack();
  await expect(page).toHaveURL(address);
  await expect(page.getByRole('searchbox')).toHaveValue(calledName.slice(0, 6));
  await expect(filters.getByRole('link', { name: 'Suivis par moi' })).toHaveAttribute('aria-current', 'true');
  await expect(page.getByRole('link', { name: calledName })).toBeFocused();
  await expect(page.getByText('1 dossier affiché')).toBeVisible();
});

test('a row that is not possible yet leads to its reason, and on to what opens it', async ({ as, api }) => {
  const file = await (await api('camille')).openCaseFile();
  const page = await as('camille');
  await page.goto(`/dossiers/${file.id}`);
  await new CasePage(page).unfold();
  const row = page
    .getByRole('listitem')
    .filter({ hasText: 'Dire si l’enfant est peut-être victime' })
    .first();
  // The reason stands once, above all that wait for it, and in the description of each.
  await expect(row.getByRole('link')).toHaveAccessibleDescription(
    /Possible après\s: Noter les signes vus ou dits\./,
  );
  await row.getByRole('link').click();
  const refusal = page.getByRole('main').getByRole('region').first();
  await expect(refusal).toContainText('Noter les signes vus ou dits');
  await refusal.getByText('Fondements').click();
  await expect(refusal).toContainText('P1.6');
  await refusal.getByRole('link', { name: /Noter les signes vus ou dits/ }).click();
  await expect(page).toHaveURL(new RegExp(`${stepAddress(file, 'identification', 'signs')}$`));
  await expect(page.getByRole('heading', { level: 1, name: 'Noter les signes vus ou dits' })).toBeVisible();
});

/** Nothing that says who the child is in the title, the address or what the browser keeps. The id of the case is opaque. */
async function expectNoSecret(page: Page, secrets: RegExp, id: string): Promise<void> {
  expect(await page.title()).not.toMatch(secrets);
  expect(
    page
      .url()
      .replace(/[0-9a-f-]{36}/g, '')
      .replace(id, ''),
  ).not.toMatch(secrets);
  const kept = await page.evaluate(() =>
    [JSON.stringify(localStorage), JSON.stringify(sessionStorage)].join(),
  );
  expect(kept).not.toMatch(secrets);
}
