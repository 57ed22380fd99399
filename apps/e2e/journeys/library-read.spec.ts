import { expectAccessible } from '../axe';
import { expect, test } from '../journey';

test('a lawyer reads the age-doubt protocol and finds what each step stands on', async ({ as }) => {
  const page = await as('ines');
  await page.goto('/');
  await page.getByRole('link', { name: 'Protocoles', exact: true }).first().click();
  await expect(page.getByRole('heading', { level: 1, name: 'Protocoles' })).toBeVisible();
  await page.getByRole('link', { name: 'P2 – Doute sur l’âge' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'P2 – Doute sur l’âge' })).toBeFocused();

  // The contents lead to a step, and the focus goes there.
  const contents = page.getByRole('navigation', { name: 'Dans cette page' });
  await contents.getByRole('link', { name: /Demander un avocat et un représentant/ }).click();
  const lawyer = page.locator('#step-representative');
  await expect(lawyer).toBeFocused();
  await expect(lawyer).toContainText('Travailleur social');

  // Its grounds: the article, how surely it was read, since when, and its number to come.
  await lawyer.getByText(/^Source/).click();
  await expect(lawyer).toContainText('CPP 706-50');
  await expect(lawyer).toContainText('lu sur un site officiel');
  await expect(lawyer).toContainText('CPP 706-50 deviendra CPP L1451-1 le 1er janvier 2029 (F24)');
  await lawyer.getByRole('link', { name: 'F22' }).click();
  await expect(page.getByRole('heading', { level: 1, name: /^Références/ })).toBeVisible();
  await expect(page.locator('#F22')).toBeFocused();
  await page.goBack();

  // All at once, for who reads everything.
  await page.getByRole('button', { name: 'Montrer toutes les sources' }).click();
  await expect(page.locator('app-source-notes details:not([open])')).toHaveCount(0);

  // To take away: a paper of the version in force (another journey may have published one), and a drawing that says what it is.
  await page.getByText('Emporter ce protocole').click();
  const paper = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Document (PDF)' }).click();
  expect((await paper).suggestedFilename()).toMatch(/^age-doubt-1\.\d+\.0\.pdf$/);
  await expect(page.getByText('une illustration : la règle est le YAML')).toBeVisible();
});

test('what the report asks: each item leads to its answer, or says "not yet"', async ({ as }) => {
  const page = await as('camille');
  await page.goto('/protocoles');
  await page.getByRole('link', { name: /Traçabilité/ }).click();
  const heading = page.getByRole('heading', { level: 1 });
  await expect(heading).toContainText(/91 points\s: \d+ ont une réponse/);
  const filter = page.getByRole('navigation', { name: 'Filtrer la liste' });
  await filter.getByRole('link', { name: /Pas encore/ }).click();
  await expect(page).toHaveURL(/voir=pas-encore/);
  const items = page.locator('main ul > li');
  await expect(items.filter({ hasNotText: /[Pp]as encore/ })).toHaveCount(0);
  await filter.getByRole('link', { name: /Répondu/ }).click();
  await items.filter({ hasText: 'S48' }).getByRole('link').first().click();
  await expect(page.getByRole('heading', { level: 1, name: /Doute sur l’âge/ })).toBeVisible();
  await page.goBack();
  await expect(filter.getByRole('link', { name: /Répondu/ })).toHaveAttribute('aria-current', 'true');
});

test('two versions of a protocol are compared in words', async ({ as }) => {
  const page = await as('pia');
  // Without a version the address leads to the one in force.
  await page.goto('/protocoles/identification');
  await page.getByRole('link', { name: 'Versions', exact: true }).click();
  const title = page.getByRole('heading', { level: 3, name: /^De la version 0\.9\.0 à la version / });
  await expect(title).toBeVisible();
  const newest = /à la version (\S+)$/.exec(await title.innerText())?.[1] ?? '';
  await expect(page.getByRole('heading', { level: 4, name: /^À regarder/ })).toBeVisible();
  await page.getByLabel('De', { exact: true }).selectOption(newest);
  await page.getByRole('button', { name: 'Comparer' }).click();
  await expect(page.getByText('Choisissez deux versions différentes.')).toBeVisible();
  await page.getByLabel('À', { exact: true }).selectOption('0.9.0');
  await page.getByRole('button', { name: 'Comparer' }).click();
  await expect(page).toHaveURL(`/protocoles/identification/${newest}/versions?de=${newest}&a=0.9.0`);
  // Backwards, a safeguard of the newer one is lost.
  const lost = page.getByRole('heading', { level: 4, name: /^Garde-fous perdus/ });
  await expect(lost).toBeVisible();
  await expect(page.getByText('Une promesse faite à l’enfant n’est plus tenue.')).toBeVisible();
});

const PAGES = {
  text: '/protocoles/age-doubt/1.0.0',
  diagram: '/protocoles/age-doubt/1.0.0/schema',
  versions: '/protocoles/identification/1.0.0/versions',
  safeguards: '/protocoles/age-doubt/1.0.0/garde-fous',
  examples: '/protocoles/age-doubt/1.0.0/exemples',
  play: '/protocoles/age-doubt/1.0.0/exemples/01-margins-overlap?acte=2',
  traceability: '/protocoles/tracabilite',
  references: '/protocoles/references',
} as const;

for (const [language, who] of [
  ['fr', 'sacha'],
  ['en', 'sofia'],
] as const)
  test(`every page of the library, ${language}`, async ({ as, api }) => {
    test.slow();
    await (await api(who)).sendRequest('PUT', '/session/language', { language });
    const page = await as(who);
    const titles = new Set<string>();
    for (const [name, address] of Object.entries(PAGES)) {
      await page.goto(address);
      for (const width of [1280, 360]) {
        await page.setViewportSize({ width, height: 800 });
        await expect(page.locator('h1')).toBeVisible();
        await expect(page.locator('.rp-bones')).toHaveCount(0);
        await expectAccessible(page, `${name}, ${language}, ${String(width)} pixels`);
        const overflow = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
        expect.soft(overflow, `${name} scrolls sideways at ${String(width)} pixels`).toBe(false);
      }
      expect.soft(await page.locator('main button[disabled]').count(), `dead buttons of ${name}`).toBe(0);
      titles.add(await page.title());
    }
    expect(titles.size).toBe(Object.keys(PAGES).length);
  });
