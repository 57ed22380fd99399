import {
  type CaseState,
  compileProtocols,
  conformanceOf,
  foldCase,
  type JournalEntry,
  viewCase,
} from '@repere/case-engine';
import { loadLibrary } from '@repere/protocol';
import { territoryOf } from '@repere/territories';
import { randomHistory } from '../../protocols/random-history';
import { readFiles } from '../../protocols/read-files';

/** What judging a case costs beside showing it: usual cases, and one of a thousand entries. */
const CASES = 100;
const library = loadLibrary(readFiles());
const territory = known(territoryOf('93'));
if (!library.shared) throw new Error('the protocols can not be read');
const set = compileProtocols(library.shared, library.documents);
const newest = {
  shared: library.shared,
  documents: [...new Map(library.documents.map((it) => [it.protocol, it])).values()],
  set,
  territory,
};
let seed = 1;
const draw = (bound: number): number => {
  seed = (seed * 48_271) % 2_147_483_647;
  return bound < 1 ? 0 : seed % Math.floor(bound);
};
function journalOf(length: number): readonly JournalEntry[] {
  let latest: readonly JournalEntry[] = [];
  randomHistory(
    newest,
    { first: 'identification', draw, length, isCalm: true },
    (_, journal) => (latest = journal),
  );
  return latest;
}

/** Processor time, milliseconds: what others do on the machine is not in it. */
function cost(work: () => unknown): number {
  const start = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}

function measure(name: string, journals: readonly (readonly JournalEntry[])[], times: number): void {
  const spent = { fold: 0, view: 0, conformance: 0 };
  for (let i = 0; i < times; i++)
    for (const journal of journals) {
      const fold = (): CaseState =>
        foldCase(set, journal, { now: journal.at(-1)?.recordedAt ?? 0, territory });
      spent.fold += cost(fold);
      const state = fold();
      spent.view += cost(() => viewCase(state));
      spent.conformance += cost(() => conformanceOf(state));
    }
  const entries = journals.reduce((sum, journal) => sum + journal.length, 0) / journals.length;
  const each = (ms: number): string => (ms / times / journals.length).toFixed(2);
  console.log(
    `${name}: ${entries.toFixed(0)} entries, fold ${each(spent.fold)} ms, view ${each(spent.view)} ms, conformance ${each(spent.conformance)} ms`,
  );
}

const isQuick = process.argv.includes('--quick');
measure(
  'warming up',
  Array.from({ length: isQuick ? 1 : 20 }, () => journalOf(30)),
  isQuick ? 1 : 3,
);
measure(
  'usual cases',
  Array.from({ length: isQuick ? 2 : CASES }, () => journalOf(40)),
  isQuick ? 1 : 5,
);
measure('a long case', [journalOf(isQuick ? 150 : 1_500)], isQuick ? 1 : 3);

function known<T>(it: T | undefined): T {
  if (it === undefined) throw new Error('the territory is not known');
  return it;
}
