// What the service costs with much in its database, measured on a real PostgreSQL: node bench/volume.mjs NAME, where NAME.volume.ts in
// apps/api says what it measures and which variables it reads; without a name, which there are.
import { spawnSync } from 'node:child_process';
import { globSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const api = fileURLToPath(new URL('../apps/api', import.meta.url));
const names = globSync('src/**/*.volume.ts', { cwd: api }).map((path) => basename(path, '.volume.ts'));
const [name] = process.argv.slice(2);
if (name === undefined || !names.includes(name)) {
  console.error(`node bench/volume.mjs ${names.sort().join(' | ')}`);
  process.exitCode = 2;
} else {
  const jest = join(api, '..', '..', 'node_modules', 'jest', 'bin', 'jest.js');
  const { status } = spawnSync(
    process.execPath,
    ['--experimental-vm-modules', jest, '-c', 'jest.config.cjs', '--testMatch', `**/${name}.volume.ts`],
    { cwd: api, stdio: 'inherit' },
  );
  process.exitCode = status ?? 1;
}
