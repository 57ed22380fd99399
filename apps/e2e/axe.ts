import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect } from './journey';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** What axe finds wrong on the page as it stands, by WCAG 2.2 A and AA; each with the element and what to mend. */
export async function expectAccessible(page: Page, state: string): Promise<void> {
  const size = page.viewportSize() ?? { width: 1280, height: 800 };
  // As tall as its content: what a bar at the foot hides only until one scrolls isn't too small a target.
  // What is fetched only once it is in sight makes the page longer still, until nothing more comes.
  for (let height = 0, look = 0; look < 6; look++) {
    const content = await page.evaluate(() => document.documentElement.scrollHeight);
    if (content === height) break;
    height = content;
    await page.setViewportSize({ width: size.width, height: Math.max(size.height, height) });
    await page.waitForLoadState('networkidle');
  }
  const { violations } = await new AxeBuilder({ page })
    .options({
      runOnly: { type: 'tag', values: TAGS },
      rules: { 'target-size': { enabled: true } },
      resultTypes: ['violations'],
    })
    .analyze();
  await page.setViewportSize(size);
  const found = violations.map(({ id, nodes }) => ({
    id,
    where: nodes.map(({ target, failureSummary }) => `${target.join(' ')}: ${failureSummary ?? ''}`),
  }));
  expect.soft(found, state).toEqual([]);
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

/** The page says what it has, and no placeholder is left. */
export async function isSettled(page: Page): Promise<void> {
  await expect(page.locator('h1')).toBeVisible();
  // What is computed apart, as two versions compared, takes its time on a busy machine.
  await expect(page.locator('.bones, .rp-bones')).toHaveCount(0, { timeout: 30_000 });
  // A list that comes in afterwards moves what was measured.
  await page.waitForLoadState('networkidle');
}
