import type { CaseFile } from '@repere/contract';
import { inventedName, stepAddress } from '../api-client';
import { expect, test } from '../journey';
import { printRecorded } from '../pages/print-recorded';
import { signInAgain } from '../pages/sign-in';
import { StepForm } from '../pages/step-form';
import { fullCase, pagesOf } from '../scenarios/every-page';

test('the privacy screen hides all at once and gives all back', async ({ as, api }) => {
  const calledName = inventedName();
  const file = await (await api('camille')).openCaseFile({ child: { calledName } });
  const page = await as('camille');
  await page.goto(stepAddress(file, 'identification', 'intake'));
  const needs = page.getByRole('textbox', { name: /^Besoins immédiats/ });
  await needs.pressSequentially('Dormir');
  for (const hide of [
    () => page.getByRole('button', { name: 'Masquer' }).click(),
    async () => {
      await needs.focus();
      await page.keyboard.press('Escape');
      await page.keyboard.press('Escape');
    },
  ]) {
    await hide();
    await expect(page.getByRole('heading', { level: 1, name: 'Écran masqué' })).toBeVisible();
    expect(await page.locator('body').innerHTML()).not.toContain(calledName);
    await expect(page).toHaveTitle('Repère');
    await page.keyboard.press('Enter');
    await expect(needs).toHaveValue('Dormir');
  }
  await expect(needs).toBeFocused();
});

test('a session that ends locks the page where it stands; the same person finds it again', async ({
  as,
  api,
}) => {
  const calledName = inventedName();
  const file = await (await api('camille')).openCaseFile({ child: { calledName } });
  const page = await as('camille');
  await page.goto(stepAddress(file, 'identification', 'intake'));
  const needs = page.getByRole('textbox', { name: /^Besoins immédiats/ });
  await new StepForm(page).isShown();
  await page.context().clearCookies();
  await needs.fill('Dormir au chaud');
  await expect(page.getByRole('heading', { level: 1, name: 'Séance verrouillée' })).toBeVisible();
  expect(await page.locator('body').innerHTML()).not.toContain(calledName);

  await signInAgain(page, 'camille');
  await expect(needs).toHaveValue('Dormir au chaud');
  await expect(needs).toBeFocused();
  await expect(new StepForm(page).saved).toBeVisible();
});

test('a printed case has every step and no navigation', async ({ as, api }) => {
  const file = await fullCase(await api('camille'));
  const page = await as('camille');
  await page.goto(`/dossiers/${file.id}/document`);
  await expect(page.getByRole('region', { name: 'Chronologie' })).toBeVisible();
  await printRecorded(page);
  await page.emulateMedia({ media: 'print' });
  // A step that several protocols use has the same title in each; a page prints it with the apostrophe of print.
  for (const step of file.state.runs.flatMap((run) => run.steps))
    await expect(
      page.getByRole('article', { name: step.title.fr.replaceAll("'", '’'), exact: true }).first(),
    ).toBeVisible();
  await expect(page.getByRole('navigation')).toHaveCount(0);
  await expect(page.getByRole('button', { name: /Imprimer|Masquer|Compte|English/ })).toHaveCount(0);
  await expect(page.getByRole('main')).toContainText(file.reference);
  await expect(page.getByRole('main')).toContainText(/Édité le .* par Camille Exemple/);
});

test('the call card is one page, however much the case holds; it is printed once the record has it', async ({
  as,
  api,
}) => {
  const client = await api('camille');
  const file = await fullCase(client);
  const page = await as('camille');
  const long = (words: string) => words.repeat(60);
  const pagesOf = async () =>
    (await page.pdf({ format: 'A4' })).toString('latin1').match(/\/Type\s*\/Page\b/g)?.length;
  const card = `/dossiers/${file.id}/document?papier=fiche`;
  await page.goto(card);
  await expect(page.getByRole('region', { name: 'Qui appeler' })).toBeVisible();
  await printRecorded(page);
  expect(await pagesOf()).toBe(1);

  await page.route(/\/api\/case-files\/[^/]+(\/journal)?\?/, async (route) => {
    const response = await route.fetch();
    const answer = (await response.json()) as CaseFile & { readonly items: readonly object[] };
    const safeContact = Object.fromEntries(
      ['how', 'hours', 'codeWord', 'mayBeLeft', 'whoElseReads'].map((key) => [key, long('mot ')]),
    );
    const people = Array.from({ length: 60 }, (_, place) => ({
      ...{ id: String(place), name: long('Nom '), relation: 'parent', contact: long('06 ') },
      mayBeContacted: place % 2 === 0,
    }));
    const calls = Array.from({ length: 9 }, () => ({
      who: { fr: long('qui '), en: long('who ') },
      numbers: ['17', '112'],
    }));
    await route.fulfill({
      response,
      json: answer.items
        ? { ...answer, items: answer.items.map((it) => ({ ...it, childView: { said: long('je veux ') } })) }
        : { ...answer, people, calls, child: { ...answer.child, safeContact } },
    });
  });
  await page.reload();
  await expect(page.getByText(/et 25 autres/).first()).toBeVisible();
  await printRecorded(page);
  expect(await pagesOf()).toBe(1);
});

test('a page about a case leaves on no paper that the record does not know of', async ({ as, api }) => {
  const client = await api('camille');
  const file = await fullCase(client);
  const page = await as('camille');
  const instead = page.getByText(/^Un dossier s’imprime depuis/);
  const printed = async () => {
    await page.emulateMedia({ media: 'print' });
    const lines = (await page.locator('body').innerText()).split('\n').filter((line) => line.trim());
    // What says that all is invented stands on each paper.
    return lines.filter((line) => !line.startsWith('FICTIF')).join('\n');
  };
  for (const part of ['', '/chronologie', '/acces', '/document', '/document?papier=fiche']) {
    await page.emulateMedia({ media: 'screen' });
    await page.goto(`/dossiers/${file.id}${part}`);
    await expect(page.locator('h1')).toBeVisible();
    await expect(page.locator('.bones, .rp-bones')).toHaveCount(0);
    await expect(instead).toBeHidden();
    expect.soft(await printed(), part).toMatch(/^Un dossier s’imprime [^\n]*$/);
  }
  await page.emulateMedia({ media: 'screen' });
  await printRecorded(page);
  expect(await printed()).toContain(file.reference);
  await expect(instead).toBeHidden();
  // Another document is another printing.
  await page.emulateMedia({ media: 'screen' });
  await page.getByRole('link', { name: 'Dossier pour un juge' }).click();
  await expect(page.getByRole('button', { name: 'Imprimer' })).toBeVisible();
  await page.emulateMedia({ media: 'print' });
  await expect(instead).toBeVisible();
});

test('nothing moves for those who asked for it', async ({ as, api }) => {
  const file = await (await api('camille')).openCaseFile();
  const page = await as('camille', { reducedMotion: 'reduce' });
  await page.goto(`/dossiers/${file.id}`);
  await page.getByRole('button', { name: 'Compte', exact: true }).click();
  await expect(page.getByRole('menu')).toBeVisible();
  const moving = () =>
    document
      .getAnimations()
      .filter(({ effect }) => Number(effect?.getComputedTiming().activeDuration) > 20)
      .map((animation) => (animation instanceof CSSAnimation ? animation.animationName : 'transition'));
  expect(await page.evaluate(moving)).toEqual([]);
  await page.keyboard.press('Escape');
  await page.getByRole('link', { name: 'Faire cette étape' }).click();
  await new StepForm(page).isShown();
  expect(await page.evaluate(moving)).toEqual([]);
});

test('320 pixels are enough: no page scrolls sideways', async ({ as, api }) => {
  const file = await fullCase(await api('camille'));
  const page = await as('sacha', { viewport: { width: 320, height: 640 } });
  for (const [name, address] of Object.entries({ ...pagesOf(file), 'sign in': '/connexion' })) {
    await page.goto(address);
    await expect(page.locator('h1')).toBeVisible();
    await expect(page.locator('.bones, .rp-bones')).toHaveCount(0);
    const beyond = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect.soft(beyond, name).toBeLessThanOrEqual(0);
  }
});
