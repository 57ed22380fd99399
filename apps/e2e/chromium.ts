import type { LaunchOptions } from '@playwright/test';
// Plain Node, no project of the workspace: no name to import it by.
// eslint-disable-next-line @nx/enforce-module-boundaries
import { ownFolder } from '../../tools/database/own-folder.mjs';

/**
 * How to start Chromium: on Linux x64 the one that npm brings, elsewhere the one of `npx playwright install chromium`.
 * The first unpacks itself once into the temporary folder, and runs whatever it finds there under its name: so into one of our
 * own there, which nobody else can write into. Of the switches that its package proposes we take none: they are
 * meant for one page in one process, and switch web security off.
 */
export async function chromiumLaunch(): Promise<LaunchOptions> {
  if (process.platform !== 'linux' || process.arch !== 'x64') return {};
  const { default: chromium } = await import('@sparticuz/chromium');
  return {
    executablePath: await unpackedIn(ownFolder('repere-chromium'), () => chromium.executablePath()),
    args: ['--no-sandbox', '--disable-gpu', '--disable-sync', '--disable-component-update', '--no-first-run'],
  };
}

/** Where Node says that the temporary folder is decides where the package unpacks. */
async function unpackedIn(folder: string, unpack: () => Promise<string>): Promise<string> {
  const before = process.env['TMPDIR'];
  process.env['TMPDIR'] = folder;
  try {
    return await unpack();
  } finally {
    if (before === undefined) delete process.env['TMPDIR'];
    else process.env['TMPDIR'] = before;
  }
}
