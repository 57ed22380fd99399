import { inventedName } from '../api-client';
import { expectAccessible } from '../axe';
import { expect, test } from '../journey';
import { invite } from '../pages/administration';
import { fillReferral, openReferralForm, sendReferral } from '../pages/referring';
import { BORN, intake } from '../scenarios/scenario-answers';

const PHONE = { viewport: { width: 390, height: 844 } };
/** How long the shelter has to answer: a night is hours, and nobody waits for it here. */
const PATIENCE_MS = 5_000;

test('a shelter never answers: the supervisor is told, the next says no, and the need is counted as unmet', async ({
  as,
  api,
}) => {
  test.slow();
  const shelter = `Refuge ${inventedName()}`;
  // Invited, and never came: nobody there reads what they are sent.
  const administrator = await as('alix');
  await invite(administrator, `silent${String(Date.now())}`, {
    name: shelter,
    role: 'Partenaire',
    team: 'Hôpital des Aulnes (fictif)',
  });
  const camille = await api('camille');
  const { id, reference } = await camille.openCaseFile({
    child: { familyName: inventedName(), birth: String(BORN) },
  });
  await camille.complete(id, 'identification', 'intake', intake('yes'));
  const worker = await as('camille');

  await test.step('a bed is asked for, and the head of the case says of whom, since when, and what follows', async () => {
    await worker.goto(`/dossiers/${id}/acces`);
    const form = await openReferralForm(worker);
    await fillReferral(form, {
      to: { label: `${shelter} – Hôpital des Aulnes (fictif)` },
      ...{ need: 'Une place cette nuit', request: 'Un lit, ce soir.' },
    });
    // It is over within seconds instead of hours: so is the time to answer it.
    await worker.route(`**/api/case-files/${id}/referrals`, async (route) => {
      if (route.request().method() !== 'POST') return route.fallback();
      const sent = route.request().postDataJSON() as object;
      const until = new Date(Date.now() + PATIENCE_MS).toISOString();
      await route.continue({ postData: JSON.stringify({ ...sent, until }) });
    });
    await sendReferral(worker, form);
    await worker.unroute(`**/api/case-files/${id}/referrals`);
    await worker.goto(`/dossiers/${id}`);
    const asked = worker.getByRole('region', { name: 'Services saisis' });
    await expect(asked).toContainText(shelter);
    await expect(asked).toContainText(/depuis.*Sans réponse.: le responsable est averti/);
    await expectAccessible(worker, 'a case with a service that was asked');
  });

  await test.step('nobody answers: the supervisor hears of it', async () => {
    const supervisor = await as('sacha');
    await expect(async () => {
      await supervisor.goto('/orientations/sans-reponse');
      await expect(supervisor.getByRole('listitem').filter({ hasText: shelter })).toContainText(reference, {
        timeout: 2_000,
      });
    }).toPass({ timeout: 60_000 });
    await expectAccessible(supervisor, 'referrals without an answer');
    // The need is nobody's any more, and the page of the case says so first.
    await worker.reload();
    await expect(worker.getByRole('region', { name: 'Services saisis' })).toContainText('Sans réponse');
    await expect(
      worker.getByRole('region', { name: 'Services saisis' }).getByText(/que personne ne couvre/),
    ).toBeVisible();
  });

  await test.step('the next service is asked for the same need', async () => {
    await worker.getByRole('link', { name: 'Orientations', exact: true }).first().click();
    await expect(worker.getByText(/Personne ne répond à ce besoin/)).toBeVisible();
    await expectAccessible(worker, 'a need that nobody answers');
    await worker.getByRole('link', { name: 'Demander à un autre service' }).click();
    const form = await openReferralForm(worker);
    await expect(form.getByText(/Pour un besoin/)).toBeVisible();
    await fillReferral(form, {
      to: 'Lou Fiction – Hôpital des Aulnes (fictif)',
      ...{ need: null, request: 'Un lit, ce soir.' },
    });
    await sendReferral(worker, form);
  });

  await test.step('it says on a phone that it is full', async () => {
    const lou = await as('lou', PHONE);
    await lou.goto('/orientations');
    await lou.getByRole('link', { name: reference }).click();
    await lou.getByRole('radio', { name: /^Non/ }).check();
    await lou.getByLabel('Pourquoi', { exact: true }).selectOption('full');
    await lou.getByRole('button', { name: 'Répondre' }).click();
    await expect(lou.getByText('Vous avez refusé')).toBeVisible();
  });

  await test.step('the need is noted as unmet, and stands in the list of the département', async () => {
    await worker.goto(`/dossiers/${id}/orientations`);
    await worker.getByLabel('Ou noter que personne n’y répond').selectOption('full');
    await worker.getByRole('button', { name: 'Noter le besoin non couvert' }).click();
    await expect(worker.getByText('Besoin noté comme non couvert.')).toBeVisible();
    const supervisor = await as('sacha');
    await expect(async () => {
      await supervisor.goto('/orientations/besoins');
      await expect(supervisor.getByRole('listitem').filter({ hasText: reference })).toContainText(
        'noté non couvert',
        { timeout: 2_000 },
      );
    }).toPass({ timeout: 30_000 });
    await expect(supervisor.getByRole('listitem').filter({ hasText: reference })).toContainText(
      'Une place cette nuit',
    );
    await expectAccessible(supervisor, 'needs that nobody meets');
  });
});
