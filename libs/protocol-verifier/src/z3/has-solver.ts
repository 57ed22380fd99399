import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Whether z3 is installed where `startSolver` finds it: beside this code, or in a folder above. */
export function hasSolver(): boolean {
  // Looked up by hand: a bundler would answer `require.resolve` at build time.
  for (let folder = __dirname; ; folder = dirname(folder)) {
    if (existsSync(join(folder, 'node_modules', 'z3-solver', 'package.json'))) return true;
    if (folder === dirname(folder)) return false;
  }
}
