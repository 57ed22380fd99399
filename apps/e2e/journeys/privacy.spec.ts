import type { CaseFile } from '@repere/contract';
import type { ApiClient } from '../api-client';
import { expectAccessible } from '../axe';
import { expect, test } from '../journey';

/** Closes a case by two persons, as opened in error. */
async function closed(worker: ApiClient, supervisor: ApiClient): Promise<CaseFile> {
  const file = await worker.openCaseFile();
  const { state } = await worker.readCaseFile(file.id);
  await worker.sendRequest('POST', `/case-files/${file.id}/runs`, { protocol: 'follow-up' }, state.seq);
  await worker.complete(file.id, 'follow-up', 'stage', {
    values: { next_stage: 'error', missing: 'no', advice_wanted: 'no' },
  });
  await worker.complete(file.id, 'follow-up', 'closure', {
    values: {
      follow_up_state: 'closed',
      closure_ground: 'opened_in_error',
      missing: 'no',
      return_raised: 'no',
      linked_case: 'RP-0000-000',
    },
    bestInterests: 'Une seule histoire suffit.',
    childView: { whyNot: 'Personne n’est concerné.' },
    note: 'Ouvert deux fois.',
  });
  await supervisor.approveStep(file.id, 'follow-up', 'closure');
  return file;
}

test('a case is erased by two persons, and leaves a certificate', async ({ as, apart, api }) => {
  const { id, reference } = await closed(await api('camille'), await api('sacha'));

  const first = await as('sacha');
  await first.goto(`/dossiers/${id}/vie-privee`);
  await expect(first.getByRole('heading', { level: 1, name: 'Partages et vie privée' })).toBeVisible();
  await first.getByText('Proposer l’effacement').click();
  await first.getByRole('radio', { name: 'Le dossier a été ouvert par erreur, ou en double' }).check();
  await first.getByRole('textbox', { name: 'Sur quelle décision ?' }).fill('Décision du 3 mars');
  await expectAccessible(first, 'proposing an erasure');
  await first.getByRole('button', { name: 'Proposer', exact: true }).click();
  await expect(first.getByText('une autre personne doit l’approuver').first()).toBeVisible();
  await expect(first.getByRole('button', { name: /^Approuver l’effacement/ })).toHaveCount(0);

  // What is for good needs a session that was opened just now.
  const second = await (await apart('nour')).newPage();
  await second.goto('/vie-privee');
  const waiting = second.getByRole('region', { name: 'En attente d’une seconde personne' });
  await waiting.getByRole('button', { name: `Approuver l’effacement de ${reference}` }).click();
  await expectAccessible(second, 'approving an erasure');
  await waiting.getByRole('button', { name: `Effacer ${reference} pour toujours` }).click();
  await expect(second.getByText('Le dossier est effacé.')).toBeVisible();
  const settled = second.getByRole('region', { name: 'Effacements décidés' });
  const [certificate] = await Promise.all([
    second.waitForEvent('download'),
    settled
      .getByRole('listitem')
      .filter({ hasText: reference })
      .getByRole('link', { name: /^Certificat EF-/ })
      .click(),
  ]);
  expect(certificate.suggestedFilename()).toMatch(/^EF-\d{4}-[0-9A-F]{8}\.zip$/);
  expect((await (await api('camille')).sendRequest('GET', `/case-files/${id}`)).status).toBe(404);
  await second.setViewportSize({ width: 360, height: 780 });
  await expectAccessible(second, 'privacy, narrow');
});

test('what was told to a doctor is recorded, and stands on the page of the case', async ({ as, api }) => {
  const { id } = await (await api('camille')).openCaseFile();
  const page = await as('camille');
  await page.goto(`/dossiers/${id}/vie-privee`);
  await page.getByRole('button', { name: 'Noter un partage' }).click();
  const form = page.locator('app-sharing-form');
  await form.getByRole('button', { name: 'Noter le partage' }).click();
  await expect(form.getByRole('alert').first()).toContainText('Dites à qui');
  await form.getByRole('textbox', { name: 'Jour' }).fill('3');
  await form.getByRole('textbox', { name: 'Mois' }).fill('3');
  await form.getByRole('textbox', { name: 'Année' }).fill('2025');
  await form.getByRole('textbox', { name: 'À qui ?' }).fill('Docteure Fictive');
  await form
    .getByRole('group', { name: 'Cette personne est-elle tenue au secret ?' })
    .getByRole('radio', { name: 'Oui' })
    .check();
  await form.getByRole('combobox', { name: 'Pour quel motif ?' }).selectOption('shared-secret');
  await form.getByRole('textbox', { name: 'Qu’est-ce qui a été dit ?' }).fill('Elle ne dort plus.');
  await form.getByRole('textbox', { name: 'Pourquoi fallait-il exactement cela ?' }).fill('Pour la soigner.');
  await form.getByRole('checkbox', { name: 'La santé' }).check();
  await form.getByRole('combobox', { name: 'Comment ?' }).selectOption('spoken');
  await form
    .getByRole('group', { name: 'L’enfant le savait-il avant ?' })
    .getByRole('radio', { name: 'Oui' })
    .check();
  await form
    .getByRole('group', { name: 'Les parents le savaient-ils avant ?' })
    .getByRole('radio', { name: 'Non' })
    .check();
  await form.getByRole('textbox', { name: 'Pourquoi pas ?' }).fill('On ne sait pas s’ils protègent.');
  await expectAccessible(page, 'recording something shared');
  await form.getByRole('button', { name: 'Noter le partage' }).click();
  await expect(page.getByText('Le partage est noté.')).toBeVisible();
  await page.goto(`/dossiers/${id}`);
  const section = page.getByRole('region', { name: 'Partages et vie privée' });
  await page.getByText('Engager un autre protocole').scrollIntoViewIfNeeded();
  await expect(section).toContainText('Docteure Fictive');
});

test('a request is refused by another person, with the reason, and nothing leaves', async ({ as, api }) => {
  const worker = await api('camille');
  const { id } = await worker.openCaseFile();
  const supervisor = await api('sacha');
  const { body: request } = await supervisor.sendRequest<{ readonly id: string }>(
    'POST',
    '/access-requests',
    {
      subject: 'child',
      caseFileId: id,
      receivedOn: '2025-03-03',
      askedBy: 'Un homme, par téléphone',
      identityChecked: 'Rien ne le prouve',
    },
  );
  const first = await as('sacha');
  await first.goto(`/vie-privee/demandes/${request.id}`);
  await expect(first.getByText('une autre personne doit relire, ou refuser')).toBeVisible();
  await expect(first.getByText('Refuser la demande')).toHaveCount(0);
  await expect(first.getByText('Part', { exact: true })).toHaveCount(0);

  const second = await as('nour');
  await second.goto(`/vie-privee/demandes/${request.id}`);
  await second.getByText('Refuser la demande').click();
  await second.getByRole('button', { name: 'Refuser, ne rien remettre' }).click();
  await expect(second.getByText('Dites pourquoi')).toBeVisible();
  await second.getByRole('textbox', { name: 'Pourquoi refuser ?' }).fill('Personne ne sait qui appelle.');
  await expectAccessible(second, 'refusing a request');
  await second.getByRole('button', { name: 'Refuser, ne rien remettre' }).click();
  await expect(second.getByText('La demande est refusée.')).toBeVisible();
  await expect(second.getByRole('region', { name: 'Motif du refus' })).toContainText(
    'Personne ne sait qui appelle.',
  );
  await expect(second.getByRole('button', { name: /relu|Noter la remise|Enregistrer/ })).toHaveCount(0);
  await expect(second.getByRole('link', { name: /Prendre le fichier/ })).toHaveCount(0);
  await second.goto('/vie-privee');
  await expect(
    second.getByRole('region', { name: 'Demandes d’accès' }).getByText('Refusée').first(),
  ).toBeVisible();
});

test('what a person asked to know is read by another before it leaves', async ({ as, apart, api }) => {
  const { id, reference } = await (await api('camille')).openCaseFile();
  await (await api('camille')).sendRequest('POST', `/case-files/${id}/notes`, { note: 'Elle va bien.' });
  const first = await as('sacha');
  await first.goto(`/dossiers/${id}/vie-privee`);
  await first.getByText('Préparer une réponse').click();
  const form = first.locator('app-request-form');
  await form.getByRole('radio', { name: 'L’enfant' }).check();
  await form.getByRole('textbox', { name: 'Jour' }).fill('3');
  await form.getByRole('textbox', { name: 'Mois' }).fill('3');
  await form.getByRole('textbox', { name: 'Année' }).fill('2025');
  await form.getByRole('textbox', { name: 'Qui a fait la demande ?' }).fill('Elle-même');
  await form
    .getByRole('textbox', { name: 'Comment savez-vous que c’est bien cette personne ?' })
    .fill('Rendez-vous');
  await form.getByRole('button', { name: 'Rassembler' }).click();
  await expect(
    first.getByRole('heading', { level: 1, name: `L’enfant du dossier ${reference}` }),
  ).toBeVisible();
  await expect(first.getByText('une autre personne doit relire')).toBeVisible();

  // Handing over needs a session that was opened just now.
  const second = await (await apart('nour')).newPage();
  await second.goto('/vie-privee');
  await second.getByRole('link', { name: `L’enfant du dossier ${reference}` }).click();
  await expect(second.getByRole('button', { name: 'Enregistrer, finir plus tard' })).toBeVisible();
  for (const group of await second.locator('app-review-line').getByRole('group').all())
    if ((await group.getByRole('radio', { checked: true }).count()) === 0)
      await group.getByRole('radio', { name: 'Part', exact: true }).check();
  await expectAccessible(second, 'reviewing a request');
  await second.getByRole('button', { name: 'Tout est relu' }).click();
  await expect(second.getByText('Tout est relu.').first()).toBeVisible();
  await second.getByRole('textbox', { name: 'Remis à qui ?' }).fill('La jeune fille');
  await second.getByRole('textbox', { name: 'Comment ?' }).fill('En main propre');
  await second.getByRole('button', { name: 'Noter la remise' }).click();
  await expect(second.getByText(/Remis à La jeune fille/)).toBeVisible();
});
