import { expectAccessible } from '../axe';
import { expect, test } from '../journey';

/** 400 kbit/s, as a telephone has it in a cellar. */
const SLOW_LINE = { offline: false, latency: 300, downloadThroughput: 50_000, uploadThroughput: 50_000 };

test('a trainer presents: wall and learner go along on a slow line, wait, step aside and come back; the line breaks', async ({
  as,
  browser,
}) => {
  const trainer = await as('tom');
  await trainer.goto('/formation');
  await trainer.getByLabel('Nom du groupe ou de la séance').fill('Classe projetée');
  await trainer.getByLabel('Commencer avec').selectOption('xray-19-5-margin-18');
  await trainer.getByRole('button', { name: 'Créer l’espace' }).click();
  await trainer.getByRole('button', { name: 'Entrer : Classe projetée' }).click({ timeout: 30_000 });
  await trainer.getByRole('link', { name: 'La classe' }).click();
  await trainer.getByRole('button', { name: 'Ouvrir l’entrée' }).click();
  const code = (await trainer.locator('.code').textContent())?.trim() ?? '';

  const device = await browser.newContext({ viewport: { width: 390, height: 844 } });
  const learner = await device.newPage();
  await learner.goto(`/formation/rejoindre#${code.replace(' ', '')}`);
  await learner.getByLabel('Un surnom').fill('Kiwi');
  await learner.getByLabel('Travail social').check();
  await learner.getByRole('button', { name: 'Demander à entrer' }).click();
  await trainer.getByRole('button', { name: 'Admettre : Kiwi' }).click();
  await learner.getByRole('button', { name: 'Entrer : Kiwi' }).click();
  await expect(learner.getByRole('heading', { level: 1, name: /^Journée/ })).toBeVisible();
  const line = await device.newCDPSession(learner);
  await line.send('Network.enable');
  await line.send('Network.emulateNetworkConditions', SLOW_LINE);

  await trainer.getByRole('link', { name: 'Présenter', exact: true }).click();
  const [wall] = await Promise.all([
    trainer.context().waitForEvent('page'),
    trainer.getByRole('link', { name: 'Ouvrir la vue projetée (nouvelle fenêtre)' }).click(),
  ]);
  await expect(trainer.getByText('Toutes les diapositives (13)')).toBeVisible();
  await trainer.keyboard.press('PageDown');
  await trainer.keyboard.press('PageDown');
  const note = 'Demandez au groupe ce qui change pour Cyprès ce soir.';
  await expect(trainer.getByText(note)).toBeVisible();
  const isAt = (title: string) => ({ level: 1, name: title });
  for (const screen of [wall, learner]) {
    await expect(screen.getByRole('heading', isAt('Un doute est dit'))).toBeVisible();
    await expect(screen.getByText(note)).toHaveCount(0);
    await expect(screen.getByText('FICTIF – Espace d’exercice : Classe projetée')).toBeVisible();
    await expectAccessible(screen, 'a slide');
  }
  await expectAccessible(trainer, 'the presenter’s page');
  await expect(wall.getByRole('navigation')).toHaveCount(0);

  // The class waits, the wall does not.
  await trainer.keyboard.press('.');
  await expect(learner.getByText('Pause. Levez les yeux vers la personne qui anime.').last()).toBeVisible();
  await expect(learner.getByRole('button', { name: 'Travailler de mon côté' })).toBeHidden();
  await expectAccessible(learner, 'a pause');
  await expect(wall.getByText(/^Pause\./)).toHaveCount(0);
  await trainer.keyboard.press('.');
  await learner.getByRole('button', { name: 'Travailler de mon côté' }).click();

  // On to a page; who stepped aside is told, and comes in one press.
  await trainer.getByRole('link', { name: 'Dossiers' }).first().click();
  await trainer.getByRole('button', { name: 'Montrer cette page' }).click();
  await expect(wall).toHaveURL(/\/dossiers$/);
  await expect(
    learner.getByText('La salle est ailleurs. Vous travaillez de votre côté.').last(),
  ).toBeVisible();
  await learner.getByRole('button', { name: 'Rejoindre la salle' }).click();
  await expect(learner).toHaveURL(/\/dossiers$/);

  // What changes while the line is down is there once it is back.
  await device.setOffline(true);
  await trainer.getByRole('button', { name: 'La salle suit mes pages' }).click();
  await trainer.getByRole('link', { name: 'Protocoles' }).first().click();
  await expect(wall).toHaveURL(/\/protocoles$/);
  await device.setOffline(false);
  await expect(learner).toHaveURL(/\/protocoles$/, { timeout: 60_000 });
  await device.close();
});
