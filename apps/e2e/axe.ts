import { AxeBuilder } from '@axe-core/playwright';
import type { Page, Request } from '@playwright/test';
import { expect } from './journey';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/**
 * Looked at in the page itself. Else each look opens a second page that puts the parts of several frames together, at more than
 * the cost of the look: no page of ours has a frame, and its content policy would refuse one.
 */
function axeIn(page: Page): AxeBuilder {
  expect.soft(page.frames(), 'frames beside the page').toHaveLength(1);
  return new AxeBuilder({ page }).setLegacyMode(true);
}

/** What axe finds wrong on the page as it stands, by WCAG 2.2 A and AA; each with the element and what to mend. */
export async function expectAccessible(page: Page, state: string): Promise<void> {
  const size = page.viewportSize() ?? { width: 1280, height: 800 };
  await growToItsContent(page, size);
  const { violations } = await axeIn(page)
    .options({
      runOnly: { type: 'tag', values: TAGS },
      rules: { 'target-size': { enabled: true } },
      resultTypes: ['violations'],
    })
    .analyze();
  await page.setViewportSize(size);
  expectNone(violations, state);
}

type Violations = Awaited<ReturnType<AxeBuilder['analyze']>>['violations'];

function expectNone(violations: Violations, state: string): void {
  const found = violations.map(({ id, nodes }) => ({
    id,
    where: nodes.map(({ target, failureSummary }) => `${target.join(' ')}: ${failureSummary ?? ''}`),
  }));
  expect.soft(found, state).toEqual([]);
}

/**
 * What a bar at the foot hides only until one scrolls isn't too small a target. What is fetched only once it is in
 * sight makes the page longer still, until nothing more comes.
 */
async function growToItsContent(page: Page, size: { width: number; height: number }): Promise<void> {
  for (let shown = 0, attempt = 0; attempt < 6; attempt++) {
    await isQuiet(page);
    const content = await page.evaluate(() => document.documentElement.scrollHeight);
    if (content === shown) return;
    shown = Math.max(size.height, content);
    await page.setViewportSize({ width: size.width, height: shown });
  }
}

/** Requests that had no answer when they were waited for long enough: cut off by leaving a page, they get none. */
const ABORTED = new WeakSet<Request>();
const MOST_ATTEMPTS = 60;

/** What the page asks for when it has drawn itself is answered. `networkidle` says so once, and never takes it back. */
async function isQuiet(page: Page): Promise<void> {
  let open: readonly Request[] = [];
  for (let attempt = 0, quiet = 0; attempt < MOST_ATTEMPTS; attempt++) {
    await page.evaluate(
      () =>
        new Promise<void>((drawn) => {
          requestAnimationFrame(() => {
            requestAnimationFrame(() => {
              drawn();
            });
          });
        }),
    );
    open = (await page.requests()).filter(
      (it) => it.existingResponse() === null && it.failure() === null && !ABORTED.has(it),
    );
    quiet = open.length === 0 ? quiet + 1 : 0;
    if (quiet === 2) return;
  }
  for (const request of open) ABORTED.add(request);
}

/** `expectAccessible` at each of these widths. */
export async function atWidths(page: Page, state: string, widths: readonly number[]): Promise<void> {
  for (const width of widths) {
    await page.setViewportSize({ width, height: 800 });
    await isSettled(page);
    await expectAccessible(page, `${state}, ${String(width)} pixels`);
  }
  await page.setViewportSize({ width: 1280, height: 800 });
}

const transitionsUnderWay = (): number =>
  document.getAnimations().filter((it) => it instanceof CSSTransition && it.playState === 'running').length;

/** What axe finds wrong in the dark, in colours alone; where the reader's system forces them, contrast is its own, and the rest is looked at. */
export async function inOtherColours(page: Page, state: string, colours: 'dark' | 'forced'): Promise<void> {
  const isDark = colours === 'dark';
  await page.emulateMedia(isDark ? { colorScheme: 'dark' } : { forcedColors: 'active' });
  // A colour that is still on its way to another is neither.
  await isQuiet(page);
  // What breathes while something comes never ends.
  await expect.poll(() => page.evaluate(transitionsUnderWay), { intervals: [50] }).toBe(0);
  const axe = axeIn(page);
  const { violations } = await (
    isDark
      ? axe.withRules(['color-contrast', 'link-in-text-block'])
      : axe.withTags(TAGS).disableRules('color-contrast')
  ).analyze();
  expectNone(violations, `${state}, ${colours} colours`);
  await page.emulateMedia({ colorScheme: null, forcedColors: null });
}

/** The page says what it has, and no placeholder is left. */
export async function isSettled(page: Page): Promise<void> {
  await expect(page.locator('h1')).toBeVisible();
  // What is computed apart, as two versions compared, takes its time on a busy machine.
  await expect(page.locator('.bones, .rp-bones')).toHaveCount(0, { timeout: 30_000 });
  // A list that comes in afterwards moves what was measured.
  await isQuiet(page);
}
