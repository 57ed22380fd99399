import { existsSync, globSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runProgram } from '../tools/run/shell-run.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));

/** The folder of the API's programs, built from what stands in the tree now: nobody measures what stood there once. */
export async function builtApi() {
  const programs = join(root, 'dist/apps/api');
  if (isStale(join(programs, 'demo.js')))
    await runProgram('The build', [join(root, 'node_modules/nx/dist/bin/nx.js'), 'build', 'api'], {
      NX_TUI: 'false',
    });
  return programs;
}

/** Whether a source is newer than what was built. */
function isStale(built) {
  if (!existsSync(built)) return true;
  const { mtimeMs } = statSync(built);
  const sources = globSync(['apps/api/src/**/*.{ts,typ}', 'libs/*/src/**/*.ts', 'package-lock.json'], {
    cwd: root,
  });
  return sources.some((path) => statSync(join(root, path)).mtimeMs > mtimeMs);
}
