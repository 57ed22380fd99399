// How fast the engine is beside others: bundles bench/engine and runs it with the garbage collector at hand.
//   node bench/engine.mjs [--quick]
import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const here = fileURLToPath(new URL('.', import.meta.url));
const outfile = join(here, '..', 'node_modules', '.cache', 'repere-bench.mjs');
try {
  await build({
    entryPoints: [join(here, 'engine', 'main.ts')],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node24',
    // Contenders run as published.
    external: ['xstate', 'bpmn-engine', 'temporal-polyfill', 'lezer-feel', 'yaml'],
    logLevel: 'error',
  });
  const { status } = spawnSync(process.execPath, ['--expose-gc', outfile, ...process.argv.slice(2)], {
    stdio: 'inherit',
  });
  process.exitCode = status ?? 1;
} finally {
  rmSync(outfile, { force: true });
}
