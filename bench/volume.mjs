// What the service costs with much in its database, measured on a real PostgreSQL: node bench/volume.mjs NAME, where NAME.volume.ts in
// apps/api says what it measures and which variables it reads; without a name, which there are. `--quick`: all of them, of little.
import { spawnSync } from 'node:child_process';
import { globSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** So little that each only shows that it runs. */
const LITTLE = {
  ...{ REPERE_CASES: '300', REPERE_PEOPLE: '500', REPERE_ENTRIES: '200', REPERE_RUNS: '300' },
  ...{
    REPERE_LEAVES: '2000',
    REPERE_TEAMS: '3',
    REPERE_TRIES: '100',
    REPERE_WRITERS: '2',
    REPERE_SPACES: '2',
  },
  ...{ REPERE_REQUESTS: '1', REPERE_TIMES: '1', REPERE_ROUNDS: '1', REPERE_SECONDS: '0.2' },
};

const api = fileURLToPath(new URL('../apps/api', import.meta.url));
const names = globSync('src/**/*.volume.ts', { cwd: api }).map((path) => basename(path, '.volume.ts'));
const isQuick = process.argv.includes('--quick');
const [name = isQuick ? '*' : undefined] = process.argv.slice(2).filter((it) => it !== '--quick');
if (name !== '*' && !names.includes(name)) {
  console.error(`node bench/volume.mjs ${names.sort().join(' | ')} | --quick`);
  process.exitCode = 2;
} else {
  const jest = join(api, '..', '..', 'node_modules', 'jest', 'bin', 'jest.js');
  const { status } = spawnSync(
    process.execPath,
    [
      ...['--experimental-vm-modules', jest, '-c', 'jest.config.cjs', '--runInBand'],
      ...['--testMatch', `**/${name}.volume.ts`],
    ],
    { cwd: api, stdio: 'inherit', env: { ...process.env, ...(isQuick && LITTLE) } },
  );
  process.exitCode = status ?? 1;
}
