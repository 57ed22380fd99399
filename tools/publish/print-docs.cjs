// Writes the pages that are printed from code: `npm run print-docs`. Tests compare them.
process.env.SWC_NODE_PROJECT = 'apps/api/tsconfig.json';
require('@swc-node/register');
const { readFileSync, writeFileSync } = require('node:fs');
const { join } = require('node:path');

const root = join(__dirname, '../..');
const { printRights } = require(join(root, 'libs/access/src/print-rights.ts'));
const { printSettings } = require(join(root, 'apps/api/src/platform/settings/print-settings.ts'));

/** Writes a page; as prettier would where it looks at that page. */
async function write(page, text) {
  const path = join(root, page);
  const prettier = await import('prettier');
  const { ignored } = await prettier.getFileInfo(path, { ignorePath: join(root, '.prettierignore') });
  const options = { ...(await prettier.resolveConfig(path)), filepath: path };
  writeFileSync(path, ignored ? text : await prettier.format(text, options));
}

async function main() {
  const { printBorders } = await import('../rules/borders/print-borders.mjs');
  const { BORDERS } = await import('../rules/borders/borders.mjs');
  await write('docs/access.md', printRights());
  await write('docs/borders.md', printBorders(BORDERS));
  await write('apps/api/README.md', printSettings(readFileSync(join(root, 'apps/api/README.md'), 'utf8')));
}

void main();
