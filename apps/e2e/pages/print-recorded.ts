import type { Page } from '@playwright/test';
import { expect } from '../journey';

/** Presses the button: once the browser's own dialog would open, the record has it. */
export async function printRecorded(page: Page): Promise<void> {
  await page.evaluate(() => (window.print = () => document.body.setAttribute('data-printed', '')));
  await page.getByRole('button', { name: 'Imprimer' }).click();
  await expect(page.locator('body[data-printed]')).toHaveCount(1);
}
