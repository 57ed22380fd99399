// Writes the pages that are printed from code: `npm run print-docs`. Tests compare them.
process.env.SWC_NODE_PROJECT = 'libs/access/tsconfig.json';
require('@swc-node/register');
const { writeFileSync } = require('node:fs');
const { join } = require('node:path');

const root = join(__dirname, '..');
const { printRights } = require(join(root, 'libs/access/src/print-rights.ts'));
writeFileSync(join(root, 'docs/access.md'), printRights());
import('./rules/borders/print-borders.mjs').then(async ({ printBorders }) => {
  const { BORDERS } = await import('./rules/borders/borders.mjs');
  writeFileSync(join(root, 'docs/borders.md'), printBorders(BORDERS));
});
