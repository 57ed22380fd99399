import type { Page, Route } from '@playwright/test';
import type { ApprovalItem, ApprovalPage, WorkChildren } from '@repere/contract';
import { expectAccessible, isSettled } from '../axe';
import { expect, test } from '../journey';
import { fullCase, pagesOf } from '../scenarios/every-page';

const WIDTHS = [1280, 390] as const;
const LONG = 'Abcdefghij'.repeat(20);
const FROM_RIGHT = 'مريم بنت عبد الله '.repeat(11).trim();
/** A name of two hundred letters, or one from right to left, in turns. */
const nameOf = (place: number): string => (place % 2 === 0 ? LONG : FROM_RIGHT);

test.describe.configure({ mode: 'parallel' });

const isWithinItsWidth = (page: Page, state: string) =>
  expect.soft
    .poll(
      () => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth),
      { message: state, timeout: 3_000 },
    )
    .toBeLessThanOrEqual(0);

/** Loads what is left of a list. */
async function loadAll(page: Page, items: string): Promise<void> {
  const more = page.getByRole('button', { name: 'Afficher la suite' });
  while (await more.isVisible()) {
    const before = await page.locator(items).count();
    await more.click();
    await expect.poll(() => page.locator(items).count()).toBeGreaterThan(before);
  }
}

test('a supervisor with four hundred approvals: one after the other in its place, said at once, and nothing jumps', async ({
  as,
  api,
}) => {
  test.slow();
  await fullCase(await api('camille'));
  const page = await as('sacha');
  const total = 400;
  let sample: ApprovalItem | undefined;
  await page.route(/\/api\/approvals(\?.*)?$/, async (route) => {
    const response = await route.fetch(
      route.request().url().includes('cursor') ? { url: listAddress(route) } : {},
    );
    const list = (await response.json()) as ApprovalPage;
    sample ??= list.items.find(({ mayNot }) => !mayNot);
    if (!sample) throw new Error('nothing waits for an approval');
    const from = Number(new URL(route.request().url()).searchParams.get('cursor') ?? 0);
    const items = Array.from({ length: 20 }, (_, place) => ({
      ...sample,
      entryId: `00000000-0000-4000-8000-${String(from + place).padStart(12, '0')}`,
      caseFileId: `00000000-0000-4000-9000-${String(from + place).padStart(12, '0')}`,
      calledName: nameOf(place),
    }));
    const next = from + 20 < total ? String(from + 20) : null;
    await route.fulfill({ response, json: { ...list, items, next, total } });
  });
  await page.route(/\/api\/case-files\/[^/]+\/runs\/[^/]+\/steps\/[^/]+\/approve$/, async (route) => {
    // A server that takes its time: what is said at once is said by the page.
    await new Promise((answer) => setTimeout(answer, 1_500));
    const done = { seq: 9, entryIds: [], opened: [], possible: [], state: 'done', next: null };
    await route.fulfill({ json: done });
  });
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 844 });
    await page.goto('/approbations');
    await isSettled(page);
    await loadAll(page, 'section[aria-labelledby=approvals-next] li');
    await expect(page.locator('section[aria-labelledby=approvals-next] li')).toHaveCount(total - 1);
    await isWithinItsWidth(page, `approvals, ${String(width)} pixels`);
  }
  await expectAccessible(page, 'four hundred approvals');

  const card = page.getByRole('article');
  const heading = card.getByRole('heading', { level: 2 });
  const [first, top] = [await heading.getAttribute('id'), (await card.boundingBox())?.y];
  await page.evaluate(() => {
    const times = { pressed: 0, said: 0 };
    Object.assign(window, { times });
    addEventListener('click', () => (times.pressed = performance.now()), true);
    new MutationObserver(() => (times.said ||= performance.now())).observe(
      document.querySelector('article .acts') ?? document,
      { subtree: true, attributes: true, characterData: true, childList: true },
    );
  });
  await card.getByRole('button', { name: 'Valider' }).click();
  await expect(card.getByRole('button', { name: /^Enregistrement/ })).toBeVisible();
  const waited = await page.evaluate(() => {
    const { times } = window as unknown as { times: { pressed: number; said: number } };
    return times.said - times.pressed;
  });
  expect.soft(waited).toBeLessThanOrEqual(100);
  await expect(heading).not.toHaveAttribute('id', first ?? '');
  await expect(heading).toBeFocused();
  expect.soft(Math.abs(((await card.boundingBox())?.y ?? 0) - (top ?? 0))).toBeLessThanOrEqual(1);
  await expect(page.getByRole('heading', { level: 1 })).toContainText(String(total - 1));
});

/** The first page: what comes after it is made up. */
const listAddress = (route: Route): string => route.request().url().replace(/\?.*$/, '');

test('a worker with two thousand tasks: a card a child, filters, and no name that breaks the page', async ({
  as,
}) => {
  test.slow();
  const page = await as('camille');
  const children = 300;
  await page.route(/\/api\/worklist\/children(\?.*)?$/, async (route) => {
    const url = new URL(route.request().url());
    const from = Number(url.searchParams.get('cursor') ?? 0);
    url.searchParams.delete('cursor');
    const response = await route.fetch({ url: url.href });
    const list = (await response.json()) as WorkChildren;
    const [sample] = list.items;
    if (!sample) return route.fulfill({ response });
    const items = Array.from({ length: 25 }, (_, place) => ({
      ...sample,
      others: 6,
      first: {
        ...sample.first,
        id: `${String(from + place)}-${sample.first.id}`,
        caseFileId: `00000000-0000-4000-9000-${String(from + place).padStart(12, '0')}`,
        calledName: nameOf(place),
      },
    }));
    return route.fulfill({
      response,
      json: { ...list, items, next: from + 25 < children ? String(from + 25) : null },
    });
  });
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 844 });
    await page.goto('/ma-journee');
    await isSettled(page);
    await loadAll(page, 'app-child-card');
    await expect(page.locator('app-child-card')).toHaveCount(children);
    await isWithinItsWidth(page, `my day, ${String(width)} pixels`);
  }
  await expectAccessible(page, 'two thousand tasks');
  const asked = page.waitForResponse(/\/api\/worklist\/children\?.*show=tonight/);
  await page.getByRole('link', { name: 'Ce soir', exact: true }).click();
  await asked;
  await expect(page).toHaveURL(/show=tonight/);
});

test('what is written from right to left stands by itself: it draws no figure to its side', async ({
  as,
  api,
}) => {
  const name = `مريم ${String(Date.now() % 100_000)}`;
  // Danger opens it, whatever case it looks like.
  const child = { calledName: name, birth: '2010' };
  const file = await (await api('camille')).openCaseFile({ child, urgentDangerSeen: 'yes' });
  const page = await as('camille');
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 844 });
    for (const address of [`/dossiers/${file.id}`, `/dossiers/${file.id}/chronologie`, '/dossiers']) {
      await page.goto(address);
      await isSettled(page);
      if (address === '/dossiers') {
        await page.getByRole('searchbox').fill(name);
        await page.getByRole('searchbox').press('Enter');
      }
      await expect(page.getByText(name).first(), address).toBeVisible();
      const alone = await page
        .getByText(name)
        .first()
        .evaluate((element) => {
          const isolates = getComputedStyle(element).unicodeBidi.includes('isolate');
          return isolates || /^\s*\u2068[^\u2069]*\u2069/.test(element.textContent);
        });
      expect.soft(alone, address).toBe(true);
      await isWithinItsWidth(page, address);
    }
  }
  // What is typed begins at its own side.
  await page.goto(`/dossiers/${file.id}/identite`);
  await isSettled(page);
  const box = page.getByRole('textbox', { name: /^Comment l’appeler/ });
  await expect(box).toHaveValue(name);
  expect(await box.evaluate((element) => getComputedStyle(element).direction)).toBe('rtl');
});

test('a child with names of two hundred characters, in both directions: no page is wider than its screen', async ({
  as,
  api,
}) => {
  test.setTimeout(240_000);
  const file = await fullCase(await api('camille'), { calledName: LONG, familyName: FROM_RIGHT });
  const page = await as('sacha');
  const lists = ['/releve', '/rappels', '/ecarts', '/equipe', '/ma-journee?scope=team'];
  for (const address of [...Object.values(pagesOf(file)), ...lists]) {
    await page.setViewportSize({ width: 1280, height: 844 });
    await page.goto(address);
    await isSettled(page);
    await isWithinItsWidth(page, `${address}, 1280 pixels`);
    await page.setViewportSize({ width: 390, height: 844 });
    await isWithinItsWidth(page, `${address}, 390 pixels`);
  }
});
