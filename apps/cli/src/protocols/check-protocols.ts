import { parseArgs } from 'node:util';
import { checkLibrary, loadLibrary, type Problem } from '@repere/protocol-engine';
import type { Command } from '../run-command';
import { readLibraryFiles } from './read-library-files';

/** Prints each problem with its place and remedy; 1 when one of them is an error. */
export const checkProtocols: Command = (args, print) => {
  const { values, positionals } = parseArgs({
    args: [...args],
    options: { json: { type: 'boolean', default: false } },
    allowPositionals: true,
  });
  const folder = positionals[0] ?? 'protocols';
  const problems = checkLibrary(loadLibrary(readLibraryFiles(folder), `${folder.replace(/\/$/, '')}/`));
  if (values.json) print(JSON.stringify(problems, null, 2));
  else printProblems(problems, print);
  return problems.some(({ severity }) => severity === 'error') ? 1 : 0;
};

function printProblems(problems: readonly Problem[], print: (line: string) => void): void {
  for (const { file, line, column, severity, code, message, remedy } of problems) {
    print(`${file}:${line}:${column} ${severity} ${code}`);
    print(`  ${message}`);
    print(`  → ${remedy}`);
  }
  const errors = problems.filter(({ severity }) => severity === 'error').length;
  print(`${errors} errors, ${problems.length - errors} warnings`);
}
