import { compileProtocols, type ProtocolSet, runExample } from '@repere/case-engine';
import { type Example, type Library, loadLibrary, localDocuments } from '@repere/protocol';
import { territoryOf } from '@repere/territories';
import type { Command } from '../command';
import { readLibraryFiles } from './read-library-files';

/** Runs every worked example and every row of a table; prints those that part from what they expect, 1 when there are any. */
export const testProtocols: Command = ([folder = 'protocols'], print) => {
  const library = loadLibrary(readLibraryFiles(folder), `${folder.replace(/\/$/, '')}/`);
  if (!library.shared || library.loadedProtocols.some(({ document }) => document === undefined)) {
    print('Some files can not be read: `repere protocol check` says which.');
    return 1;
  }
  const overlays = library.overlays.flatMap(({ overlay }) => overlay ?? []);
  const local = localDocuments(library.documents, overlays);
  const set = compileProtocols(library.shared, [...library.documents, ...local]);
  const examples = examplesIn(library);
  let failed = 0;
  for (const { file, example } of examples) {
    const problems = exampleFaults(set, example);
    if (problems.length === 0) continue;
    failed++;
    print(`${file}: ${example.story.fr}`);
    for (const problem of problems) print(`  ${problem}`);
  }
  const unread = [...library.examples, ...library.vectors].flatMap(({ problems }) => problems);
  for (const { file, line, column, message } of unread) print(`${file}:${line}:${column} ${message.fr}`);
  print(`${examples.length} stories, ${failed} fail${unread.length > 0 ? ', some can not be read' : ''}`);
  return failed > 0 || unread.length > 0 ? 1 : 0;
};

interface PlayedExample {
  readonly file: string;
  readonly example: Example;
}

function examplesIn({ examples, vectors }: Library): readonly PlayedExample[] {
  return [
    ...examples.flatMap(({ file, example }) => (example ? [{ file, example }] : [])),
    ...vectors.flatMap(({ file, examples: rows }) => rows.map((example) => ({ file, example }))),
  ];
}

function exampleFaults(set: ProtocolSet, example: Example): readonly string[] {
  const territory = territoryOf(String(example.territory));
  return territory ? runExample(set, example, territory) : [`There is no territory ${example.territory}.`];
}
