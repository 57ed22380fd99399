import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import {
  checkLibrary,
  type ExploreReport,
  type ProofFinding,
  loadLibrary,
  protocolHash,
} from '@repere/protocol';
import { explore, hasSolver, startSolver } from '@repere/protocol-verifier';
import type { Command, Print } from '../command';
import { readLibraryFiles } from './read-library-files';

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/**
 * Proves the safeguards and what every protocol promises. Prints a line for each that is not proven or took long, the
 * history that breaks one, and how much was looked at; 0 when none is broken, 1 when one is, 2 when the folder can't be read.
 */
export const exploreProtocols: Command = async (args, print) => {
  const { values, positionals } = parseArgs({
    args: [...args],
    options: {
      json: { type: 'boolean', default: false },
      only: { type: 'string', multiple: true },
      write: { type: 'string' },
      all: { type: 'boolean', default: false },
      lang: { type: 'string', default: 'fr' },
    },
    allowPositionals: true,
  });
  const lang = values.lang === 'en' ? 'en' : 'fr';
  const { folder, names } = targets(positionals);
  const library = loadLibrary(readLibraryFiles(folder), `${folder.replace(/\/$/, '')}/`);
  const faults = checkLibrary(library).filter(({ severity }) => severity === 'error');
  if (faults.length > 0) {
    print(`${faults.length} errors: \`repere protocol check ${folder}\` says which.`);
    return 2;
  }
  const unknown = names.filter((name) => !library.documents.some(({ protocol }) => protocol === name));
  if (unknown.length > 0) {
    print(`There is no protocol ${unknown.join(', ')} in ${folder}.`);
    return 2;
  }
  if (!hasSolver()) {
    print('Exploring needs z3, which is not part of this file. Beside it: npm install z3-solver@5.2.0');
    return 2;
  }
  const solver = startSolver();
  const started = performance.now();
  try {
    const report = await explore(library, {
      solve: solver.solve,
      hash: (document) => protocolHash(document, sha256),
      ...(names.length > 0 && { protocols: names }),
      ...(values.only && { only: values.only }),
      ...(!values.json && {
        onProgress: (finding: ProofFinding) => {
          if (values.all || finding.verdict !== 'proven' || finding.kind === 'safeguard')
            printFinding(finding, lang, print);
        },
      }),
    });
    if (values.json) print(JSON.stringify(report, null, 2));
    else printSummary(report, (performance.now() - started) / 1000, print);
    if (values.write !== undefined) writeExamples(report, values.write, print);
    return report.findings.some(({ verdict }) => verdict === 'broken') ? 1 : 0;
  } finally {
    solver.stop();
  }
};

/** The last word is the folder if it looks like one; the others are protocols. */
function targets(words: readonly string[]): { readonly folder: string; readonly names: readonly string[] } {
  const last = words.at(-1);
  const isFolder = last !== undefined && (/[/.]/.test(last) || last === 'protocols');
  return isFolder ? { folder: last, names: words.slice(0, -1) } : { folder: 'protocols', names: words };
}

function printFinding(finding: ProofFinding, lang: 'fr' | 'en', print: Print): void {
  const { verdict, protocol, version, kind, id, method, covered, bound, title, counterExample } = finding;
  const counts = [
    covered.facts > 0 && `${covered.facts} facts`,
    covered.classes > 0 && `${covered.classes} classes`,
    covered.states > 0 && `${covered.states} states`,
    covered.paths > 0 && `${covered.paths} paths`,
    covered.queries > 0 && `${covered.queries} queries`,
  ].filter((it) => it !== false);
  print(`${verdict.padEnd(7)} ${protocol}@${version} ${kind} ${id}  [${method}; ${counts.join(', ')}]`);
  print(`        ${title[lang]}`);
  if (bound) print(`        bounded: ${bound[lang]}`);
  if (!counterExample) return;
  print(`        ${counterExample.story[lang]}`);
  for (const line of counterExample.lines) print(`          ${line[lang]}`);
  if (!counterExample.isShortest) print('          (a shorter history may exist)');
}

function printSummary({ subjects, findings, covered }: ExploreReport, seconds: number, print: Print): void {
  const count = (verdict: ProofFinding['verdict']): number =>
    findings.filter((it) => it.verdict === verdict).length;
  print(
    `${subjects.length} protocols together: ${subjects.map((it) => `${it.protocol}@${it.version}`).join(', ')}`,
  );
  print(
    `${count('proven')} proven, ${count('bounded')} bounded, ${count('broken')} broken; ` +
      `${covered.states} states, ${covered.paths} paths, ${covered.queries} queries; ${seconds.toFixed(1)} s`,
  );
}

/** Each counter-example as `folder/<protocol>/<version>/examples/found-<id>.yaml`. */
function writeExamples({ findings }: ExploreReport, folder: string, print: Print): void {
  for (const { protocol, version, id, counterExample } of findings) {
    if (!counterExample) continue;
    const place = join(folder, protocol, version, 'examples');
    mkdirSync(place, { recursive: true });
    const file = join(place, `found-${id.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-')}.yaml`);
    writeFileSync(file, counterExample.example);
    print(file);
  }
}
