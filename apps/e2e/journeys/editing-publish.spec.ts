import type { Locator, Page } from '@playwright/test';
import type { ProtocolSummary, ReadableProtocol, StepPage } from '@repere/contract';
import { expectAccessible } from '../axe';
import { expect, test } from '../journey';

const OPEN_DRAFTS = '/protocoles/brouillons';
const SECOND_PERSON = `    approvedBy: { role: SUP, when: 'final = "adult"', effect: before }`;

test('a lawyer changes a deadline, is refused when a child would fail, and publishes with a second person', async ({
  as,
  api,
}) => {
  // Exploring all protocols together takes a while, twice.
  test.setTimeout(25 * 60_000);
  const pia = await as('pia');
  await pia.goto('/protocoles/age-doubt');
  await expect(pia.getByRole('heading', { level: 1 })).toContainText('Doute sur l’âge');

  await test.step('starts from the version that she reads', async () => {
    await pia.getByRole('button', { name: 'Modifier' }).click();
    await expect(pia.getByRole('heading', { level: 1 })).toHaveText('Doute sur l’âge, brouillon 1.0.0');
    await expect(pia.getByRole('textbox', { name: 'Texte de protocol.yaml' })).toBeVisible();
  });
  const draft = new URL(pia.url()).pathname;

  await test.step('is told of a mistake as she types, with its line', async () => {
    await exchange(pia, 'within: end of day', 'within: end of dai');
    await expect(pia.getByRole('status').filter({ hasText: '1 erreur' })).toBeVisible();
    await pia.getByRole('button', { name: /^protocol\.yaml, ligne \d+$/ }).click();
    await expect(pia.getByRole('textbox', { name: 'Texte de protocol.yaml' })).toBeFocused();
    await expectAccessible(pia, 'draft with a mistake');
  });

  await test.step('changes the deadline, and keeps the text through a reload', async () => {
    await exchange(pia, 'within: end of dai', 'within: end of day');
    // The form is that of the step in which she writes.
    await pia.getByRole('button', { name: 'Formulaires' }).click();
    await expect(pia.getByRole('region', { name: /^P2\.11 – / })).toBeVisible({ timeout: 45_000 });
    await pia.getByLabel('À faire').selectOption('at once');
    await pia.getByRole('button', { name: 'Mettre ce délai' }).click();
    await expect(pia.getByText('Le délai est dans le texte.')).toBeVisible();
    await pia.getByRole('button', { name: 'Problèmes' }).click();
    await expect(pia.getByRole('status').filter({ hasText: 'Sur cet appareil' })).toBeVisible();
    pia.once('dialog', (dialog) => dialog.accept());
    await pia.reload();
    await expect(pia.getByText('Texte non enregistré, retrouvé sur cet appareil')).toBeVisible();
    await pia.keyboard.press('Control+s');
    await expect(pia.getByRole('status').filter({ hasText: 'Enregistré' })).toBeVisible();
  });

  await test.step('the worked example that told the old deadline fails, and she corrects it', async () => {
    await pia.getByRole('button', { name: /^examples\/16-.*ligne 1$/ }).click();
    await exchange(pia, '2025-03-04T00:00, origin', '2025-03-03T16:30, origin', /^Texte de examples\/16-/);
    await pia.keyboard.press('Control+s');
    await expect(pia.getByRole('status').filter({ hasText: /^2 avertissements/ })).toBeVisible();
    await pia.getByRole('button', { name: 'protocol.yaml', exact: true }).click();
  });

  await test.step('changes a sentence and a list of reasons with forms; nothing else is wrong with it', async () => {
    await pia.getByRole('button', { name: 'Formulaires' }).click();
    await pia.getByLabel('Ce que vous changez').selectOption('steps.need');
    await appendTo(pia.getByLabel('Conseil, en français'), ' Notez qui doute.');
    await appendTo(pia.getByLabel('Conseil, en anglais'), ' Note who doubts.');
    await pia.getByRole('button', { name: 'Toujours juste' }).click();
    await pia
      .getByText(/^Voir les motifs/)
      .first()
      .click();
    await pia.getByRole('button', { name: 'L’écrire dans ce protocole, pour la changer' }).click();
    await expect(pia.getByRole('heading', { name: 'Liste doubt' })).toBeFocused();
    await pia.getByText('Ajouter un motif').click();
    await pia.getByLabel('Code').fill('school_papers');
    await pia.getByLabel('Français', { exact: true }).fill('papiers de l’école contraires');
    await pia.getByLabel('Anglais', { exact: true }).fill('school papers say otherwise');
    await expectAccessible(pia, 'a list of reasons of the protocol');
    await pia.getByRole('button', { name: 'Mettre dans la liste' }).click();
    await expect(pia.getByText('school_papers est ajouté.')).toBeVisible();
    await pia.getByRole('button', { name: 'Problèmes' }).click();
    await pia.keyboard.press('Control+s');
    await expect(pia.getByRole('status').filter({ hasText: /^2 avertissements/ })).toBeVisible();
  });

  await test.step('reads what it changes, takes the number, tells practitioners', async () => {
    await tab(pia, 'Ce qui change');
    await expect(pia.getByRole('heading', { name: /Protège davantage/ })).toBeVisible();
    await expect(
      pia.getByText('Le motif « papiers de l’école contraires » est ajouté à la liste'),
    ).toBeVisible();
    await pia.getByRole('button', { name: 'Écrire 1.1.0 et enregistrer' }).click();
    await expect(pia.getByText('Le numéro 1.1.0 convient.')).toBeVisible();
    await pia.getByLabel('En français').fill('Le recours se cherche tout de suite.');
    await pia.getByLabel('En anglais').fill('The remedy is looked for at once.');
    await pia.getByRole('button', { name: 'Enregistrer', exact: true }).click();
    await expect(pia.getByRole('status').filter({ hasText: 'Enregistré' })).toBeVisible();
    await expectAccessible(pia, 'what changes');
  });

  await test.step('sees how many open cases it would change, and none of them', async () => {
    await tab(pia, 'Dossiers ouverts');
    await pia.getByRole('button', { name: 'Lancer un essai à blanc' }).click();
    await expect(pia.getByRole('status').filter({ hasText: 'Terminé' })).toBeVisible({ timeout: 120_000 });
    await expect(pia.getByText(/dossiers? ouverts? (ne )?changerai/)).toBeVisible();
    await expect(pia.getByRole('link', { name: /^RP-/ })).toHaveCount(0);
    await expectAccessible(pia, 'dry run');
  });

  await test.step('tries it on a made-up case', async () => {
    await tab(pia, 'Texte');
    await pia.getByRole('button', { name: 'Essayer' }).click();
    await expect(pia.getByText('ce dossier n’existe pas')).toBeVisible({ timeout: 45_000 });
    await pia.getByRole('button', { name: /^P2\.1 – / }).click();
    await pia.getByLabel('Un doute motivé sur l’âge a été exprimé').selectOption('oui');
    await pia.getByLabel('Faut-il lever ce doute maintenant ?').selectOption('oui');
    await pia.getByRole('button', { name: 'Faire l’étape' }).click();
    await expect(pia.getByRole('status').filter({ hasText: /est fait\. \d+ étapes? / })).toBeVisible();
    await expectAccessible(pia, 'a made-up case');
    await pia.getByRole('button', { name: 'Problèmes' }).click();
  });

  await test.step('takes a second person away: refused, with the story of the child', async () => {
    await tab(pia, 'Texte');
    await exchange(pia, SECOND_PERSON, '');
    await tab(pia, 'Garde-fous');
    await explore(pia);
    const counterExample = pia
      .getByRole('article')
      .filter({ hasText: /L’outil ne dit jamais|Majorité par décision de justice/ });
    await expect(counterExample.getByText('Voici l’histoire de l’enfant').first()).toBeVisible();
    await expect(counterExample.first().getByRole('listitem')).not.toHaveCount(0);
    await expectAccessible(pia, 'broken safeguard');
    await tab(pia, 'Relecture');
    await pia.getByRole('button', { name: /^Publier la version/ }).click();
    const missing = pia.getByRole('region', { name: /avant de publier/ });
    await expect(missing).toBeFocused();
    await expect(missing).toContainText('Une promesse n’est plus tenue');
    await expect(
      missing.getByRole('listitem').filter({ hasText: 'Une promesse' }).first().locator('ol li'),
    ).not.toHaveCount(0);
  });

  await test.step('puts it back', async () => {
    await tab(pia, 'Texte');
    await exchange(
      pia,
      '    evidence: [proof_of_finality]',
      `${SECOND_PERSON}\n    evidence: [proof_of_finality]`,
    );
    await tab(pia, 'Garde-fous');
    await explore(pia);
    // The verdict on the text before may still stand there for a moment.
    await expect(pia.getByText('Aucune promesse rompue.')).toBeVisible({ timeout: 12 * 60_000 });
    await tab(pia, 'Relecture');
    await pia.getByRole('button', { name: 'Soumettre à relecture' }).click();
    await expect(pia.getByText('Soumis à relecture.')).toBeVisible();
  });

  await test.step('a second person writes beside it and agrees', async () => {
    const paul = await as('paul');
    await paul.goto(`${draft}/relecture`);
    await paul.getByLabel('Votre remarque').fill('Et la nuit, qui cherche le toit ?');
    await paul.getByRole('radio', { name: 'une étape' }).check();
    await paul.getByLabel('Étape', { exact: true }).selectOption({ index: 2 });
    await paul.getByRole('button', { name: 'Ajouter la remarque' }).click();
    await expect(paul.getByText('Et la nuit, qui cherche le toit ?', { exact: true })).toBeVisible();
    await expectAccessible(paul, 'review');
    await paul.getByRole('button', { name: /^Approuver la révision/ }).click();
    await expect(paul.getByText('Approuvé.', { exact: true })).toBeVisible();
  });

  await test.step('it is published, and a case opened afterwards runs it', async () => {
    await pia.reload();
    await pia.getByRole('button', { name: 'C’est réglé' }).click();
    await expect(pia.getByText(/^Réglé/)).toBeVisible();
    await pia.getByRole('button', { name: 'Publier la version 1.1.0' }).click();
    await expect(pia.getByText('La version 1.1.0 est publiée.')).toBeVisible();
    const camille = await api('camille');
    const { id } = await camille.openCaseFile();
    const { state } = await camille.readCaseFile(id);
    await camille.sendRequest('POST', `/case-files/${id}/runs`, { protocol: 'age-doubt' }, state.seq);
    const run = (await camille.readCaseFile(id)).state.runs.find(({ protocol }) => protocol === 'age-doubt');
    expect(run?.version).toBe('1.1.0');
    const need = await camille.sendRequest<StepPage>(
      'GET',
      `/case-files/${id}/runs/${run?.runId ?? ''}/steps/need`,
    );
    expect(need.body.guidance?.fr).toMatch(/ Notez qui doute\.$/);
    expect(need.body.guidance?.en).toMatch(/ Note who doubts\.$/);
    expect(need.body.asks.reasons['yes']?.map(({ code }) => code)).toEqual(
      expect.arrayContaining(['papers_conflict', 'school_papers']),
    );
    await camille.complete(id, 'age-doubt', 'need', {
      values: { doubt_voiced: 'yes', doubt_needed: 'yes' },
      reasons: ['school_papers'],
      bestInterests: 'Savoir protège ses droits.',
      childView: { said: '« D’accord. »' },
    });
    await expectOnPage(await as('camille'), `/dossiers/${id}/chronologie`, 'papiers de l’école contraires');
    const { body: published } = await camille.sendRequest<ReadableProtocol>(
      'GET',
      '/protocols/age-doubt/versions/1.1.0',
    );
    const remedy = published.document.steps.find((it) => it.id === 'remedy');
    expect(remedy?.due?.within).toBe('at once');
    const { body } = await camille.sendRequest<readonly ProtocolSummary[]>('GET', '/protocols');
    expect(body.find(({ protocol, inForce }) => protocol === 'age-doubt' && inForce)?.version).toBe('1.1.0');
  });
});

test('drafts are not for who works on cases', async ({ as, api }) => {
  const { status } = await (await api('camille')).sendRequest('GET', '/protocol-drafts');
  expect(status).toBe(403);
  const camille = await as('camille');
  await camille.goto('/protocoles');
  await expect(camille.getByRole('link', { name: 'Brouillons' })).toHaveCount(0);
  await camille.goto(OPEN_DRAFTS);
  await expect(camille.getByRole('button', { name: 'Commencer un brouillon' })).toHaveCount(0);
});

const tab = (page: Page, name: string): Promise<void> =>
  page.getByRole('navigation', { name: 'Pages du brouillon' }).getByRole('link', { name }).click();

async function appendTo(field: Locator, words: string): Promise<void> {
  await field.press('Control+End');
  await field.pressSequentially(words);
}

async function expectOnPage(page: Page, address: string, words: string): Promise<void> {
  await page.goto(address);
  await expect(page.getByText(words).first()).toBeVisible();
}

/** As a person would: looks for the words, and writes others over them. */
async function exchange(
  page: Page,
  words: string,
  by: string,
  file: string | RegExp = 'Texte de protocol.yaml',
): Promise<void> {
  const editor = page.getByRole('textbox', { name: file });
  await editor.focus();
  await page.keyboard.press('Control+f');
  const wanted = page.getByRole('textbox', { name: 'Chercher' });
  await wanted.fill('');
  await wanted.pressSequentially(words);
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');
  await expect(editor).toBeFocused();
  await page.keyboard.insertText(by);
}

/** Asks for it and waits for its end: the server first says that it has begun. */
async function explore(page: Page): Promise<void> {
  const begun = page.waitForResponse((response) => response.url().endsWith('/explorations'));
  await page.getByRole('button', { name: /^Explorer/ }).click();
  await begun;
  await expect(page.getByRole('status').filter({ hasText: /^\s*Exploré/ })).toBeVisible({
    timeout: 12 * 60_000,
  });
}
