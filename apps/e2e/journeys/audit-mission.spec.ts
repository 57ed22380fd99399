import type { Mission } from '@repere/contract';
import { expectAccessible } from '../axe';
import { expect, test } from '../journey';

const QUESTION = 'Les échéances légales ont-elles été tenues ?';

test('a supervisor opens a mission, an auditor examines, the owner answers, a third person closes, and access ends', async ({
  as,
  api,
}) => {
  const title = `Audit ${String(Date.now())}`;
  const sacha = await as('sacha');
  await sacha.goto('/missions');
  await sacha.getByRole('link', { name: 'Nouvelle mission' }).click();
  await expect(sacha.getByRole('heading', { level: 1, name: 'Nouvelle mission' })).toBeFocused();
  await sacha.getByRole('button', { name: 'Enregistrer le plan' }).click();
  await expect(sacha).toHaveTitle(/^Erreur/);
  await expectAccessible(sacha, 'a plan with what is missing');
  await sacha.getByLabel('Titre de la mission').fill(title);
  await sacha.getByLabel('La question').fill(QUESTION);
  await sacha.getByLabel('Inès Exemple').check();
  await expect(sacha.getByText(/\d+ dossiers dans ce périmètre/)).toBeVisible();
  await sacha.getByLabel('Combien de dossiers').fill('1');
  await sacha.getByLabel('Grille : une question par ligne').fill('Danger évalué ?\nEnfant entendu ?');
  await sacha.getByRole('button', { name: 'Enregistrer le plan' }).click();
  await expect(sacha.getByRole('heading', { level: 1, name: title })).toBeVisible();
  await sacha.getByRole('button', { name: 'Ouvrir la mission et tirer les dossiers' }).click();
  await expect(sacha.getByText(/Dossiers examinés\s: 0 sur 1/)).toBeVisible();
  await sacha.getByText('Comment les dossiers ont été choisis').click();
  await sacha.getByRole('button', { name: 'Refaire le tirage' }).click();
  await expect(sacha.getByText('Le tirage donne les mêmes dossiers, dans le même ordre.')).toBeVisible();
  await expectAccessible(sacha, 'an open mission');
  const missionId = new URL(sacha.url()).pathname.split('/').at(-1) ?? '';

  const ines = await as('ines');
  await ines.goto('/missions');
  await expectAccessible(ines, 'missions');
  await ines.getByRole('link', { name: title }).click();
  const line = ines.getByRole('region', { name: 'Dossiers' }).getByRole('listitem').first();
  await line.getByRole('link').click();
  await expect(ines.getByRole('heading', { level: 1, name: /^Examiner le dossier RP-/ })).toBeFocused();
  const examined = ines.url();
  await ines.getByRole('link', { name: 'Voir le dossier' }).click();
  await ines.waitForURL((url) => url.pathname.startsWith('/dossiers/'));
  await expect(ines.getByRole('heading', { level: 1 })).toBeVisible();
  const caseFileId = new URL(ines.url()).pathname.split('/').at(-1) ?? '';
  // Chance may have drawn a case in which nothing was done yet but to open it: it is looked back from a second act.
  const note = await (
    await api('sacha')
  ).sendRequest('POST', `/case-files/${caseFileId}/notes`, { note: 'Relu en équipe.' });
  expect(note.status).toBeLessThan(300);
  await ines.goto(examined);
  const then = ines.getByRole('region', { name: 'Le dossier comme il était connu' });
  await expect(then.getByText(/^\s*Vue du .*, lecture seule/)).toBeVisible();
  await expect(ines.getByRole('region', { name: 'Ce que Repère sait déjà' })).toBeVisible();
  await then.getByRole('button', { name: 'Acte précédent' }).click();
  const check = (name: string) => ines.getByRole('group', { name });
  // The question stays on the left while the case is read on the right.
  await then.getByRole('heading').last().scrollIntoViewIfNeeded();
  await expect(check('Danger évalué ?')).toBeInViewport();
  const [question, shown] = [await check('Danger évalué ?').boundingBox(), await then.boundingBox()];
  expect((question?.x ?? 0) + (question?.width ?? 0)).toBeLessThanOrEqual(shown?.x ?? 0);
  await expectAccessible(ines, 'a case beside its questions');
  await check('Danger évalué ?').getByLabel('Oui').check();
  await ines.getByRole('button', { name: 'Terminer l’examen' }).click();
  await expect(ines.getByText('Il reste 1 question(s) sans réponse')).toBeVisible();
  await check('Enfant entendu ?').getByLabel('Ne sait pas').check();
  await ines.getByRole('button', { name: 'Terminer l’examen' }).click();
  await expect(ines.getByText('Examen terminé.')).toBeVisible();
  await ines.getByText('Écrire un constat').click();
  await ines.getByLabel('Ce qui était attendu').fill('Le procureur est saisi le jour même.');
  await ines.getByLabel('Ce qui s’est passé').fill('Il l’a été après quatre jours.');
  await ines.getByLabel('Écart (facultatif)').fill('4');
  await ines.getByLabel('Ce qui le montre').fill('Étape P4.4');
  await ines.getByLabel('Sérieux').check();
  await ines.getByLabel('Qui y répond').selectOption({ label: 'Camille Exemple' });
  const due = ines.getByRole('group', { name: 'Réponse attendue le' });
  await due.getByLabel('Jour').fill('3');
  await due.getByLabel('Mois').fill('10');
  await due.getByLabel('Année').fill('2099');
  await ines.getByRole('button', { name: 'Envoyer le constat' }).click();
  await expect(ines.getByText(/Constat M-.* envoyé/)).toBeVisible();
  await expectAccessible(ines, 'a case examined, with a finding');

  const camille = await as('camille');
  await camille.goto('/ma-journee');
  await camille.getByRole('link', { name: /attend(ent)? votre réponse/ }).click();
  const mission = (await (await api('sacha')).sendRequest<Mission>('GET', `/missions/${missionId}`)).body;
  const reference = mission.findings[0]?.reference ?? 'none';
  const mine = camille.getByRole('article', { name: reference });
  await expect(mine).toContainText('4 jours d’écart');
  await mine.getByLabel('Votre réponse').fill('Le fax était en panne ; l’envoi est prouvé le 12.');
  await mine.getByRole('button', { name: 'Répondre' }).click();
  await expect(camille.getByText(`Constat ${reference} : réponse envoyée.`)).toBeVisible();
  await expectAccessible(camille, 'findings for me');

  await sacha.reload();
  const card = sacha.getByRole('article', { name: reference });
  await expect(card).toContainText('Le fax était en panne');
  await card.getByText('Clore le constat').click();
  await card.getByLabel('Réglé').check();
  await card.getByLabel('Ce qui permet de conclure').fill('La pièce est au dossier.');
  await card.getByRole('button', { name: 'Clore ce constat' }).click();
  await expect(card).toContainText('La pièce est au dossier.');
  const report = await (await api('sacha')).text(`/missions/${missionId}/report.html`);
  expect(report).toContain('Il l’a été après quatre jours.');

  await sacha.getByRole('button', { name: 'Clore la mission' }).click();
  await sacha.getByRole('button', { name: 'Clore et fermer les accès' }).click();
  await expect(sacha.getByText('Close', { exact: true }).first()).toBeVisible();
  await ines.goto(`/missions/${missionId}`);
  await expect(ines.getByText('elle ne vous est pas ouverte')).toBeVisible();
  const stillOpen = (
    await (await api('ines')).sendRequest<{ items: Mission[] }>('GET', '/missions')
  ).body.items.filter(({ isOpenToMe }) => isOpenToMe);
  const seen = await Promise.all(
    stillOpen.map(
      async ({ id }) => (await (await api('ines')).sendRequest<Mission>('GET', `/missions/${id}`)).body.cases,
    ),
  );
  // The demo's own mission may have drawn the same case.
  const isElsewhere = seen.flat().some((it) => it.caseFileId === caseFileId);
  const { status } = await (await api('ines')).sendRequest('GET', `/case-files/${caseFileId}`);
  expect(status).toBe(isElsewhere ? 200 : 404);
});
