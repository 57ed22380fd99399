import { AxeBuilder } from '@axe-core/playwright';
import type { Page, Request } from '@playwright/test';
import type axe from 'axe-core';
import type { RunOptions } from 'axe-core';
import { expect } from './journey';

declare global {
  interface Window {
    /** Left in the page by its first look. */
    readonly axe: typeof axe;
  }
}

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

const COLOURS = {
  // Colours alone differ: what they can break is looked at.
  dark: {
    media: { colorScheme: 'dark' },
    rules: { runOnly: { type: 'rule', values: ['color-contrast', 'link-in-text-block'] } },
  },
  // Contrast is the reader's system's own; sizes are those of the light.
  forced: {
    media: { forcedColors: 'active' },
    rules: {
      runOnly: { type: 'tag', values: TAGS },
      rules: { 'color-contrast': { enabled: false }, 'target-size': { enabled: false } },
    },
  },
} as const;
type Colours = keyof typeof COLOURS;

/**
 * What axe finds wrong at each width, in the light and in these other colours. The page is opened once: widths and colours
 * change styles alone, so that the axe that is in the page since the first look looks again.
 */
export async function inEveryLight(
  page: Page,
  state: string,
  looks: readonly { readonly width: number; readonly colours: Colours }[],
): Promise<void> {
  for (const { width, colours } of looks) {
    const { media, rules } = COLOURS[colours];
    await page.setViewportSize({ width, height: 800 });
    await isSettled(page);
    await expectAccessible(page, `${state}, ${String(width)} pixels`);
    await page.emulateMedia(media);
    // A colour that is still on its way to another is neither; what breathes while something comes never ends.
    await isQuiet(page);
    await expect.poll(() => page.evaluate(transitionsUnderWay), { intervals: [50] }).toBe(0);
    const violations = await page.evaluate(
      async (options) => (await window.axe.run(document, options)).violations,
      { ...rules, resultTypes: ['violations'] } as RunOptions,
    );
    expectNone(violations, `${state}, ${String(width)} pixels, ${colours} colours`);
    await page.emulateMedia({ colorScheme: null, forcedColors: null });
  }
  await page.setViewportSize({ width: 1280, height: 800 });
}

/** The page says what it has, and no placeholder is left. */
export async function isSettled(page: Page): Promise<void> {
  await expect(page.locator('h1')).toBeVisible();
  // What is computed apart, as two versions compared, takes its time on a busy machine.
  await expect(page.locator('.bones, .rp-bones')).toHaveCount(0, { timeout: 30_000 });
  // A list that comes in afterwards moves what was measured.
  await isQuiet(page);
}
