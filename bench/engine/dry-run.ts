import { compileProtocols, foldCase, isUnchanged, type JournalEntry, tryMove } from '@repere/case-engine';
import { loadLibrary } from '@repere/protocol';
import { territoryOf } from '@repere/territories';
import { randomHistory } from '../../protocols/random-history';
import { readFiles } from '../../protocols/read-files';

const CASES = process.argv.includes('--quick') ? 200 : 10_000;
const DIFFERENT = 200;
const [FROM, TO] = ['1.0.0', '1.1.0'];
const TARGET_SECONDS = 60;

/** What a dry run of a new version over every open case costs: each is folded from its journal, then moved on trial. */
const library = loadLibrary(readFiles());
const territory = territoryOf('93');
if (!library.shared || !territory) throw new Error('the protocols can not be read');
/** Every protocol once more, with each deadline of ours due at once. */
const newer = library.documents.map((document) => ({
  ...document,
  version: TO,
  steps: document.steps.map((step) =>
    step.due?.origin === 'TOOL' ? { ...step, due: { ...step.due, within: 'at once' } } : step,
  ),
}));
const set = compileProtocols(library.shared, [...library.documents, ...newer]);
let seed = 1;
const draw = (bound: number): number => {
  seed = (seed * 48_271) % 2_147_483_647;
  return bound < 1 ? 0 : seed % Math.floor(bound);
};
const told = { shared: library.shared, documents: library.documents, set, territory };
const journals: readonly JournalEntry[][] = Array.from({ length: DIFFERENT }, () => {
  let latest: readonly JournalEntry[] = [];
  randomHistory(
    told,
    { first: 'identification', draw, length: 40, isCalm: true },
    (_, journal) => (latest = journal),
  );
  return [...latest];
});
const entries = journals.reduce((sum, journal) => sum + journal.length, 0) / DIFFERENT;

const started = performance.now();
let changed = 0;
for (let i = 0; i < CASES; i++) {
  const journal = journals[i % DIFFERENT] ?? [];
  const opened = journal.find((it) => it.kind === 'run-opened');
  const last = journal.at(-1);
  if (opened?.kind !== 'run-opened' || !last) continue;
  const state = foldCase(set, journal, { now: last.recordedAt, territory });
  if (!isUnchanged(tryMove(state, opened.runId, TO))) changed++;
}
const seconds = (performance.now() - started) / 1000;
console.log(
  `${CASES} open cases of ${entries.toFixed(0)} entries on trial from ${FROM} to ${TO}: ${seconds.toFixed(1)} s, ${((seconds / CASES) * 1e6).toFixed(0)} µs a case, ${changed} would change`,
);
if (seconds > TARGET_SECONDS) {
  console.log(`more than ${TARGET_SECONDS} s`);
  process.exitCode = 1;
}
