import { expectAccessible } from '../axe';
import { expect, test } from '../journey';
import { CasePage } from '../pages/case-page';

test('a worker sees who tried to open her case, asks why, and is answered', async ({ as, api }) => {
  const { id, reference } = await (await api('camille')).openCaseFile();
  await (await api('dominique')).sendRequest('GET', `/case-files/${id}`);

  const page = await as('camille');
  await page.goto(`/dossiers/${id}`);
  await new CasePage(page).follow('Qui a vu');
  await expect(page.getByRole('heading', { level: 1, name: 'Qui a vu ce dossier' })).toBeFocused();
  const first = page.getByRole('region', { name: 'À regarder d’abord' });
  const accessEvent = first.getByRole('listitem').filter({ hasText: 'Dominique Modèle' }).first();
  await expect(accessEvent).toContainText('A essayé, et a été refusé·e');
  await expect(accessEvent).toContainText('N’était pas de l’équipe');
  await expect(page.getByRole('region', { name: 'Toutes les consultations' })).toContainText(
    'Camille Exemple',
  );
  await expectAccessible(page, 'who looked');
  await accessEvent.getByRole('button', { name: /^Demander pourquoi à Dominique Modèle/ }).click();
  await accessEvent
    .getByRole('textbox', { name: 'Votre question à Dominique Modèle' })
    .fill('Que cherchiez-vous ?');
  await expectAccessible(page, 'asking why');
  await accessEvent.getByRole('button', { name: 'Envoyer la question' }).click();
  await expect(page.getByText('Question envoyée.')).toBeVisible();
  await expect(accessEvent).toContainText('Pas encore de réponse.');

  const theirs = await as('dominique');
  await theirs.goto('/ma-journee');
  const asked = theirs.getByRole('region', { name: 'On vous demande pourquoi' });
  const question = asked.getByRole('listitem').filter({ hasText: reference });
  await expect(question).toContainText('Que cherchiez-vous ?');
  await question.getByRole('textbox', { name: 'Votre réponse' }).fill('Un numéro mal recopié.');
  await question.getByRole('button', { name: 'Envoyer la réponse' }).click();
  await expect(theirs.getByText('Réponse envoyée.')).toBeVisible();

  await page.reload();
  await expect(page.getByText('Un numéro mal recopié.').first()).toBeVisible();
  await page.setViewportSize({ width: 360, height: 780 });
  await expectAccessible(page, 'who looked, narrow');
});

test('a colleague who isn’t in charge is told who may see it', async ({ as, api }) => {
  const { id } = await (await api('camille')).openCaseFile();
  const page = await as('rene');
  await page.goto(`/dossiers/${id}/regards`);
  await expect(page.getByText(/^Seuls le pilote du dossier/)).toBeVisible();
  await expect(page.getByText('Camille Exemple')).toHaveCount(0);
});
