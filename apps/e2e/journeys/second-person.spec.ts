import type { Problem } from '@repere/contract';
import { stepAddress } from '../api-client';
import { expect, test } from '../journey';
import { ApprovalsPage } from '../pages/approvals-page';
import { CasePage } from '../pages/case-page';
import { dangerIs } from '../scenarios/scenario-answers';

test('an act is not approved by its author; a supervisor who is not the author approves it', async ({
  as,
  api,
}) => {
  const camille = await api('camille');
  const { id } = await camille.openCaseFile({ urgentDangerSeen: 'yes' });
  await camille.complete(id, 'protection', 'danger', dangerIs('danger'));
  const file = await camille.readCaseFile(id);
  const address = stepAddress(file, 'protection', 'danger');

  const own = await as('camille');
  await own.goto(address);
  await expect(own.getByRole('heading', { level: 1, name: 'Évaluer le danger' })).toBeVisible();
  await expect(own.getByText('en vigueur, à valider')).toBeVisible();
  await expect(own.getByRole('button', { name: 'Valider' })).toHaveCount(0);
  const run = file.state.runs.find(({ protocol }) => protocol === 'protection');
  const entryId = run?.steps.find((step) => step.id === 'danger')?.toApprove;
  const path = `/case-files/${id}/runs/${run?.runId ?? ''}/steps/danger/approve`;
  const refused = await camille.sendRequest<Problem>('POST', path, { entryId }, file.state.seq);
  expect([403, 422]).toContain(refused.status);

  const second = await as('sacha');
  await second.goto(address);
  await second.getByRole('button', { name: 'Valider' }).click();
  await expect(second.getByRole('heading', { level: 1, name: 'C’est enregistré' })).toBeVisible();
  await own.goto(`/dossiers/${id}`);
  await new CasePage(own).unfold();
  await expect(new CasePage(own).row('Évaluer le danger')).toContainText('Fait');
});

test('a decision is sent back with its reason, and its author reads it', async ({ as, api }) => {
  const camille = await api('camille');
  const { id, reference } = await camille.openCaseFile({ urgentDangerSeen: 'yes' });
  await camille.complete(id, 'protection', 'danger', dangerIs('danger'));

  const page = await as('sacha');
  const approvals = new ApprovalsPage(page);
  await approvals.openQueue();
  const card = await approvals.showCase(reference);
  await card.getByRole('button', { name: 'Renvoyer…' }).click();
  await card.getByRole('button', { name: 'Renvoyer avec ce motif' }).click();
  await expect(card).toContainText('Écrivez pourquoi');
  await card.getByRole('textbox', { name: 'Pourquoi renvoyer ?' }).fill('Qui l’a vu en bas de chez elle ?');
  await card.getByRole('button', { name: 'Renvoyer avec ce motif' }).click();
  await expect(page.getByText(`Dossier ${reference} : renvoyé avec votre motif.`)).toBeVisible();
  await expect(card).toHaveCount(0);

  const author = await as('camille');
  await author.goto(`/dossiers/${id}`);
  await expect(author.getByRole('region', { name: 'Chronologie' })).toContainText(
    'Qui l’a vu en bas de chez elle ?',
  );
  await new CasePage(author).unfold();
  await expect(new CasePage(author).row('Évaluer le danger')).not.toContainText('Fait');
});

test('a decision that changed meanwhile is read anew before it is approved', async ({ as, api }) => {
  const camille = await api('camille');
  const { id, reference } = await camille.openCaseFile({ urgentDangerSeen: 'yes' });
  await camille.complete(id, 'protection', 'danger', dangerIs('danger'));
  const page = await as('sacha');
  const approvals = new ApprovalsPage(page);
  await approvals.openQueue();
  const { state } = await camille.readCaseFile(id);
  const run = state.runs.find(({ protocol }) => protocol === 'protection');
  const entryId = run?.steps.find((step) => step.id === 'danger')?.toApprove;
  const path = `/case-files/${id}/runs/${run?.runId ?? ''}/steps/danger/amend`;
  const amendment = {
    entryId,
    values: { danger_facts: 'Il attend en bas, chaque soir.' },
    why: 'Phrase oubliée',
  };
  expect((await camille.sendRequest('POST', path, amendment, state.seq)).status).toBe(200);

  const card = await approvals.showCase(reference);
  await card.getByRole('button', { name: 'Valider' }).click();
  await expect(card).toContainText('Le dossier a changé entre-temps.');
  await expect(card).toContainText('Il attend en bas, chaque soir.');
  await card.getByRole('button', { name: 'Valider' }).click();
  await expect(page.getByText(`Dossier ${reference} : validé.`)).toBeVisible();
});
