import { inventedName } from '../api-client';
import { expectAccessible } from '../axe';
import { expect, test } from '../journey';
import { intake } from '../scenarios/scenario-answers';

test('a case is proposed to somebody of another team, who reads enough to decide and says yes on a phone', async ({
  as,
  api,
}) => {
  const familyName = inventedName();
  const camille = await api('camille');
  const { id, reference } = await camille.openCaseFile({ child: { familyName } });
  await camille.complete(id, 'identification', 'intake', intake('yes'));

  const page = await as('camille');
  await test.step('the lead is proposed with its reason, and stays where it is', async () => {
    await page.goto(`/dossiers/${id}`);
    await page.getByText('Proposer le pilotage', { exact: true }).click();
    await page.getByRole('button', { name: 'Proposer', exact: true }).click();
    await expect(page.getByText('Choisissez une personne').first()).toBeVisible();
    await expectAccessible(page, 'proposing the lead, with mistakes');
    const who = page.getByRole('combobox', { name: 'À qui' });
    await who.selectOption(await who.getByRole('option', { name: /^Dominique/ }).innerText());
    await page
      .getByRole('textbox', { name: /^Pourquoi, et ce qu’il faut savoir/ })
      .fill(`La famille ${familyName} s’installe chez vous.`);
    await page.getByRole('button', { name: 'Proposer', exact: true }).click();
    await expect(page.getByText(/^Pilotage proposé à Dominique.*Pilote d’ici là.*Camille/)).toBeVisible();
    await expect(page.locator('app-identity-bar')).toContainText('Camille');
    await expect(page.getByRole('button', { name: 'Retirer la proposition' })).toBeVisible();
    await expectAccessible(page, 'a case whose lead is proposed');
  });

  const phone = await as('dominique', { viewport: { width: 390, height: 844 } });
  await test.step('who is asked finds it in their day and decides without the child’s name', async () => {
    await phone.goto('/ma-journee');
    await phone
      .getByRole('link', { name: /Dire si vous reprenez ce dossier/ })
      .filter({ hasText: reference })
      .or(phone.locator(`a[href="/dossiers/${id}"]`))
      .first()
      .click();
    await expect(phone.getByText(/vous propose de piloter ce dossier/)).toBeVisible();
    await expect(phone.getByRole('main')).not.toContainText(familyName);
    await expectAccessible(phone, 'a lead that waits for one’s word');
    await phone.getByRole('button', { name: 'Je prends le pilotage' }).click();
  });

  await test.step('then they lead it, and whoever led it reads so', async () => {
    await expect(phone.locator('app-lead-proposal-card')).toHaveCount(0);
    await expect(phone.locator('app-identity-bar')).toContainText('Dominique');
    await page.reload();
    await expect(page.locator('app-identity-bar')).toContainText('Dominique');
    await expect(page.getByText('Nouveau pilote du dossier').first()).toBeVisible();
  });
});
