import { stepAddress } from '../api-client';
import { expect, test } from '../journey';
import { CasePage } from '../pages/case-page';
import { StepForm } from '../pages/step-form';

const WORDS = '« Il dit que je lui dois encore. »';

test('a draft survives a closed browser', async ({ as, api }) => {
  const file = await (await api('camille')).openCaseFile();
  const address = stepAddress(file, 'identification', 'signs');
  const first = await as('camille');
  await first.goto(address);
  const typing = new StepForm(first);
  await typing.see('Vit à la rue');
  await typing.answerLine('Une dette à rembourser', 'Ne sait pas');
  await typing.answerLine('Plusieurs téléphones', 'Refuse');
  // The page may still say that what came before is saved.
  const kept = first.waitForResponse(
    (it) => it.url().endsWith('/draft') && (it.request().postData() ?? '').includes('lui dois encore'),
  );
  await typing.typeText(/^Ce qui a été vu ou dit/, WORDS);
  expect((await kept).ok()).toBe(true);
  await expect(typing.saved).toBeVisible();
  await first.context().close();

  const page = await as('camille');
  await page.goto(`/dossiers/${file.id}`);
  const row = new CasePage(page).row('Noter les signes vus ou dits');
  await expect(row).toContainText('En cours');
  await expect(row).toContainText('Brouillon');
  await row.getByRole('link').click();
  const form = new StepForm(page);
  await expect(page.getByRole('textbox', { name: /^Ce qui a été vu ou dit/ })).toHaveValue(WORDS);
  await expect(form.sign('Vit à la rue')).toBeChecked();
  await expect(form.otherAnswer('Une dette à rembourser')).toHaveText('Ne sait pas');
  await expect(form.otherAnswer('Plusieurs téléphones')).toHaveText('Refuse');
  await expect(form.sign('Cadeaux inexpliqués')).not.toBeChecked();
  // Saving a draft validates nothing and records nothing.
  expect((await (await api('camille')).readCaseFile(file.id)).state.seq).toBe(file.state.seq);
});

test('type, then Enter at once: saved', async ({ as, api }) => {
  const file = await (await api('camille')).openCaseFile();
  const page = await as('camille');
  await page.goto(stepAddress(file, 'identification', 'contact'));
  const form = new StepForm(page);
  await form.answerQuestion(/^Un contact sûr est connu/, 'Oui');
  await page.getByRole('textbox', { name: /^Mot convenu/ }).pressSequentially('parapluie rouge');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('definition').filter({ hasText: 'parapluie rouge' })).toBeVisible();
  await page.goto(stepAddress(file, 'identification', 'contact'));
  await expect(page.getByRole('textbox', { name: /^Mot convenu/ })).toHaveValue('parapluie rouge');
});

test('type, then close the tab as soon as it says saved: there on another device', async ({ as, api }) => {
  const file = await (await api('camille')).openCaseFile();
  const address = stepAddress(file, 'identification', 'intake');
  const page = await as('camille');
  await page.goto(address);
  const needs = page.getByRole('textbox', { name: /^Besoins immédiats/ });
  await needs.fill('Dormir');
  await expect(new StepForm(page).saved).toBeVisible();
  const other = await as('camille');
  await other.goto(address);
  await expect(other.getByRole('textbox', { name: /^Besoins immédiats/ })).toHaveValue('Dormir');
});

test('two devices write one draft: both versions are shown, none is lost', async ({ as, api }) => {
  const file = await (await api('camille')).openCaseFile();
  const address = stepAddress(file, 'identification', 'intake');
  const [phone, desk] = [await as('camille'), await as('camille')];
  await phone.goto(address);
  await desk.goto(address);
  const needsOf = (page: typeof desk) => page.getByRole('textbox', { name: /^Besoins immédiats/ });
  await needsOf(desk).fill('Écrit au bureau');
  await expect(new StepForm(desk).saved).toBeVisible();
  await needsOf(phone).fill('Écrit dans la rue');
  await expect(phone.getByRole('heading', { level: 1, name: 'Deux versions de ce brouillon' })).toBeVisible();
  await expect(phone.getByRole('main')).toContainText('Écrit au bureau');
  await expect(phone.getByRole('main')).toContainText('Écrit dans la rue');
  await phone.getByRole('radio', { name: 'Garder les deux' }).check();
  await phone.getByRole('button', { name: 'Garder ces choix' }).click();
  await expect(needsOf(phone)).toHaveValue(/Écrit au bureau[\s\S]*Écrit dans la rue/);
});
