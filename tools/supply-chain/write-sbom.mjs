// Writes what Repère is made of, as CycloneDX (ECMA-424): every package that runs, with its version, hash and licence, as npm
// installed it. The same install gives the same bytes.
//
//   node tools/supply-chain/write-sbom.mjs [file]      default: dist/repere.cdx.json
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = resolve(fileURLToPath(new URL('../..', import.meta.url)));
const file = resolve(process.argv[2] ?? join(root, 'dist/repere.cdx.json'));

/** npm that runs us, else the one of the path. */
function npm(...args) {
  const options = { cwd: root, encoding: 'utf8', maxBuffer: 2 ** 26 };
  const own = process.env.npm_execpath;
  if (own) return execFileSync(process.execPath, [own, ...args], options);
  return execFileSync('npm', args, { ...options, shell: process.platform === 'win32' });
}

const bom = JSON.parse(npm('sbom', '--sbom-format', 'cyclonedx', '--sbom-type', 'application'));
// npm names a version once, though it may lie in two folders, for building and for running: the lock file knows both.
const lock = readFileSync(join(root, 'package-lock.json'), 'utf8');
const runs = new Set([bom.metadata.component['bom-ref'], ...whatRuns(JSON.parse(lock).packages)]);
bom.components = bom.components.filter((component) => runs.has(component['bom-ref']));
bom.dependencies = bom.dependencies
  .filter(({ ref }) => runs.has(ref))
  .map(({ ref, dependsOn }) => ({ ref, dependsOn: dependsOn.filter((it) => runs.has(it)) }));
for (const { properties } of bom.components) remove(properties, 'cdx:npm:package:development');
// Neither the moment nor the folder says anything of what is inside.
delete bom.metadata.timestamp;
bom.metadata.component.name = 'repere';
bom.serialNumber = `urn:uuid:${idOf(lock)}`;
mkdirSync(dirname(file), { recursive: true });
writeFileSync(file, `${JSON.stringify(bom, null, 2)}\n`);
process.stdout.write(`${bom.components.length} packages in ${file}\n`);

/** `name@version` of every package that is not only there to build or test. */
function whatRuns(packages) {
  return Object.entries(packages)
    .filter(([path, { dev }]) => path !== '' && !dev)
    .map(([path, { version }]) => `${path.split('node_modules/').at(-1)}@${version}`);
}

function remove(properties, name) {
  const at = properties.findIndex((it) => it.name === name);
  if (at >= 0) properties.splice(at, 1);
}

/** A UUID of what it is made from (RFC 9562, version 8). */
function idOf(content) {
  const hex = createHash('sha256').update(content).digest('hex');
  const variant = ((parseInt(hex[16], 16) & 3) | 8).toString(16);
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `${variant}${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join('-');
}
