import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const here = fileURLToPath(new URL('.', import.meta.url));
const root = join(here, '..');

/** What a bundle that reads the protocols of the repository is built with. */
export const WITH_PROTOCOLS = {
  define: { __dirname: JSON.stringify(join(root, 'protocols')) },
  external: ['temporal-polyfill', 'lezer-feel', 'yaml', 'date-holidays'],
};

/** Bundles `bench/<name>.ts`; gives the file. */
export async function bundled(name, options = {}) {
  const ending = options.format === 'esm' ? 'mjs' : 'cjs';
  // Inside the repository, where what is external is found.
  const outfile = join(root, 'node_modules', '.cache', 'repere', 'bench', `${name}.${ending}`);
  await build({
    entryPoints: [join(here, `${name}.ts`)],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node24',
    tsconfig: join(root, 'tsconfig.base.json'),
    logLevel: 'error',
    ...options,
  });
  return outfile;
}

/** Bundles `bench/<name>.ts` and runs it with the arguments of this process, which ends as it does. */
export async function runBundled(name, { node = [], env = {}, ...options } = {}) {
  const outfile = await bundled(name, options);
  try {
    const { status } = spawnSync(process.execPath, [...node, outfile, ...process.argv.slice(2)], {
      stdio: 'inherit',
      env: { ...process.env, ...env },
    });
    process.exitCode = status ?? 1;
  } finally {
    rmSync(outfile, { force: true });
  }
}
