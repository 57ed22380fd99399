import type { CaseFile } from '@repere/contract';
import type { Page } from '@playwright/test';
import { stepAddress, type ApiClient } from '../api-client';
import { expectAccessible, isSettled } from '../axe';
import { expect, test } from '../journey';

/** What somebody tired can take in: these are promises of the pages, and hold for cases that have grown. */
const MOST_WORDS = { case: 400, signs: 300 } as const;
/** On a phone in one column, with the bar at its foot and, in the demo, the banner. */
const MOST_SCREENS = 2;
const DESK = { width: 1280, height: 800 } as const;
const PHONE = { width: 390, height: 844 } as const;

test.describe.configure({ mode: 'parallel' });

/** The case of the demo that has grown most: others open and fill cases beside it. */
async function grownCase(client: ApiClient): Promise<CaseFile> {
  const { body } = await client.sendRequest<{ readonly items: readonly { readonly id: string }[] }>(
    'POST',
    '/case-files/search',
    { text: 'Tilleul' },
  );
  const files = await Promise.all(body.items.map(({ id }) => client.readCaseFile(id)));
  const [most] = files.toSorted((a, b) => b.state.seq - a.state.seq);
  if (!most) throw new Error('the demo has no such case');
  return most;
}

const wordsOf = async (page: Page): Promise<number> =>
  (await page.locator('main').innerText()).split(/\s+/).filter(Boolean).length;

const heightOf = (page: Page): Promise<number> => page.evaluate(() => document.documentElement.scrollHeight);

test('a grown case is two screens, on a phone as well, and four hundred words, what comes next among the first', async ({
  as,
  api,
}) => {
  const file = await grownCase(await api('camille'));
  expect(file.state.runs.length).toBeGreaterThanOrEqual(4);
  expect(file.state.seq).toBeGreaterThanOrEqual(40);
  for (const viewport of [DESK, PHONE]) {
    const page = await as('camille', { viewport });
    await page.goto(`/dossiers/${file.id}`);
    await isSettled(page);
    expect.soft(await wordsOf(page)).toBeLessThanOrEqual(MOST_WORDS.case);
    await expect.soft(page.getByRole('link', { name: 'Faire cette étape' })).toBeInViewport({ ratio: 1 });
    expect.soft(await heightOf(page)).toBeLessThanOrEqual(MOST_SCREENS * viewport.height);
  }
});

test('a sheet of signs is three hundred words', async ({ as, api }) => {
  const file = await (await api('camille')).openCaseFile();
  const page = await as('camille');
  await page.goto(stepAddress(file, 'identification', 'signs'));
  await isSettled(page);
  expect(await page.getByRole('checkbox').count()).toBeGreaterThan(25);
  expect(await wordsOf(page)).toBeLessThanOrEqual(MOST_WORDS.signs);
});

test('sixty people, nine protocols, names of two hundred characters, from right to left: the next act stays in sight', async ({
  as,
  api,
}) => {
  const file = await grownCase(await api('camille'));
  const long = 'Abcdefghij'.repeat(20);
  for (const viewport of [DESK, PHONE]) {
    const page = await as('camille', { viewport });
    await page.route(/\/api\/case-files\/[^/]+\/page$/, async (route) => {
      const response = await route.fetch();
      const answer = (await response.json()) as { readonly caseFile: CaseFile; readonly journal: object };
      const { caseFile } = answer;
      const runs = Array.from({ length: 9 }, (_, place) => {
        const run = caseFile.state.runs[place % caseFile.state.runs.length];
        return { ...run, runId: `${String(place)}-${run?.runId ?? ''}` };
      });
      const people = Array.from({ length: 60 }, (_, place) => ({
        ...{ id: String(place), relation: 'relative', mayBeContacted: place % 2 === 0 },
        name: place % 2 === 0 ? long : 'مريم بنت عبد الله '.repeat(11).trim(),
      }));
      const child = { ...caseFile.child, calledName: 'مريم '.repeat(40).trim() };
      await route.fulfill({
        response,
        json: { ...answer, caseFile: { ...caseFile, child, people, state: { ...caseFile.state, runs } } },
      });
    });
    await page.goto(`/dossiers/${file.id}`);
    await isSettled(page);
    await expect(page.getByText('56 autres personnes')).toBeVisible();
    const beyond = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect.soft(beyond, String(viewport.width)).toBeLessThanOrEqual(0);
    expect.soft(await wordsOf(page)).toBeLessThanOrEqual(2 * MOST_WORDS.case);
    await expectAccessible(page, `a case of many, ${String(viewport.width)} pixels`);
  }
});

test('who saw a case that many looked at is two screens, unusual first, each look behind its line', async ({
  as,
  api,
}) => {
  test.setTimeout(3 * 60_000);
  const camille = await api('camille');
  const { id } = await camille.openCaseFile();
  for (const login of ['camille', 'sacha', 'nour']) {
    const client = await api(login);
    for (let look = 0; look < 30; look++) await client.readCaseFile(id);
  }
  for (const viewport of [DESK, PHONE]) {
    const page = await as('camille', { viewport });
    await page.goto(`/dossiers/${id}/regards`);
    await isSettled(page);
    expect.soft(await heightOf(page)).toBeLessThanOrEqual(2 * viewport.height);
    const all = page.getByRole('region', { name: 'Toutes les consultations' });
    // Fifty at a time: of the day that older looks may still belong to, it says so.
    const people = all.getByText(/^\d+ consultations ou plus$/);
    await expect(people).toHaveText(['30 consultations ou plus', /^\d+ consultations ou plus$/]);
    const sections = await page.getByRole('heading', { level: 2 }).allInnerTexts();
    if (sections.includes('À regarder d’abord')) expect.soft(sections[0]).toBe('À regarder d’abord');
    await people.first().click();
    await expect(all.locator('details').first().locator('time').filter({ visible: true })).toHaveCount(30);
  }
});
