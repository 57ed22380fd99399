import { inventedName } from '../api-client';
import { expectAccessible } from '../axe';
import { expect, test } from '../journey';
import { dayOfPage } from '../scenarios/day-of-page';
import { BORN, intake } from '../scenarios/scenario-answers';

test('a conference that hands over the lead: prepared from what is open, minuted, agreed to by another person, its action done', async ({
  as,
  api,
}) => {
  const familyName = inventedName();
  const camille = await api('camille');
  const { id } = await camille.openCaseFile({ child: { familyName, birth: String(BORN) } });
  await camille.complete(id, 'identification', 'intake', intake('yes'));
  const page = await as('camille');
  await page.goto(`/dossiers/${id}`);
  await page.getByText('Plus', { exact: true }).click();
  await page.getByRole('link', { name: 'Concertations', exact: true }).click();
  await expect(page.getByText('Aucune concertation pour le moment.')).toBeVisible();
  await expectAccessible(page, 'conferences of a case');
  const today = dayOfPage();
  const soon = dayOfPage(7);

  await test.step('what is missing of the form is named; what is open is offered; the child was not told', async () => {
    await page.getByRole('button', { name: 'Prévoir', exact: true }).click();
    await expect(page.getByRole('alert').first()).toContainText('Dites à quoi elle sert');
    await expectAccessible(page, 'a conference with mistakes');
    await page.getByRole('textbox', { name: 'Jour' }).fill(today.day);
    await page.getByRole('textbox', { name: 'Mois' }).fill(today.month);
    await page.getByRole('textbox', { name: 'Année' }).fill(today.year);
    await page.getByRole('textbox', { name: 'Lieu' }).fill('Salle des Tilleuls (fictive)');
    await page.getByRole('textbox', { name: 'À quoi elle sert' }).fill('Qui pilote, qui fait quoi');
    await page.getByRole('checkbox', { name: /^René/ }).check();
    await page
      .getByRole('textbox', { name: 'Qui est invité du dehors' })
      .fill('Mme Roux (fictive), principale du collège');
    await page
      .getByRole('group', { name: 'Ce qui est ouvert dans le dossier' })
      .getByRole('checkbox')
      .first()
      .check();
    await page.getByRole('textbox', { name: 'Autres points' }).fill('Les vacances');
    await page.getByRole('button', { name: 'Prévoir', exact: true }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Concertation' })).toBeVisible();
    await expect(page.getByText(/^Il manque.*le dire à l’enfant/)).toBeVisible();
    await expect(page.getByText('Les vacances')).toBeVisible();
    await expectAccessible(page, 'a conference that is prepared');
  });

  const address = page.url();
  const rene = await as('rene');
  await test.step('it is in the calendar of who is invited, and there for nobody else', async () => {
    await rene.goto('/mon-agenda');
    await expect(rene.getByRole('main').locator(`a[href="${new URL(address).pathname}"]`)).toBeVisible();
    const stranger = await as('dominique');
    await stranger.goto(address);
    await expect(stranger.getByRole('alert').filter({ hasText: /./ })).toContainText(
      'Cette page n’existe pas',
    );
    await expect(stranger.getByRole('main')).not.toContainText('Tilleuls');
  });

  await test.step('minutes: who was there, the child’s words, the lead goes to René, who takes on an action', async () => {
    await page.getByText('Écrire le compte rendu', { exact: true }).click();
    await page.getByRole('group', { name: /^René/ }).getByLabel('était là').check();
    await page
      .getByRole('group', { name: /^Mme Roux/ })
      .getByLabel('excusé')
      .check();
    const minutes = page.locator('app-minutes-form');
    await minutes
      .getByRole('group', { name: 'L’enfant y était' })
      .getByLabel('non, il ne voulait pas')
      .check();
    await minutes.getByRole('textbox', { name: /^Ce que l’enfant a dit/ }).fill('Je veux que ce soit René.');
    await page.getByRole('button', { name: 'Ajouter une décision' }).click();
    await page.getByRole('group', { name: 'C’est' }).getByLabel('passer le dossier à quelqu’un').check();
    await page.getByRole('button', { name: 'Enregistrer le compte rendu' }).click();
    await expect(page.getByText('Dites à qui passe le dossier').first()).toBeVisible();
    const lead = page.getByRole('combobox', { name: 'À qui passe le dossier' });
    await lead.selectOption(await lead.getByRole('option', { name: /^René/ }).innerText());
    await page.getByRole('textbox', { name: 'Pourquoi', exact: true }).fill('L’enfant le demande');
    // Half an hour of typing is not lost with the tab.
    await expect(minutes.getByText(/^Brouillon gardé/)).toBeVisible();
    await page.reload();
    await expect(minutes.getByRole('textbox', { name: 'Pourquoi', exact: true })).toHaveValue(
      'L’enfant le demande',
    );
    await page.getByRole('button', { name: 'Ajouter une action' }).click();
    await page.getByRole('textbox', { name: 'Ce qui est à faire' }).fill('Appeler le collège');
    const owner = page.getByRole('combobox', { name: 'Qui le fait' });
    await owner.selectOption(await owner.getByRole('option', { name: /^Camille/ }).innerText());
    const action = page.getByRole('group', { name: 'Action 1' });
    await action.getByRole('textbox', { name: 'Jour' }).fill(soon.day);
    await action.getByRole('textbox', { name: 'Mois' }).fill(soon.month);
    await action.getByRole('textbox', { name: 'Année' }).fill(soon.year);
    await expectAccessible(page, 'minutes that are being written');
    await page.getByRole('button', { name: 'Enregistrer le compte rendu' }).click();
    await expect(page.getByText('Le compte rendu est noté. Une autre personne le relit.')).toBeVisible();
    await expect(page.getByText(/^Il manque.*la relecture d’une autre personne/)).toBeVisible();
    await expectAccessible(page, 'a conference with minutes');
  });

  await test.step('the lead is proposed by the case’s own act, in one press, and stays where it is', async () => {
    await expect(page.getByText(/^Il est décidé que René.*Ce n’est pas encore fait\.$/)).toBeVisible();
    await page.getByRole('button', { name: 'Proposer le pilotage maintenant' }).click();
    await expect(page.getByText('Le pilotage est proposé. Rien ne change avant la réponse.')).toBeVisible();
    await expect(page.getByText(/^Le pilotage est proposé à René/)).toBeVisible();
    await expect(page.getByRole('button', { name: 'Proposer le pilotage maintenant' })).toHaveCount(0);
    await expectAccessible(page, 'a conference whose hand-over is proposed');
  });

  await test.step('who was asked finds it in their day, and leads once they said yes', async () => {
    await rene.goto(`/dossiers/${id}`);
    await expect(rene.getByText(/^Camille.* vous propose de piloter ce dossier/)).toBeVisible();
    await expect(rene.getByText('Pourquoi : L’enfant le demande')).toBeVisible();
    await rene.getByRole('button', { name: 'Je prends le pilotage' }).click();
    await expect(rene.locator('app-lead-proposal-card')).toHaveCount(0);
    await expect(rene.locator('app-identity-bar')).toContainText('René');
    await page.reload();
    await expect(page.getByText(/^Le pilotage est proposé à René/)).toHaveCount(0);
  });

  await test.step('the action is passed on with the reason, and done in one press by who has it now', async () => {
    await rene.goto(address);
    await expect(rene.getByText(/ces actions comptent déjà/)).toBeVisible();
    await rene.getByText('Passer à quelqu’un d’autre').click();
    const to = rene.getByRole('combobox', { name: 'À qui', exact: true });
    await to.selectOption(await to.getByRole('option', { name: /^René/ }).innerText());
    await rene.getByRole('button', { name: 'Passer l’action' }).click();
    await expect(
      rene.getByRole('alert').filter({ hasText: 'Dites pourquoi vous la passez' }).first(),
    ).toBeVisible();
    await expectAccessible(rene, 'an action that is passed on, with a mistake');
    await rene.getByRole('textbox', { name: 'Pourquoi', exact: true }).first().fill('Camille part en congé');
    await rene.getByRole('button', { name: 'Passer l’action' }).click();
    await expect(rene.getByText(/^De Camille.* à René.*Camille part en congé$/)).toBeVisible();
    await rene.getByRole('button', { name: 'C’est fait' }).click();
    await expect(rene.getByText('C’est noté.')).toBeVisible();
    await expect(rene.getByRole('button', { name: 'C’est fait' })).toHaveCount(0);
    await expectAccessible(rene, 'a conference whose action is done');
  });

  await test.step('another person agrees to the minutes; whoever wrote them can not', async () => {
    await page.reload();
    await expect(page.getByText('Compte rendu, à relire par une autre personne')).toBeVisible();
    await expect(page.getByRole('heading', { name: 'Relire ce compte rendu' })).toHaveCount(0);
    const sacha = await as('sacha');
    await sacha.goto(address);
    await sacha.getByRole('radio', { name: 'je valide' }).check();
    await sacha.locator('app-judge-form').getByRole('button', { name: 'Enregistrer' }).click();
    await expect(sacha.getByRole('heading', { name: 'Compte rendu validé' })).toBeVisible();
    await page.reload();
    await page.getByText('Corriger le compte rendu', { exact: true }).click();
    await page.getByRole('button', { name: 'Enregistrer le compte rendu' }).click();
    await expect(
      page.getByText('Ce compte rendu est validé\u00a0: dites pourquoi il est corrigé').first(),
    ).toBeVisible();
  });
});
