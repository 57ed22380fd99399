import { writeFileSync } from 'node:fs';
import { loadAnswers, loadLibrary, newestVersions, printTraceability, traceItems } from '@repere/protocol';
import type { Command } from '../command';
import { readLibraryFiles } from './read-library-files';

const PAGE = 'docs/traceability.md';

/** Writes what answers each item of the report, from the `basis` of the newest versions and from answers.yaml. */
export const traceReport: Command = ([folder = 'protocols', page = PAGE], print) => {
  const files = readLibraryFiles(folder);
  const { shared, documents, sources } = loadLibrary(files);
  const { answers, problems } = loadAnswers(files['answers.yaml'] ?? '', 'answers.yaml');
  for (const { file, line, column, message } of problems) print(`${file}:${line}:${column} ${message.fr}`);
  if (!shared || !answers) return 1;
  const lines = traceItems({ documents: newestVersions(documents), shared, sources }, answers);
  writeFileSync(page, printTraceability(lines));
  const silent = lines.filter(({ answers: all, notYet }) => all.length === 0 && notYet === null);
  for (const { item, asks } of silent) print(`${item} ${asks.en}: nothing answers it, and nothing says so.`);
  print(`${page}: ${lines.length} items`);
  return silent.length > 0 ? 1 : 0;
};
