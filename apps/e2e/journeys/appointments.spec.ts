import { inventedName } from '../api-client';
import { expectAccessible } from '../axe';
import { expect, test } from '../journey';
import { BORN, intake } from '../scenarios/scenario-answers';

const YEAR = String(new Date().getFullYear() + 1);

test('a hearing is planned, says what it lacks, is moved and cancelled, and is there for who may see it alone', async ({
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
  await page.getByRole('link', { name: 'Agenda', exact: true }).click();
  await expect(page.getByText('Aucun rendez-vous prévu.')).toBeVisible();
  await expectAccessible(page, 'the calendar of a case');

  await test.step('what is missing of the form is named; what nobody settled is said', async () => {
    await page.getByText('Ajouter un rendez-vous').click();
    await page.getByRole('button', { name: 'Ajouter', exact: true }).click();
    await expect(page.getByRole('alert').first()).toContainText('Dites de quoi il s’agit');
    await expectAccessible(page, 'an appointment with mistakes');
    await page.getByRole('combobox', { name: 'De quoi s’agit-il' }).selectOption({ label: 'Audition' });
    await page.getByRole('textbox', { name: 'Jour' }).fill('12');
    await page.getByRole('textbox', { name: 'Mois' }).fill('3');
    await page.getByRole('textbox', { name: 'Année' }).fill(YEAR);
    await page.getByRole('textbox', { name: /^À quelle heure/ }).fill('9h30');
    await page.getByRole('textbox', { name: 'Lieu' }).fill('UAPED (fictive)');
    await page.getByRole('group', { name: 'Faut-il un interprète' }).getByLabel('on ne sait pas').check();
    await page.getByRole('group', { name: 'L’enfant le sait-il' }).getByLabel('pas encore').check();
    await page.getByRole('button', { name: 'Ajouter', exact: true }).click();
    await expect(page.getByText('Le rendez-vous est ajouté.')).toBeVisible();
    await expect(
      page.getByText(/^Il manque.*quelqu’un aux côtés de l’enfant.*qui l’accompagne/),
    ).toBeVisible();
    await expect(page.getByText(/^On ne sait pas si l’enfant a déjà été entendu/)).toBeVisible();
    await expectAccessible(page, 'a calendar with a hearing');
  });

  await test.step('it is moved, somebody is beside the child, and what was said before stays', async () => {
    await page.getByRole('link', { name: 'Audition' }).click();
    await page.getByText('Déplacer ou corriger').click();
    await page.getByRole('textbox', { name: /^À quelle heure/ }).fill('14:00');
    await page.getByRole('radio', { name: 'quelqu’un qui est nommé' }).check();
    await page.getByRole('textbox', { name: 'Qui', exact: true }).fill('Sa tante (fictive)');
    await page.getByRole('button', { name: 'Enregistrer' }).last().click();
    await expect(page.getByText('C’est noté. Ce qui était dit avant reste.')).toBeVisible();
    await expect(page.getByText('Sa tante (fictive)').first()).toBeVisible();
    await expect(page.getByText(/^Il manque.*quelqu’un aux côtés/)).toHaveCount(0);
    await page.getByText('Ce qui était dit avant (1 version)').click();
    await expect(page.getByText(/^Audition, .*09:30/)).toBeVisible();
    await expectAccessible(page, 'an appointment that was moved');
  });

  await test.step('it is in the head of the case, with what it lacks still, and in the calendar of who leads it', async () => {
    const address = page.url();
    await page.goto(`/dossiers/${id}`);
    const next = page.getByRole('region', { name: 'Prochain rendez-vous' });
    await expect(next).toContainText(/14:00.*Audition/);
    await expect(next).toContainText(/Il manque.*qui l’accompagne/);
    await expectAccessible(page, 'a case with an appointment');
    await page.goto('/mon-agenda');
    await expect(page.getByRole('main')).toContainText('14:00');
    await expectAccessible(page, 'one’s own calendar');
    await page.goto(address);
  });

  const address = page.url();
  const stranger = await as('dominique');
  await stranger.goto(address);
  await expect(stranger.getByRole('alert').filter({ hasText: /./ })).toContainText('Cette page n’existe pas');
  await expect(stranger.getByRole('main')).not.toContainText('UAPED');
  await stranger.goto('/mon-agenda');
  await expect(stranger.getByRole('main')).not.toContainText('14:00');

  await test.step('it is cancelled with a reason, and past', async () => {
    await page.getByText('Dire ce qu’il en est, ou annuler').click();
    await page.getByRole('radio', { name: 'annulé' }).check();
    await page.getByRole('combobox', { name: 'Pourquoi' }).selectOption({ label: 'pas sûr pour l’enfant' });
    await page.getByRole('button', { name: 'Enregistrer' }).first().click();
    await expect(page.getByText('pas sûr pour l’enfant').last()).toBeVisible();
    await page.getByRole('link', { name: 'Tous les rendez-vous du dossier' }).click();
    await expect(page.getByText('1 rendez-vous passé ou annulé')).toBeVisible();
  });
});
