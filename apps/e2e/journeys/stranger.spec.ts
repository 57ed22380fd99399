import { randomUUID } from 'node:crypto';
import type { CaseFilePage, Problem, Worklist } from '@repere/contract';
import { inventedName, stepAddress } from '../api-client';
import { expect, test } from '../journey';

test('somebody of the other team finds nothing: not in lists, not by search, not by address', async ({
  as,
  api,
}) => {
  const calledName = inventedName();
  const file = await (await api('camille')).openCaseFile({ child: { calledName } });
  // Her team mate finds it, so that finding nothing means something.
  const mate = await as('rene');
  await mate.goto('/dossiers');
  await mate.getByRole('searchbox', { name: 'Chercher un enfant' }).fill(calledName);
  await expect(mate.getByRole('link', { name: calledName })).toBeVisible();

  const page = await as('dominique');
  for (const asked of [calledName, file.reference]) {
    await page.goto('/dossiers');
    await page.getByRole('searchbox', { name: 'Chercher un enfant' }).fill(asked);
    await page.keyboard.press('Enter');
    await expect(page.getByText('Aucun dossier ne correspond.')).toBeVisible();
  }
  await page.goto('/ma-journee?scope=team');
  await expect(page.getByRole('heading', { level: 1 })).toContainText('chose');
  await expect(page.getByRole('main')).not.toContainText(file.reference);

  const shown = async (path: string) => {
    await page.goto(path);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expect(page.getByRole('alert').filter({ hasText: /./ })).toBeVisible();
    return { title: await page.title(), main: await page.getByRole('main').innerText() };
  };
  const missing = randomUUID();
  const [theirs, none] = [await shown(`/dossiers/${file.id}`), await shown(`/dossiers/${missing}`)];
  expect(theirs).toEqual(none);
  expect(theirs.main).not.toContain(file.reference);
  expect(theirs.main).toContain('Cette page n’existe pas, ou elle ne vous est pas ouverte.');
  const step = stepAddress(file, 'identification', 'intake');
  expect(await shown(step)).toEqual(await shown(step.replace(file.id, missing)));
});

test('the interface answers a stranger as if there were no such case', async ({ api }) => {
  const calledName = inventedName();
  const file = await (await api('camille')).openCaseFile({ child: { calledName } });
  const dominique = await api('dominique');
  const missing = randomUUID();
  const run = file.state.runs[0]?.runId ?? '';

  for (const path of ['', '/journal', `/runs/${run}/steps/intake`]) {
    const theirs = await dominique.sendRequest<Problem>('GET', `/case-files/${file.id}${path}`);
    const none = await dominique.sendRequest<Problem>('GET', `/case-files/${missing}${path}`);
    expect(theirs.status, path).toBe(404);
    expect({ ...theirs.body, correlation: '' }).toEqual({ ...none.body, correlation: '' });
  }
  const write = await dominique.sendRequest(
    'POST',
    `/case-files/${file.id}/notes`,
    { note: 'x' },
    file.state.seq,
  );
  expect(write.status).toBe(404);
  const search = await dominique.sendRequest<CaseFilePage>('POST', '/case-files/search', {
    text: calledName,
  });
  expect(search).toMatchObject({ status: 200, body: { items: [] } });
  const worklist = await dominique.sendRequest<Worklist>('GET', '/worklist?scope=team');
  expect(worklist.body.items.map(({ caseFileId }) => caseFileId)).not.toContain(file.id);
});
