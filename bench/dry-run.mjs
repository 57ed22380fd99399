// What a dry run over 10,000 open cases costs: bundles bench/engine/dry-run.ts and runs it.
//   node bench/dry-run.mjs
import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const here = fileURLToPath(new URL('.', import.meta.url));
const outfile = join(here, '..', 'node_modules', '.cache', 'repere-dry-run.cjs');
try {
  await build({
    entryPoints: [join(here, 'engine', 'dry-run.ts')],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node24',
    tsconfig: join(here, '..', 'tsconfig.base.json'),
    define: { __dirname: JSON.stringify(join(here, '..', 'protocols')) },
    external: ['temporal-polyfill', 'lezer-feel', 'yaml', 'date-holidays'],
    logLevel: 'error',
  });
  const { status } = spawnSync(process.execPath, [outfile], { stdio: 'inherit' });
  process.exitCode = status ?? 1;
} finally {
  rmSync(outfile, { force: true });
}
