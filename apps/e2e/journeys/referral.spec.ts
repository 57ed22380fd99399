import { randomInt } from 'node:crypto';
import type { Page } from '@playwright/test';
import { expectAccessible } from '../axe';
import { expect, test } from '../journey';
import { fillReferral, openReferralForm, sendReferral } from '../pages/referring';
import { BORN, intake } from '../scenarios/scenario-answers';

/** Refers a case to Lou with who the child is and their health; the page of who may see it is open. */
async function refer(page: Page): Promise<void> {
  const form = page.locator('app-referral-form');
  await form.getByText('Orienter vers un partenaire').click();
  await expect(form.getByRole('checkbox', { checked: true })).toHaveCount(0);
  await expectAccessible(page, 'referring to a partner');
  await form.getByRole('button', { name: 'Ouvrir l’orientation' }).click();
  await expect(form.getByRole('alert').first()).toContainText('Dites si les lieux sont montrés');
  await expectAccessible(page, 'referring to a partner, with mistakes');
  await fillReferral(form, {
    to: 'Lou Fiction – Hôpital des Aulnes (fictif)',
    ...{ need: 'Autre besoin', request: 'Un bilan de santé.' },
  });
  const summary = form.locator('app-referral-summary');
  await expect(summary).toContainText('Lou Fiction verra : identité, santé.');
  await expect(summary).toContainText(
    'Ne se verra pas : contacts, lieux où est l’enfant, situation, récits, justice',
  );
  // What leaves is looked at first.
  await sendReferral(page, form);
}

test('a partner reads what a referral carries and nothing else, until it is ended', async ({ as, api }) => {
  test.slow();
  const camille = await api('camille');
  const { id, reference } = await camille.openCaseFile({
    child: {
      familyName: 'Nomfictif',
      birth: String(BORN),
      phones: [`06 12 34 ${String(randomInt(1000, 9999))}`],
    },
  });
  await camille.complete(id, 'identification', 'intake', intake('yes'));
  const page = await as('camille');
  await page.goto(`/dossiers/${id}/acces`);
  await refer(page);
  const line = page.getByRole('listitem').filter({ hasText: 'Lou Fiction' });
  await expect(line).toContainText('partenaire par une orientation ouverte');
  await expect(line).toContainText('voit : identité, santé');
  await page.goto(`/dossiers/${id}/vie-privee`);
  await expect(page.getByText('Lou Fiction').first()).toBeVisible();
  await expect(page.getByText(/^Par une orientation, ouverte, fin/)).toBeVisible();
  // The same hospital is asked for something else as well.
  await page.goto(`/dossiers/${id}/acces`);
  const form = await openReferralForm(page);
  await fillReferral(form, {
    to: 'Lou Fiction – Hôpital des Aulnes (fictif)',
    ...{ need: 'Un soutien psychologique', request: 'Un suivi.' },
  });
  await sendReferral(page, form);
  const support = page.getByRole('listitem').filter({ hasText: 'Un soutien psychologique' });
  await expect(support).toContainText('Lou Fiction');

  const lou = await as('lou');
  await lou.goto('/');
  await expect(lou.getByRole('heading', { level: 1, name: 'Orientations reçues' })).toBeFocused();
  const places = lou.getByRole('navigation', { name: 'Navigation principale' }).first();
  await expect(places.getByRole('link')).toHaveText(['Orientations', 'Aide']);
  await expectAccessible(lou, 'received referrals');
  // And what the demo refers.
  await expect(lou.getByRole('link', { name: /^Tilleul RP-/ })).toBeVisible();
  const both = lou.getByRole('link', { name: reference });
  await expect(both).toHaveCount(2);
  await expect(both.filter({ hasText: 'Un soutien psychologique' })).toBeVisible();
  await both.filter({ hasText: 'Un bilan de santé.' }).click();
  await expect(lou).toHaveTitle(`Orientation ${reference} – Repère`);
  const received = lou.url();
  await expect(lou.getByRole('region', { name: 'Ce qui vous est demandé' })).toContainText(
    'Un bilan de santé.',
  );
  await expect(lou.getByRole('region', { name: 'identité' })).toContainText('Nomfictif');
  await expect(lou.getByRole('region', { name: 'santé' })).toContainText('oui');
  const redacted = lou.getByRole('region', { name: 'Ce qui ne vous est pas montré' });
  await expect(redacted.getByRole('listitem')).toHaveText([
    'autres personnes',
    'contacts',
    'lieux où est l’enfant',
    'justice',
    'situation',
    'récits',
    'avis et appréciations',
    'professionnels',
    /^les étapes suivies/,
  ]);
  await expect(redacted).toContainText('Demandez à Équipe Boussole');
  await expect(lou.getByRole('main')).not.toContainText(/06 12 34|Camille/);
  await expectAccessible(lou, 'a referred case');
  await lou.setViewportSize({ width: 360, height: 780 });
  await expectAccessible(lou, 'a referred case, narrow');

  for (const path of [
    `/dossiers/${id}`,
    `/dossiers/${id}/acces`,
    `/dossiers/${id}/chronologie`,
    '/dossiers',
    '/ma-journee',
  ]) {
    await lou.goto(path);
    await expect(lou.getByRole('alert').filter({ hasText: /\S/ }).first()).toBeVisible();
    await expect(lou.getByRole('main')).not.toContainText(/Nomfictif|Camille/);
  }

  await page.goto(`/dossiers/${id}/acces`);
  await support.getByRole('button', { name: /^Mettre fin Lou Fiction/ }).click();
  await expect(page.getByText('C’est terminé.')).toBeVisible();
  await expect(support).toHaveCount(0);
  await lou.goto(received);
  await expect(lou.getByRole('region', { name: 'Ce qui vous est demandé' })).toContainText('Un bilan');
  await page.reload();
  await line.getByRole('button', { name: /^Mettre fin Lou Fiction/ }).click();
  await expect(page.getByText('C’est terminé.')).toBeVisible();
  await lou.goto(received);
  await expect(lou.getByText(`a retiré l’orientation ${reference}`)).toBeVisible();
  await expectAccessible(lou, 'a referral that is over');
  await lou.getByRole('main').getByRole('link', { name: 'Orientations reçues' }).last().click();
  await expect(lou.getByRole('heading', { level: 1, name: 'Orientations reçues' })).toBeVisible();
  // What is over says so by the reference that they knew, and leads nowhere; who the child is is gone.
  await expect(lou.getByRole('main')).not.toContainText('Nomfictif');
  await expect(lou.getByRole('link', { name: reference })).toHaveCount(0);
  await expect(lou.getByText(new RegExp(`${reference}\\s: .*retiré`)).first()).toBeVisible();

  await page.goto(`/dossiers/${id}/regards`);
  const accessEvent = page
    .getByRole('listitem')
    .filter({ hasText: 'A lu ce que porte l’orientation' })
    .first();
  await expect(accessEvent).toContainText('Lou Fiction');
  await expect(accessEvent).toContainText('partenaire par une orientation ouverte');
});

test('on a phone a partner names somebody else, then takes the child and says what came of them', async ({
  as,
  api,
}) => {
  test.slow();
  const camille = await api('camille');
  const { id, reference } = await camille.openCaseFile({
    child: { familyName: 'Personnefictive', birth: String(BORN) },
  });
  await camille.complete(id, 'identification', 'intake', intake('yes'));
  const page = await as('camille');
  await page.goto(`/dossiers/${id}/acces`);
  await refer(page);

  const lou = await as('lou');
  await lou.setViewportSize({ width: 390, height: 844 });
  await lou.goto('/orientations');
  await lou.getByRole('link', { name: reference }).click();
  await lou.getByRole('radio', { name: 'Pas pour nous, mais pour…' }).check();
  await lou.getByRole('button', { name: 'Répondre' }).click();
  await expect(lou.getByRole('alert').first()).toContainText('Dites pour quel service');
  await expectAccessible(lou, 'an answer that names nobody, on a phone');
  await lou.getByLabel('Pour quel service ou quelle personne').fill('La maison des adolescents');
  await lou.getByLabel(/^Qui rappeler/).fill('01 99 00 12 40');
  await lou.getByRole('button', { name: 'Répondre' }).click();
  await expect(lou.getByText('Vous avez nommé quelqu’un d’autre')).toBeVisible();

  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(`/dossiers/${id}/orientations`);
  await expect(page.getByText(/ensuite.: La maison des adolescents · 01 99 00 12 40/)).toBeVisible();
  await expect(page.getByRole('link', { name: 'Demander à un autre service' })).toBeVisible();
  await expectAccessible(page, 'whom a service names instead, on a phone');

  await lou.getByText('Répondre autrement').click();
  await lou.getByRole('radio', { name: 'Oui, nous prenons' }).check();
  await lou.getByRole('button', { name: 'Répondre' }).click();
  await expect(lou.getByText('Vous avez accepté')).toBeVisible();

  // A small question each way, which is no answer.
  await page.reload();
  const asked = page.locator('app-sent-messages');
  await asked.getByText('Messages').click();
  await expect(asked.getByText(/quitte votre équipe et s’inscrit au registre/)).toBeVisible();
  await asked.getByLabel('Écrire à ce service').fill('À quelle heure pouvez-vous l’accueillir ?');
  await expectAccessible(page, 'a message to a service, on a phone');
  await asked.getByRole('button', { name: 'Envoyer le message' }).click();
  await expect(asked.getByText('À quelle heure pouvez-vous l’accueillir ?')).toBeVisible();
  await lou.goto('/orientations');
  await expect(lou.getByText('Nouveau message')).toBeVisible();
  await lou.getByRole('link', { name: reference }).click();
  const messages = lou.getByRole('region', { name: 'Messages' });
  await expect(messages).toContainText('À quelle heure pouvez-vous l’accueillir ?');
  await expect(messages.getByText('Nouveau')).toBeVisible();
  await messages.getByLabel('Écrire à l’équipe').fill('À 19 h, entrée par la cour.');
  await expectAccessible(lou, 'messages with a team, on a phone');
  await messages.getByRole('button', { name: 'Envoyer le message' }).click();
  await expect(lou.getByText('Message envoyé.')).toBeVisible();
  await page.reload();
  await expect(page.getByText('À 19 h, entrée par la cour.')).toBeVisible();
  await expect(asked.getByText('Nouveau')).toBeVisible();
  await page.getByRole('button', { name: 'Marquer comme lu – Lou Fiction' }).click();
  await expect(asked.getByText('Nouveau')).toHaveCount(0);

  const feedback = lou.getByRole('region', { name: 'Ce que devient l’enfant' });
  await expect(feedback).toContainText('délai de l’outil (trois mois)');
  await page.reload();
  await expect(page.getByText(/délai de l’outil \(trois mois\)/)).toBeVisible();
  await page.getByRole('button', { name: /^Relancé par téléphone/ }).click();
  await expect(page.getByText('C’est noté.')).toBeVisible();
  await feedback.getByRole('button', { name: 'Envoyer ce retour' }).click();
  await expect(feedback.getByRole('alert').first()).toContainText('Écrivez ce que devient');
  await feedback.getByLabel(/Où en est-on/).fill('Elle est soignée, et revient jeudi.');
  await expectAccessible(lou, 'what came of the child, on a phone');
  await feedback.getByRole('button', { name: 'Envoyer ce retour' }).click();
  await expect(lou.getByText('Retour envoyé.')).toBeVisible();
  await page.reload();
  await expect(page.getByText('Elle est soignée, et revient jeudi.')).toBeVisible();
  await expect(page.getByRole('button', { name: /^Relanc/ })).toHaveCount(0);
});
