import { parseArgs } from 'node:util';
import { checkLibrary, loadCalls, loadLetters, loadLibrary, loadRightsSheet, type Problem } from '@repere/protocol';
import type { Language } from '@repere/feel';
import type { Command, Print } from '../command';
import { readLibraryFiles } from './read-library-files';

/** Prints each problem with its place and remedy, in one language (`--json`: in both); 1 when one of them is an error. */
export const checkProtocols: Command = (args, print) => {
  const { values, positionals } = parseArgs({
    args: [...args],
    options: { json: { type: 'boolean', default: false }, lang: { type: 'string', default: 'fr' } },
    allowPositionals: true,
  });
  if (values.lang !== 'fr' && values.lang !== 'en') throw new Error('--lang is fr or en');
  const folder = positionals[0] ?? 'protocols';
  const prefix = `${folder.replace(/\/$/, '')}/`;
  const files = readLibraryFiles(folder);
  const library = loadLibrary(files, prefix);
  const problems = [
    ...checkLibrary(library),
    ...sheetProblems(files['rights-sheet.yaml'], prefix, library),
    ...callProblems(files['calls.yaml'], prefix, library),
    ...letterProblems(files['letters.yaml'], prefix, library),
  ];
  if (values.json) print(JSON.stringify(problems, null, 2));
  else printProblems(problems, values.lang, print);
  return problems.some(({ severity }) => severity === 'error') ? 1 : 0;
};

function sheetProblems(
  content: string | undefined,
  prefix: string,
  { shared, sources }: ReturnType<typeof loadLibrary>,
): readonly Problem[] {
  if (content === undefined || !shared) return [];
  return loadRightsSheet(content, `${prefix}rights-sheet.yaml`, { shared, sources }).problems;
}

const callProblems = (
  content: string | undefined,
  prefix: string,
  library: ReturnType<typeof loadLibrary>,
): readonly Problem[] => (content === undefined ? [] : loadCalls(content, `${prefix}calls.yaml`, library).problems);

function letterProblems(
  content: string | undefined,
  prefix: string,
  { shared, ...library }: ReturnType<typeof loadLibrary>,
): readonly Problem[] {
  if (content === undefined || !shared) return [];
  return loadLetters(content, `${prefix}letters.yaml`, { ...library, shared }).problems;
}

function printProblems(problems: readonly Problem[], lang: Language, print: Print): void {
  for (const { file, line, column, severity, code, message, remedy } of problems) {
    print(`${file}:${line}:${column} ${severity} ${code}`);
    print(`  ${message[lang]}`);
    print(`  → ${remedy[lang]}`);
  }
  const errors = problems.filter(({ severity }) => severity === 'error').length;
  const warnings = problems.length - errors;
  print(lang === 'fr' ? `${errors} erreurs, ${warnings} avertissements` : `${errors} errors, ${warnings} warnings`);
}
