import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { testDatabase } from './database/test-database';

const ROOT = join(__dirname, '../../../..');

/** A TypeScript program of ours in a process of its own, which a test may kill. Ends when the test's process does. */
export const runProgram = (
  program: string,
  env: Readonly<Record<string, string | undefined>>,
): ChildProcessByStdio<null, Readable, null> =>
  spawn(process.execPath, ['-r', '@swc-node/register', '-r', join(__dirname, 'typ-files.cjs'), program], {
    env: {
      ...process.env,
      NODE_OPTIONS: '--no-warnings',
      SWC_NODE_PROJECT: compilerSettings(program),
      ...env,
    },
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  }) as ChildProcessByStdio<null, Readable, null>;

/** Of the whole workspace, with the decorators of this program: what compiles a file as it is run reads one file of settings. */
export function compilerSettings(program: string): string {
  const base = JSON.parse(readFileSync(join(ROOT, 'tsconfig.base.json'), 'utf8')) as Settings;
  const paths = Object.fromEntries(
    Object.entries(base.compilerOptions.paths).map(([name, at]) => [name, at.map((it) => join(ROOT, it))]),
  );
  const settings = {
    ...base.compilerOptions,
    paths,
    experimentalDecorators: true,
    emitDecoratorMetadata: true,
  };
  const file = join(mkdtempSync(join(testDatabase().dir, 'program-')), 'tsconfig.json');
  writeFileSync(file, JSON.stringify({ compilerOptions: settings, files: [program] }));
  return file;
}

interface Settings {
  readonly compilerOptions: { readonly paths: Readonly<Record<string, readonly string[]>> };
}
