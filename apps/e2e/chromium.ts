import type { LaunchOptions } from '@playwright/test';

/**
 * How to start Chromium: on Linux x64 the one that npm brings, elsewhere the one of `npx playwright install chromium`.
 * The first unpacks itself once into the temporary folder.
 */
export async function chromiumLaunch(): Promise<LaunchOptions> {
  if (process.platform !== 'linux' || process.arch !== 'x64') return {};
  const { default: chromium } = await import('@sparticuz/chromium');
  return {
    executablePath: await chromium.executablePath(),
    args: [
      ...chromium.args,
      '--disable-quic',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-first-run',
    ],
  };
}
