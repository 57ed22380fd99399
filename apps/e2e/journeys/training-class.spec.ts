import { inventedName } from '../api-client';
import { expect, test } from '../journey';

test('a class: a learner comes by the code on another device, is admitted, acts; the trainer shows the score', async ({
  as,
  browser,
}) => {
  test.slow();
  const named = `Classe ${inventedName()}`;
  const trainer = await as('tom');
  await trainer.goto('/formation');
  await trainer.getByLabel('Nom du groupe ou de la séance').fill(named);
  await trainer.getByLabel('Commencer avec').selectOption('missing-from-the-shelter');
  await trainer.getByLabel('Entraînement : le retour à la fin').check();
  await trainer.getByRole('button', { name: 'Créer l’espace' }).click();
  // What is said last may be of another journey's space: the same person makes both.
  await expect(trainer.getByRole('button', { name: `Entrer : ${named}` })).toBeVisible({
    timeout: 30_000,
  });
  await trainer.getByRole('button', { name: `Entrer : ${named}` }).click();
  await trainer.getByRole('link', { name: 'La classe' }).click();
  await expect(trainer.getByText('L’entrée est fermée.')).toBeVisible();
  await trainer.getByRole('button', { name: 'Ouvrir l’entrée' }).click();
  // Here everybody is on one machine: no device comes to its own name, and the page says what a room needs.
  await expect(trainer.getByRole('img', { name: 'Code QR de l’adresse de la classe' })).toHaveCount(0);
  await trainer.getByText('Les appareils de la classe n’arrivent pas à cette adresse.').click();
  await expect(
    trainer.getByText('un certificat que ses navigateurs acceptent', { exact: false }),
  ).toBeVisible();
  const code = (await trainer.locator('.code').textContent())?.trim() ?? '';
  expect(code).toMatch(/^\S{4} \S{4}$/);

  // Another device, on which nobody is signed in to anything.
  const device = await browser.newContext();
  const learner = await device.newPage();
  await learner.goto('/formation/rejoindre');
  await learner.getByLabel('Code de la classe').fill('ABCD EFGH');
  await learner.getByRole('button', { name: 'Trouver la classe' }).click();
  await expect(learner.getByText('Ce code n’ouvre rien').first()).toBeVisible();
  await learner.goto(`/formation/rejoindre#${code.replace(' ', '')}`);
  await expect(learner).toHaveURL(/\/s\/[a-z0-9]+\/formation\/rejoindre$/);
  const banner = learner.getByText(`FICTIF – Espace d’exercice : ${named}`);
  await expect(banner).toBeVisible();
  await learner.getByLabel('Un surnom').fill('Kiwi');
  await learner.getByLabel('Travail social').check();
  await learner.getByRole('button', { name: 'Demander à entrer' }).click();
  await expect(learner.getByText('Vous attendez d’être admis.')).toBeVisible();

  await trainer.getByRole('button', { name: 'Admettre : Kiwi' }).click();
  await expect(trainer.getByText('Kiwi est admis.')).toBeVisible();
  // Who did nothing is seen before a certificate is issued.
  await expect(trainer.getByText(/^Rien encore/)).toBeVisible();
  await learner.getByRole('button', { name: 'Entrer : Kiwi' }).click();
  await expect(banner).toContainText('Vous jouez Kiwi');

  // The common moment, the same child; what the learner writes is theirs.
  await expect(learner.getByRole('heading', { level: 1, name: /^Journée/ })).toBeVisible();
  await learner.getByRole('link', { name: 'Bilan' }).click();
  await expect(learner.getByText('Le score se voit quand la personne qui anime le montre.')).toBeVisible();
  await trainer.getByRole('button', { name: '+ 1 jour' }).click();
  // All is read anew at the new moment.
  await expect(trainer.getByText(/^jeudi 2 avril 2026 à 22/)).toBeVisible();
  await trainer.getByRole('button', { name: 'Montrer le score' }).click();
  await expect(trainer.getByText('Le score est montré.')).toBeVisible();
  await learner.getByRole('button', { name: 'Regarder à nouveau' }).click();
  // The first of a space is worked out in a process that is begun for it.
  await expect(learner.getByText(/^\d+ %$/)).toBeVisible({ timeout: 30_000 });
  const lost = learner.getByRole('listitem').filter({ hasText: 'Sources' }).first();
  await expect(lost.getByRole('link', { name: /^Voir ce moment/ })).toBeVisible();
  await expect(learner.getByRole('button', { name: 'Imprimer le débriefing' })).toBeVisible();
  // To take home: no notes of whoever leads.
  await expect(learner.getByRole('link', { name: 'PDF avec mes notes' })).toHaveCount(0);
  const saved = learner.waitForEvent('download');
  await learner.getByRole('link', { name: 'PDF' }).click();
  expect((await saved).suggestedFilename()).toBe('exercice-bilan-2026-04-02.pdf');
  await lost.getByRole('link', { name: /^Voir ce moment/ }).click();
  await expect(learner).toHaveURL(/relecture\?au=/);

  // Three share a device: the place stays, the session does not.
  await learner.getByRole('button', { name: 'C’est quelqu’un d’autre' }).click();
  await expect(learner.getByRole('button', { name: 'Entrer : Kiwi' })).toBeVisible();

  // The space goes under them: they are told.
  const live = await as('tom');
  await live.goto('/formation');
  await live.getByLabel(`Plus : ${named}`).click();
  await live.getByRole('button', { name: `Supprimer : ${named}` }).click();
  await live.getByRole('button', { name: 'Oui, supprimer' }).click();
  await expect(live.getByText('L’espace est supprimé.')).toBeVisible();
  await learner.getByRole('button', { name: 'Entrer : Kiwi' }).click();
  await expect(learner.getByRole('alert').filter({ hasText: 'espace' })).toBeVisible();
  await device.close();
});
