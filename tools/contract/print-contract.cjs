// Writes what the page knows of the interface, libs/contract/src/**/*.gen.ts: `npm run print-contract`.
// `--check` writes nothing and fails where a file is not what would be written; `--document` prints the OpenAPI document itself.
const { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } = require('node:fs');
const { dirname, join } = require('node:path');
const { previewDocument } = require('./preview-document.cjs');

const folder = join(__dirname, '../../libs/contract/src');

async function main() {
  const document = await previewDocument();
  if (process.argv.includes('--document')) return process.stdout.write(JSON.stringify(document, null, 2));
  const { generateContract } = await import('./generate-contract.mjs');
  const wanted = await generateContract(document);
  const there = new Map(
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .map((file) => file.replaceAll('\\', '/'))
      .filter((file) => file.endsWith('.gen.ts'))
      .map((file) => [file, readFileSync(join(folder, file), 'utf8')]),
  );
  const stale = [...new Set([...wanted.keys(), ...there.keys()])]
    .filter((file) => wanted.get(file) !== there.get(file))
    .sort();
  if (process.argv.includes('--check')) return report(stale);
  for (const file of stale) rmSync(join(folder, file), { force: true });
  for (const file of stale.filter((it) => wanted.has(it))) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), wanted.get(file));
  }
}

function report(stale) {
  if (stale.length === 0) return;
  console.error(
    ['The contract is not what the API describes. Run: npm run print-contract', ...stale].join('\n  '),
  );
  process.exitCode = 1;
}

void main();
