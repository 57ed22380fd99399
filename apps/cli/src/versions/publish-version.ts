import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import {
  checkLibrary,
  checkVersionNumber,
  compareVersions,
  diffVersions,
  type Library,
  loadLibrary,
  type Problem,
  type ProtocolDocument,
  protocolHash,
} from '@repere/protocol';
import { compileProtocols, runExample } from '@repere/case-engine';
import type { Language } from '@repere/feel';
import { territoryOf } from '@repere/territories';
import type { Command, Print } from '../command';
import { readLibraryFiles } from '../protocols/read-library-files';
import { printDiff } from './print-diff';
import { readVersion } from './version-files';

const ELSEWHERE =
  'Publishing takes an editor and a second person, in the editor: import this folder there. `--dry` says here what would be refused.';

/** With `--dry`: whether a version could be published beside those of the folder. Writes nothing; 1 when it would be refused. */
export const publishVersion: Command = (args, print) => {
  const { values, positionals } = parseArgs({
    args: [...args],
    options: {
      dry: { type: 'boolean', default: false },
      lang: { type: 'string', default: 'fr' },
      folder: { type: 'string', default: 'protocols' },
    },
    allowPositionals: true,
  });
  if (values.lang !== 'fr' && values.lang !== 'en') throw new Error('--lang is fr or en');
  const [name] = positionals;
  if (!values.dry || name === undefined) throw new Error(name === undefined ? 'Which version?' : ELSEWHERE);
  const place = existsSync(join(name, 'protocol.yaml'))
    ? resolve(name)
    : join(values.folder, name.replace('@', '/'));
  const key = `${basename(dirname(place))}/${basename(place)}/`;
  const files = Object.entries(readVersion(place)).map(([path, text]) => [key + path, text]);
  const others = Object.entries(readLibraryFiles(values.folder)).filter(([path]) => !path.startsWith(key));
  const library = loadLibrary(Object.fromEntries([...others, ...files]), '');
  const published = loadLibrary(readLibraryFiles(values.folder), '');
  const refusals = refusalsOf(library, published, key, { lang: values.lang, print });
  print(
    refusals === 0
      ? 'Nothing here would refuse it. Proofs: `repere protocol explore`.'
      : `Refused: ${refusals} reasons.`,
  );
  return refusals === 0 ? 0 : 1;
};

/** Prints each reason, and what differs from the version before; gives how many reasons there are. */
function refusalsOf(
  library: Library,
  published: Library,
  key: string,
  { lang, print }: { readonly lang: Language; readonly print: Print },
): number {
  // What it breaks in other protocols counts too; what was wrong there before does not.
  const before = new Set(errorsOf(published).map(saidIn));
  const problems = errorsOf(library).filter((it) => it.file.startsWith(key) || !before.has(saidIn(it)));
  for (const { file, line, column, message, remedy } of problems) {
    print(`${file}:${line}:${column} ${message[lang]}\n  → ${remedy[lang]}`);
  }
  const document = library.documents.find((it) => isIn(it, key));
  if (!document || !library.shared) return Math.max(1, problems.length);
  const failed = problems.length > 0 ? [] : failedExamples(library, key);
  for (const line of failed) print(line);
  const twin = published.documents.find((it) => isIn(it, key));
  const isOther = twin !== undefined && hashOf(twin) !== hashOf(document);
  if (isOther)
    print(
      `${key} is there with another text: a version is never changed. Give this one a number of its own.`,
    );
  print(`${document.protocol}@${document.version} ${hashOf(document)}`);
  const earlier = versionBefore(document, published.documents);
  if (!earlier) return problems.length + failed.length + Number(isOther);
  const diff = diffVersions(earlier, document, library.shared, titlesOf(library));
  const number = checkVersionNumber(diff);
  if (number) print(`${number.file}: ${number.message[lang]}\n  → ${number.remedy[lang]}`);
  printDiff(diff, lang, print);
  return problems.length + failed.length + Number(isOther) + Number(number !== null);
}

const errorsOf = (library: Library): readonly Problem[] =>
  checkLibrary(library).filter(({ severity }) => severity === 'error');

const saidIn = ({ file, code, message }: Problem): string => [file, code, message.en].join(' ');

const titlesOf = ({ documents }: Library) =>
  Object.fromEntries(documents.map(({ protocol, title }) => [protocol, title]));

const isIn = ({ protocol, version }: ProtocolDocument, key: string): boolean =>
  `${protocol}/${version}/` === key;

const hashOf = (document: ProtocolDocument): string =>
  protocolHash(document, (text) => createHash('sha256').update(text).digest('hex'));

/** The newest of the versions that come before this one. */
function versionBefore(
  { protocol, version }: ProtocolDocument,
  documents: readonly ProtocolDocument[],
): ProtocolDocument | undefined {
  return documents
    .filter((it) => it.protocol === protocol && compareVersions(it.version, version) < 0)
    .sort((a, b) => compareVersions(a.version, b.version))
    .at(-1);
}

/** Worked examples of the version that part from what they expect. */
function failedExamples(library: Library, key: string): readonly string[] {
  if (!library.shared) return [];
  const set = compileProtocols(library.shared, library.documents);
  const told = [
    ...library.examples.flatMap(({ file, example }) => (example ? [{ file, example }] : [])),
    ...library.vectors.flatMap(({ file, examples }) => examples.map((example) => ({ file, example }))),
  ].filter(({ file }) => file.startsWith(key));
  return told.flatMap(({ file, example }) => {
    const territory = territoryOf(String(example.territory));
    const faults = territory
      ? runExample(set, example, territory)
      : [`There is no territory ${example.territory}.`];
    return faults.length === 0 ? [] : [`${file}: ${example.story.fr}\n  ${faults.join('\n  ')}`];
  });
}
