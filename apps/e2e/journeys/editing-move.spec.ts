import type { DryRun, DryRunCases, ProtocolSummary } from '@repere/contract';
import { expectAccessible } from '../axe';
import { expect, test } from '../journey';

const WHY = 'La nouvelle version demande ce qui manque.';

test('a supervisor sees which open cases a version would change, and moves one with the reason', async ({
  as,
  api,
}) => {
  test.slow();
  const client = await api('sacha');
  const { body: versions } = await client.sendRequest<readonly ProtocolSummary[]>('GET', '/protocols');
  const inForce = versions.find((it) => it.protocol === 'identification' && it.inForce)?.version ?? '';

  const sacha = await as('sacha');
  await sacha.goto(`/protocoles/identification/${inForce}`);
  await sacha.getByRole('link', { name: 'Dossiers ouverts qui pourraient suivre cette version' }).click();
  await expect(sacha.getByRole('heading', { level: 1 })).toContainText('dossiers ouverts');
  // The demo has had dry runs before, and another journey asks for one of another protocol: this one is the newest of its own.
  const dryRunsNow = async () =>
    (await client.sendRequest<readonly DryRun[]>('GET', '/protocol-dry-runs')).body.filter(
      ({ protocol, to }) => protocol === 'identification' && to === inForce,
    );
  const before = (await dryRunsNow())[0]?.id;
  await sacha.getByRole('button', { name: /essai à blanc/ }).click();
  const newest = async () => {
    const [first] = await dryRunsNow();
    return first?.id === before ? 'not there yet' : first?.state;
  };
  await expect.poll(newest, { timeout: 90_000 }).toBe('done');
  await expect(sacha.getByText(/^Terminé/)).toBeVisible({ timeout: 60_000 });
  await expect(sacha.getByText(/dossiers? ouverts? changerai/)).toBeVisible();

  const dryRuns = await dryRunsNow();
  const { body: cases } = await client.sendRequest<DryRunCases>(
    'GET',
    `/protocol-dry-runs/${dryRuns[0]?.id ?? ''}/cases`,
  );
  const moved = cases.items.find(({ movedAt }) => movedAt === null);
  if (!moved) throw new Error('the demo has no case under an earlier version');
  const line = sacha
    .getByRole('listitem')
    .filter({ has: sacha.getByRole('link', { name: moved.reference }) });

  await test.step('the case itself says that it follows an earlier version', async () => {
    const page = await as('sacha');
    await page.goto(`/dossiers/${moved.caseFileId}`);
    await expect(
      page.getByRole('link', { name: `Une version plus récente existe : ${inForce}` }).first(),
    ).toBeVisible();
  });

  await test.step('without a reason nothing is moved', async () => {
    await line.getByText(`Déplacer vers ${inForce}`).click();
    await line.getByRole('button', { name: /^Déplacer RP-/ }).click();
    await expect(line.getByText('Écrivez la raison.')).toBeVisible();
    await expectAccessible(sacha, 'a case to move');
  });

  await test.step('with it, the journal says so and the run follows', async () => {
    await line.getByLabel('Pourquoi ce dossier change de version').fill(WHY);
    await line.getByRole('button', { name: /^Déplacer RP-/ }).click();
    await expect(line.getByText(/^Déplacé/)).toBeVisible();
    const { state } = await client.readCaseFile(moved.caseFileId);
    expect(state.runs.find(({ runId }) => runId === moved.trial.runId)?.version.split('+')[0]).toBe(inForce);
    await sacha.goto(`/dossiers/${moved.caseFileId}/chronologie`);
    await expect(sacha.getByText(WHY)).toBeVisible();
  });
});

test('what would change is not for who works on cases', async ({ api, as }) => {
  const camille = await api('camille');
  expect((await camille.sendRequest('GET', '/protocol-dry-runs')).status).toBe(403);
  const page = await as('camille');
  await page.goto('/protocoles/identification/1.0.0/dossiers-ouverts');
  await expect(
    page.getByText('Cette page est pour les responsables d’équipe et les rédacteurs de protocoles.'),
  ).toBeVisible();
  await expect(page.getByRole('button', { name: /essai à blanc/ })).toHaveCount(0);
});
