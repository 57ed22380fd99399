// Writes the pages that are printed from code: `npm run print-docs`. Tests compare them.
process.env.SWC_NODE_PROJECT = 'apps/api/tsconfig.json';
require('@swc-node/register');
const { readFileSync, writeFileSync } = require('node:fs');
const { join } = require('node:path');

const root = join(__dirname, '..');
const { printRights } = require(join(root, 'libs/access/src/print-rights.ts'));
writeFileSync(join(root, 'docs/access.md'), printRights());
const { printSettings } = require(join(root, 'apps/api/src/platform/settings/print-settings.ts'));
const settings = join(root, 'apps/api/README.md');
writeFileSync(settings, printSettings(readFileSync(settings, 'utf8')));
import('./rules/borders/print-borders.mjs').then(async ({ printBorders }) => {
  const { BORDERS } = await import('./rules/borders/borders.mjs');
  writeFileSync(join(root, 'docs/borders.md'), printBorders(BORDERS));
});
