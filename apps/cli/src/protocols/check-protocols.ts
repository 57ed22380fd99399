import { parseArgs } from 'node:util';
import {
  checkLibrary,
  loadCalls,
  loadCurriculum,
  loadCompetence,
  loadLetters,
  loadLibrary,
  loadRightsSheet,
  type Problem,
} from '@repere/protocol';
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
  const problems = [...checkLibrary(library), ...besideProblems(files, prefix, library)];
  if (values.json) print(JSON.stringify(problems, null, 2));
  else printProblems(problems, values.lang, print);
  return problems.some(({ severity }) => severity === 'error') ? 1 : 0;
};

/** Problems of the files beside the protocols; what stands on shared facts waits until those can be read. */
function besideProblems(
  files: ReturnType<typeof readLibraryFiles>,
  prefix: string,
  { shared, ...library }: ReturnType<typeof loadLibrary>,
): readonly Problem[] {
  const problemsOf = (
    name: string,
    load: (text: string, file: string) => readonly Problem[],
  ): readonly Problem[] => {
    const text = files[name];
    return text === undefined ? [] : load(text, `${prefix}${name}`);
  };
  return [
    ...problemsOf('rights-sheet.yaml', (text, file) =>
      shared ? loadRightsSheet(text, file, { ...library, shared }).problems : [],
    ),
    ...problemsOf('calls.yaml', (text, file) => loadCalls(text, file, library).problems),
    ...problemsOf('curriculum.yaml', (text, file) => loadCurriculum(text, file, library).problems),
    ...problemsOf('competence.yaml', (text, file) =>
      shared ? loadCompetence(text, file, { ...library, shared }).problems : [],
    ),
    ...problemsOf('letters.yaml', (text, file) =>
      shared ? loadLetters(text, file, { ...library, shared }).problems : [],
    ),
  ];
}

function printProblems(problems: readonly Problem[], lang: Language, print: Print): void {
  for (const { file, line, column, severity, code, message, remedy } of problems) {
    print(`${file}:${line}:${column} ${severity} ${code}`);
    print(`  ${message[lang]}`);
    print(`  → ${remedy[lang]}`);
  }
  const errors = problems.filter(({ severity }) => severity === 'error').length;
  const warnings = problems.length - errors;
  print(
    lang === 'fr'
      ? `${errors} erreurs, ${warnings} avertissements`
      : `${errors} errors, ${warnings} warnings`,
  );
}
