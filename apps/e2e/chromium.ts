import type { LaunchOptions } from '@playwright/test';

/**
 * How to start Chromium: on Linux x64 the one that npm brings, elsewhere the one of `npx playwright install chromium`.
 * The first unpacks itself once into the temporary folder. Of the switches that its package proposes we take none: they are
 * meant for one page in one process, and switch web security off.
 */
export async function chromiumLaunch(): Promise<LaunchOptions> {
  if (process.platform !== 'linux' || process.arch !== 'x64') return {};
  const { default: chromium } = await import('@sparticuz/chromium');
  return {
    executablePath: await chromium.executablePath(),
    args: ['--no-sandbox', '--disable-gpu', '--disable-sync', '--disable-component-update', '--no-first-run'],
  };
}
