import type { Page } from '@playwright/test';
import { expectAccessible } from '../axe';
import { expect, test } from '../journey';

test('a lawyer changes a sentence, a deadline and a list with forms; the text says the same', async ({
  as,
}) => {
  test.setTimeout(5 * 60_000);
  const pia = await as('pia');
  await pia.goto('/protocoles/follow-up-quarter');
  await pia.getByRole('button', { name: 'Modifier' }).click();
  await expect(pia.getByRole('heading', { level: 1 })).toContainText('brouillon 1.0.0');
  const text = pia.getByRole('textbox', { name: /^Texte de / });
  await pia.getByRole('button', { name: 'Formulaires' }).click();
  const subject = pia.getByLabel('Ce que vous changez');
  await expect(subject).toBeVisible({ timeout: 45_000 });

  await test.step('a sentence: each key is in the text, which shows its line', async () => {
    const title = pia.getByLabel('Titre, en français');
    const before = await title.inputValue();
    await title.press('End');
    await title.pressSequentially(' : calmement');
    await expect(text).toContainText(`title: "${before} : calmement"`);
    await expect(pia.locator('.cm-activeLine')).toContainText('calmement');
    await expect(title).toBeFocused();
    await expectAccessible(pia, 'forms of a draft');
  });

  await test.step('undo in the text takes it back in the form, and redo brings it again', async () => {
    const title = pia.getByLabel('Titre, en français');
    await text.focus();
    for (let press = 0; press < 15 && (await title.inputValue()).includes(':'); press++)
      await pia.keyboard.press('Control+z');
    await expect(title).not.toHaveValue(/calme/);
    for (let press = 0; press < 15 && !(await title.inputValue()).endsWith('calmement'); press++)
      await pia.keyboard.press('Control+y');
    await expect(title).toHaveValue(/ : calmement$/);
  });

  await test.step('its English is still right', async () => {
    await pia.getByRole('button', { name: 'Toujours juste' }).click();
    await expect(pia.getByRole('button', { name: 'Toujours juste' })).toHaveCount(0);
  });

  await test.step('a deadline: the law needs its ground, as the checker says', async () => {
    await pia.getByLabel('Origine').selectOption('LEGAL');
    await pia.getByLabel('Fondement').fill('');
    await pia.getByRole('button', { name: 'Mettre ce délai' }).click();
    await expect(
      pia.getByRole('alert').filter({ hasText: 'Cette origine demande son fondement.' }),
    ).toBeFocused();
    await pia.getByLabel('Fondement').fill('F9999');
    await pia.getByRole('button', { name: 'Mettre ce délai' }).click();
    await expect(pia.getByRole('link', { name: /F9999/ })).toBeVisible();
    await expectAccessible(pia, 'refused deadline');
    await pia.getByLabel('Origine').selectOption('TOOL');
    await pia.getByLabel('Fondement').fill('P1.1');
    await pia.getByLabel('À faire').selectOption('days');
    await pia.getByLabel('Combien').fill('3');
    await pia.getByRole('button', { name: 'Mettre ce délai' }).click();
    await expect(pia.getByText('Le délai est dans le texte.')).toBeVisible();
    await expect(text).toContainText('within: 3 days');
  });

  await test.step('a list: one more answer, in its place', async () => {
    await chooseQuestionWithList(pia);
    await pia.getByText('Ajouter une réponse').click();
    await pia.getByLabel('Code').fill('by_letter');
    await pia.getByLabel('Français', { exact: true }).fill('par lettre : simple');
    await pia.getByLabel('Anglais', { exact: true }).fill('by letter');
    await pia.getByRole('button', { name: 'Mettre dans la liste' }).click();
    await expect(pia.getByText('by_letter est ajouté.')).toBeVisible();
    const added = pia.getByRole('listitem').filter({ hasText: 'by_letter' });
    await added.getByRole('button', { name: 'Monter' }).click();
    await expect(added.getByRole('button', { name: 'Descendre' })).toBeVisible();
    await expectAccessible(pia, 'list of answers');
  });

  await test.step('on a telephone nothing scrolls sideways', async () => {
    await pia.setViewportSize({ width: 390, height: 844 });
    const wide = await pia.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(wide).toBeLessThanOrEqual(0);
    await pia.setViewportSize({ width: 1280, height: 800 });
  });

  await test.step('a text that can’t be read holds nothing back: the line is told', async () => {
    await text.focus();
    await pia.keyboard.press('Control+Home');
    await pia.keyboard.insertText('"');
    await expect(pia.getByText(/Le texte ne peut pas être lu pour l’instant/)).toBeVisible();
    await expect(pia.getByRole('button', { name: /^protocol\.yaml, ligne \d+$/ }).first()).toBeVisible();
    await pia.keyboard.press('Backspace');
    await expect(subject).toBeVisible();
  });

  await test.step('what changed is said; it is numbered and saved', async () => {
    await tab(pia, 'Ce qui change');
    await pia.getByRole('button', { name: /^Écrire 1\.\d\.\d et enregistrer/ }).click();
    await pia.getByLabel('En français').fill('Un délai, une phrase, une réponse de plus.');
    await pia.getByLabel('En anglais').fill('A deadline, a sentence, one more answer.');
    await pia.getByRole('button', { name: 'Enregistrer', exact: true }).click();
    await expect(pia.getByRole('status').filter({ hasText: 'Enregistré' })).toBeVisible();
  });
});

const tab = (page: Page, name: string): Promise<void> =>
  page.getByRole('navigation', { name: 'Pages du brouillon' }).getByRole('link', { name }).click();

/** The first question whose closed list may grow. */
async function chooseQuestionWithList(page: Page): Promise<void> {
  const subject = page.getByLabel('Ce que vous changez');
  for (const code of await subject
    .locator('option[value^="facts."]')
    .evaluateAll((all) => all.map((it) => it.getAttribute('value') ?? ''))) {
    await subject.selectOption(code);
    await expect(page.getByLabel('Titre, en français')).toBeVisible();
    if (await page.getByText('Ajouter une réponse').isVisible()) return;
  }
  throw new Error('No question has a list');
}
