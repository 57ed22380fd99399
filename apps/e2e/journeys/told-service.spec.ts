import type { DirectoryService, SentReferrals } from '@repere/contract';
import { inventedName } from '../api-client';
import { expectAccessible } from '../axe';
import { expect, test } from '../journey';
import { makeSure, typeView } from '../pages/referring';

const PHONE = { viewport: { width: 390, height: 844 } };

test('a service without account is told of a child, and answers on a telephone by a link and a code', async ({
  as,
  api,
  browser,
  baseURL,
}) => {
  const mark = inventedName();
  const email = `told-${mark.toLowerCase().replace(/[^a-z]/g, '')}@ailleurs.example`;
  const keeper = await api('alix');
  await keeper.sendRequest<DirectoryService>('POST', '/services', {
    ...{ name: `Foyer ${mark}`, kind: 'young-shelter', territories: ['93'], needs: ['bed-tonight'] },
    ...{ ages: { from: 13, to: 17 }, sexes: ['girl'], languages: null, has: ['night-staff'], hasNot: [] },
    ...{ freePlaces: 1, phones: ['01 99 00 12 51'], opening: 'always', email },
  });
  const camille = await api('camille');
  const birth = `${String(new Date().getFullYear() - 15)}-01-01`;
  const familyName = inventedName();
  const { id, reference } = await camille.openCaseFile({ child: { familyName, birth, gender: 'girl' } });
  const worker = await as('camille');

  await test.step('what it was told by telephone is noted from the list of who can take the child', async () => {
    await worker.goto(`/dossiers/${id}/services`);
    await worker.getByRole('link', { name: `Orienter par téléphone ou par écrit – Foyer ${mark}` }).click();
    await expect(worker.getByRole('heading', { name: `Foyer ${mark}` })).toBeVisible();
    await worker.getByLabel('Pour quel besoin').selectOption('bed-tonight');
    await worker.getByLabel('Pourquoi son identité part avant un oui').fill('Elle est devant moi.');
    await worker.getByLabel('Ce que vous avez dit').fill('Une fille de 15 ans, un lit pour cette nuit.');
    await worker.getByRole('checkbox', { name: /^identité/i }).check();
    await worker.getByRole('radio', { name: 'Par écrit' }).check();
    await worker
      .getByRole('group', { name: /tenue au secret/ })
      .getByRole('radio', { name: 'Oui' })
      .check();
    await worker.getByLabel('Pour quel motif ?').selectOption({ index: 1 });
    await worker.getByRole('textbox', { name: /^Pourquoi fallait-il/ }).fill('Pour l’accueillir cette nuit.');
    for (const who of [/^L’enfant le savait/, /^Les parents/])
      await worker.getByRole('group', { name: who }).getByRole('radio', { name: 'Oui' }).check();
    await typeView(worker);
    await makeSure(worker);
    await expectAccessible(worker, 'telling a service without account');
    await worker.getByRole('button', { name: 'Noter et attendre la réponse' }).click();
    await expect(worker.getByRole('heading', { level: 1, name: 'Orientations du dossier' })).toBeVisible();
    await expect(worker.getByText('Code à dire par téléphone')).toBeVisible();
    await expectAccessible(worker, 'a referral to a service without account');
  });

  await test.step('it answers by the link and the code, and learns nothing of the case there', async () => {
    const link = async (): Promise<string> => {
      const { body } = await keeper.sendRequest<{ items: readonly { to: string; text: string }[] }>(
        'GET',
        '/demo-mails',
      );
      const text = body.items.find(({ to }) => to === email)?.text ?? '';
      return /\/reponse-orientation#[\w-]{43}/.exec(text)?.[0] ?? '';
    };
    await expect.poll(link, { timeout: 20_000 }).not.toBe('');
    const { body } = await camille.sendRequest<SentReferrals>('GET', `/case-files/${id}/referrals`);
    const code = body.needs[0]?.referrals[0]?.service?.link?.code ?? '';
    const context = await browser.newContext({ ...PHONE, baseURL: String(baseURL) });
    const page = await context.newPage();
    // Opened without its end at first, then pasted whole in the same tab.
    await page.goto('/reponse-orientation');
    await expect(page.getByText('Ce lien est incomplet')).toBeVisible();
    const whole = await link();
    await page.evaluate((address) => {
      location.href = address;
    }, whole);
    await expect(page.getByLabel('Code reçu par téléphone')).toBeVisible();
    await expect(page).toHaveURL(/\/reponse-orientation$/);
    await page.getByLabel('Code reçu par téléphone').fill(code);
    await page.getByRole('button', { name: 'Voir ce qui est demandé' }).click();
    await expect(page.getByText('À vous de répondre')).toBeVisible();
    for (const word of [reference, familyName, 'Une fille de 15 ans'])
      await expect(page.getByText(word)).toHaveCount(0);
    await page.getByRole('radio', { name: 'Oui, nous prenons' }).check();
    await expectAccessible(page, 'a link, with its referral');
    await page.getByRole('button', { name: 'Répondre' }).click();
    await expect(page.getByText('Vous avez accepté')).toBeVisible();
    await page.getByLabel('Écrire à l’équipe').fill('Entrée par la cour : à quelle heure ?');
    await page.getByRole('button', { name: 'Envoyer le message' }).click();
    await expect(page.getByText('Message envoyé.')).toBeVisible();

    // The team writes back, and is read behind the next link, with the same code.
    await worker.reload();
    const asked = worker.locator('app-sent-messages');
    await expect(asked.getByText('Entrée par la cour : à quelle heure ?')).toBeVisible();
    await asked.getByLabel('Écrire à ce service').fill('Vers 19 h.');
    await asked.getByRole('button', { name: 'Envoyer le message' }).click();
    await expect(asked.getByText('Vers 19 h.')).toBeVisible();
    await expect.poll(link, { timeout: 20_000 }).not.toBe(whole);
    await page.goto('/reponse-orientation');
    const next = await link();
    await page.evaluate((address) => {
      location.href = address;
    }, next);
    await page.getByLabel('Code reçu par téléphone').fill(code);
    await page.getByRole('button', { name: 'Voir ce qui est demandé' }).click();
    await expect(page.getByText('Vers 19 h.')).toBeVisible();
    await expectAccessible(page, 'a link, with its messages');
    await context.close();
  });

  await test.step('its answer stands on the page of who told it, and the need is met', async () => {
    await worker.reload();
    await expect(worker.getByText('Un service a accepté.')).toBeVisible();
    await expect(worker.getByText(/Acceptée/).first()).toBeVisible();
    await worker.getByRole('button', { name: `L’enfant a été reçu – Foyer ${mark}` }).click();
    await expect(worker.getByText('Enfant reçu')).toBeVisible();
  });
});
