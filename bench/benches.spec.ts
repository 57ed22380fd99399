import { spawnSync } from 'node:child_process';
import { globSync } from 'node:fs';
import { join } from 'node:path';

const root = join(__dirname, '..');
/** What others start, and what starts measures that are test files of the API: all of them small take ten minutes. */
const NO_BENCH = [
  ...['service-under-fault.mjs', 'writers.mjs'],
  ...['run-bundled.mjs', 'built-api.mjs', 'volume.mjs', 'fastify-pg.mjs'],
];
const benches = globSync('bench/**/*.mjs', { cwd: root }).filter(
  (path) => !NO_BENCH.some((name) => path.endsWith(`/${name}`)),
);

/** What it runs itself runs here by itself as well: one of it is enough. */
const OF_ALL = ['engine'];

/** Each runs small, so that none rots. Its figures are looked at by nobody here. */
describe('benches', () => {
  it('are all found', () => expect(benches.length).toBeGreaterThanOrEqual(6));

  it.each(benches.toSorted())(
    '%s runs to its end and prints a figure',
    (path) => {
      const { status, stdout, stderr } = spawnSync(
        process.execPath,
        [path, '--quick', ...(path.endsWith('/all.mjs') ? OF_ALL : [])],
        {
          cwd: root,
          encoding: 'utf8',
          timeout: 420_000,
        },
      );
      expect({ status, stderr: status === 0 ? '' : stderr.slice(-2_000) }).toEqual({ status: 0, stderr: '' });
      expect(stdout).toMatch(/\d/);
    },
    430_000,
  );
});
