import type { CapacityQuestions, DirectoryService, DirectoryServices } from '@repere/contract';
import { inventedName } from '../api-client';
import { expectAccessible } from '../axe';
import { expect, test } from '../journey';

const PHONE = { viewport: { width: 390, height: 844 } };

test('three services are asked for a place without a name; two say yes, and one is told who the child is', async ({
  as,
  api,
  browser,
  baseURL,
}) => {
  const mark = inventedName();
  const keeper = await api('alix');
  const add = async (name: string, more: object = {}): Promise<string> => {
    const { body } = await keeper.sendRequest<DirectoryService>('POST', '/services', {
      ...{ name: `${name} ${mark}`, kind: 'young-shelter', territories: ['93'], needs: ['bed-tonight'] },
      ...{ ages: { from: 13, to: 17 }, sexes: ['girl'], languages: null, has: ['night-staff'], hasNot: [] },
      ...{ freePlaces: 1, phones: ['01 99 00 12 51'], opening: 'always', ...more },
    });
    return body.id;
  };
  const email = `places-${mark.toLowerCase().replace(/[^a-z]/g, '')}@ailleurs.example`;
  const [own] = [await add('Compte'), await add('Lien', { email }), await add('Téléphone')];
  const { body: found } = await keeper.sendRequest<DirectoryServices>('POST', '/services/search', {
    text: mark,
  });
  const lou = found.partners.find(({ name }) => name.startsWith('Lou'));
  await keeper.sendRequest('PUT', `/services/${own ?? ''}/members/${lou?.id ?? ''}`, {});

  const camille = await api('camille');
  const birth = `${String(new Date().getFullYear() - 15)}-01-01`;
  const familyName = inventedName();
  const { id, reference } = await camille.openCaseFile({ child: { familyName, birth, gender: 'girl' } });
  const worker = await as('camille');

  await test.step('boxes are ticked, and one question leaves', async () => {
    await worker.goto(`/dossiers/${id}/services`);
    for (const name of ['Compte', 'Lien', 'Téléphone'])
      await worker.getByRole('checkbox', { name: `Lui demander – ${name} ${mark}` }).check();
    await worker.getByLabel('Fondement du partage').selectOption('shared-secret');
    await worker.getByRole('checkbox', { name: /Personne autour de l’enfant/ }).check();
    await expectAccessible(worker, 'asking services');
    await worker.getByRole('button', { name: 'Envoyer la question' }).click();
    await expect(worker.getByRole('heading', { level: 1, name: 'Places demandées' })).toBeVisible();
    await expect(worker.getByText(/Demandé à 3.: 0 oui/)).toBeVisible();
    await expectAccessible(worker, 'places that were asked for');
  });

  await test.step('a member answers on a telephone, and sees nothing of the case', async () => {
    const member = await as('lou', PHONE);
    await member.goto('/orientations');
    const item = member.getByRole('listitem').filter({ hasText: `Compte ${mark}` });
    await expect(item.getByText('Une place cette nuit')).toBeVisible();
    await expect(member.getByText(reference)).toHaveCount(0);
    await expect(member.getByText(familyName)).toHaveCount(0);
    await item.getByRole('button', { name: /Répondre – Question/ }).click();
    await item.getByRole('radio', { name: 'Oui' }).check();
    await item.getByLabel('Nous tenons la place').selectOption('4');
    await expectAccessible(member, 'a question to one’s own service');
    await item.getByRole('button', { name: 'Répondre', exact: true }).click();
    await expect(member.getByText(/Réponse envoyée/)).toBeVisible();
  });

  await test.step('another has a link and a code, and no account', async () => {
    const link = async (): Promise<string> => {
      const { body } = await keeper.sendRequest<{ items: readonly { to: string; text: string }[] }>(
        'GET',
        '/demo-mails',
      );
      return /\/reponse#[\w-]{43}/.exec(body.items.find(({ to }) => to === email)?.text ?? '')?.[0] ?? '';
    };
    await expect.poll(link, { timeout: 20_000 }).not.toBe('');
    const { body } = await camille.sendRequest<CapacityQuestions>(
      'GET',
      `/case-files/${id}/capacity-questions`,
    );
    const code = body.items[0]?.requests.find(({ link: it }) => it?.code)?.link?.code ?? '';
    const context = await browser.newContext({ ...PHONE, baseURL: String(baseURL) });
    const page = await context.newPage();
    await page.goto(await link());
    await expect(page).toHaveURL(/\/reponse$/);
    await page.getByLabel('Code reçu par téléphone').fill(code);
    await expectAccessible(page, 'a link, before its code');
    await page.getByRole('button', { name: 'Voir la question' }).click();
    await expect(page.getByText(/13 à 15 ans, fille/i)).toBeVisible();
    await expect(page.getByText(reference)).toHaveCount(0);
    await page.getByRole('radio', { name: 'Oui' }).check();
    await page.getByLabel('Nous tenons la place').selectOption('12');
    await expectAccessible(page, 'a link, with its question');
    await page.getByRole('button', { name: 'Répondre' }).click();
    await expect(page.getByText(/Votre réponse est arrivée/)).toBeVisible();
    await context.close();
  });

  await test.step('answers stand on the page of who asked; one alone is told who the child is', async () => {
    await worker.reload();
    await expect(worker.getByText(/Demandé à 3.: 2 oui/)).toBeVisible();
    await worker.getByRole('button', { name: `Dire qui est l’enfant à ce service – Compte ${mark}` }).click();
    await expect(worker.getByRole('button', { name: /Dire qui est l’enfant/ })).toHaveCount(1);
    await worker.getByLabel('Vers qui').selectOption({ index: 1 });
    await expectAccessible(worker, 'telling one service who the child is');
  });

  await test.step('the search is closed in one press', async () => {
    await worker.getByRole('button', { name: 'Ne plus chercher' }).click();
    await expect(worker.getByText(/Recherche close. Les services le voient/)).toBeVisible();
    const member = await as('lou');
    await member.goto('/orientations');
    await expect(
      member
        .getByRole('listitem')
        .filter({ hasText: `Compte ${mark}` })
        .getByText(/^On ne cherche plus de place/),
    ).toBeVisible();
  });
});
