import { inventedName } from '../api-client';
import { expectAccessible } from '../axe';
import { expect, test } from '../journey';
import { makeSure, typeView } from '../pages/referring';
import { openMail } from '../pages/administration';

const PHONE = { viewport: { width: 390, height: 844 } };

test('one question to several shelters, a place found by a link on a phone, and who the child is told to one alone', async ({
  as,
  api,
}) => {
  test.slow();
  const name = inventedName();
  const birth = `${String(new Date().getFullYear() - 17)}-01-01`;
  const camille = await api('camille');
  const { id } = await camille.openCaseFile({ child: { calledName: name, birth, gender: 'girl' } });
  const page = await as('camille');
  const card = (service: string) =>
    page
      .getByRole('main')
      .getByRole('listitem')
      .filter({ has: page.getByRole('heading', { name: service }) });

  await test.step('who can take her: ticked on the list, asked without a word of who she is', async () => {
    await page.goto(`/dossiers/${id}`);
    await page.getByRole('link', { name: 'Qui peut accueillir' }).click();
    await expect(page.getByText(/la loi protège jusqu’à 18 ans \(G05\)/)).toBeVisible();
    await page.getByText(/services impossibles\s: voir pourquoi/).click();
    await expect(card('Maison fictive des Petits').getByText(/Seul son âge l’exclut/)).toBeVisible();
    for (const service of ['Foyer fictif des Tilleuls', 'Accueil fictif de Paris'])
      await card(service)
        .getByRole('checkbox', { name: /Lui demander/ })
        .check();
    await expectAccessible(page, 'services that are ticked');
    await page.getByRole('button', { name: 'Écrire la question' }).click();
    await expect(
      page.getByRole('heading', { name: 'Demander une place sans dire qui est l’enfant' }),
    ).toBeFocused();
    await page.getByLabel('Fondement du partage').selectOption({ index: 1 });
    await page.getByRole('checkbox', { name: /^Personne autour de l’enfant/ }).check();
    await page.getByRole('button', { name: 'Envoyer la question' }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Places demandées' })).toBeVisible();
    await expect(page.getByText(/^Réponse attendue \(délai de l’outil\)/)).toBeVisible();
    await expectAccessible(page, 'places that were asked for');
  });

  await test.step('nobody there has an account: a link by mail, a code by telephone', async () => {
    const code = (await card('Foyer fictif des Tilleuls').locator('.code strong').textContent()) ?? '';
    const shelter = await openMail(
      await as('alix'),
      'accueil@tilleuls.example',
      'une question pour votre service',
      PHONE,
    );
    await shelter.getByLabel('Code reçu par téléphone').fill(code === '000000' ? '000001' : '000000');
    await shelter.getByRole('button', { name: 'Voir la question' }).click();
    await expect(shelter.getByRole('alert').filter({ hasText: /\S/ }).first()).toBeVisible();
    await shelter.getByLabel('Code reçu par téléphone').fill(code);
    await shelter.getByRole('button', { name: 'Voir la question' }).click();
    await expect(shelter.getByText('Une place cette nuit')).toBeVisible();
    await expect(shelter.getByRole('main')).not.toContainText(new RegExp(`${name}|Camille|RP-`));
    await shelter.getByRole('radio', { name: 'Oui' }).check();
    await shelter.getByLabel('Nous tenons la place').selectOption('12 heures');
    await shelter.getByLabel(/^Qui rappeler/).fill('La veille, 01 99 00 12 31');
    await expectAccessible(shelter, 'an answer by a link, on a phone');
    await shelter.getByRole('button', { name: 'Répondre' }).click();
    await expect(shelter.getByText(/^Merci. Votre réponse est arrivée/)).toBeVisible();
    await shelter.context().close();
  });

  await test.step('who answered by telephone is written down', async () => {
    await page.reload();
    await expect(page.getByRole('heading', { name: 'Une place est tenue.' })).toBeVisible();
    const paris = card('Accueil fictif de Paris');
    await paris.getByRole('button', { name: /^Noter une réponse reçue par téléphone/ }).click();
    await paris.getByRole('radio', { name: 'Non' }).check();
    await paris.getByLabel('Pourquoi').selectOption({ index: 1 });
    await paris.getByRole('button', { name: 'Noter la réponse' }).click();
    await expect(page.getByText('Réponse notée.')).toBeVisible();
  });

  await test.step('who she is goes to the one that said yes, and is in the register of sharing', async () => {
    const found = card('Foyer fictif des Tilleuls');
    await expect(found).toContainText('La veille, 01 99 00 12 31');
    await expect(page.getByRole('button', { name: /^Noter que je lui ai dit/ })).toHaveCount(1);
    await found.getByRole('button', { name: /^Noter que je lui ai dit/ }).click();
    await found.getByLabel('Ce que vous avez dit').fill('Son prénom, son âge, et qu’elle arrive ce soir.');
    await found.getByRole('checkbox', { name: /^identité/ }).check();
    await found.getByRole('radio', { name: 'Par téléphone ou de vive voix' }).check();
    await found
      .getByRole('group', { name: /tenue au secret/ })
      .getByRole('radio', { name: 'Oui' })
      .check();
    await found.getByLabel('Pour quel motif ?').selectOption({ index: 1 });
    await found.getByRole('textbox', { name: /^Pourquoi fallait-il/ }).fill('Pour l’accueillir.');
    for (const who of [/^L’enfant le savait/, /^Les parents/])
      await found.getByRole('group', { name: who }).getByRole('radio', { name: 'Oui' }).check();
    await typeView(found);
    await makeSure(found);
    await found.getByRole('button', { name: 'Noter', exact: true }).click();
    await expect(page.getByText('Identité dite à ce service.').first()).toBeVisible();
    await page.goto(`/dossiers/${id}/vie-privee`);
    await expect(page.getByText('Foyer fictif des Tilleuls').first()).toBeVisible();
  });
});
