import { strToU8 } from 'fflate';
import { signNote, toHex, verifierKey, writePrunedTree } from '@repere/ledger';
import { BUNDLE_FORMAT, type BundleEntry, type Manifest } from '../../libs/audit/src/bundle/bundle-format';
import { entryFields } from '../../libs/audit/src/bundle/entry-fields';
import { openBundle } from '../../libs/audit/src/bundle/open-bundle';
import { replayJournal, shownState } from '../../libs/audit/src/bundle/shown-state';
import { canonical, lines, ORIGIN, zipped } from '../../libs/audit/src/bundle/testing/honest-bundle';
import { sha256 as slowSha256, TestLog } from '../../libs/audit/src/bundle/testing/test-log';
import { testSigner } from '../../libs/audit/src/bundle/testing/test-signer';
import { type PlayedScenario, playLibrary } from '../../libs/audit/src/bundle/testing/played-scenario';
import { verifyBundle } from '../../libs/audit/src/bundle/verify-bundle';
import { inflate, sha256, verifySignature } from '../../apps/cli/src/bundles/node-crypto';
import { readFiles } from '../../protocols/read-files';

const ACTS = process.argv.includes('--quick') ? 2_000 : 100_000;
const ACTS_OF_A_CASE = 500;
const EXAMPLE = 'protection/1.0.0/examples/03-no-hotel.yaml';
const scenario = exampleOf(EXAMPLE);

function exampleOf(path: string): PlayedScenario {
  const found = playLibrary(readFiles()).find(({ file }) => file === path);
  if (!found) throw new Error(`there is no ${path}`);
  return found;
}

const signer = testSigner(ORIGIN, 7);
const KEY = verifierKey(signer.name, signer.publicKey, slowSha256);

/** Cases of `ACTS_OF_A_CASE` acts each: the story again and again for the share that is journal, and reads of the case. */
function bundle(share: number): ReadonlyMap<string, Uint8Array> {
  const log = new TestLog(ORIGIN);
  const { journal, now, territory, shared } = scenario;
  const documents = scenario.documents.toSorted((a, b) => (a.protocol < b.protocol ? -1 : 1));
  const state = { now, territory: territory.code };
  const view = shownState(replayJournal({ shared, documents, journal, now, territory }), state);
  const cases = Array.from({ length: ACTS / ACTS_OF_A_CASE }, (_, n) => n.toString(16).padStart(32, '0'));
  const leaves: number[] = [];
  const content = new Map<string, Uint8Array>([
    ['protocols/shared.json', strToU8(JSON.stringify(shared))],
    ...documents.map(
      (it) => [`protocols/${it.protocol}@${it.version}.json`, strToU8(JSON.stringify(it))] as const,
    ),
  ]);
  for (const alias of cases) {
    const own: BundleEntry[] = [];
    const act = { stream: alias, actor: 'ac'.repeat(16), time: now };
    for (const entry of journal)
      own.push(log.append({ ...act, type: `journal.${entry.kind}`, fields: entryFields(entry) }));
    while (own.length < ACTS_OF_A_CASE) {
      // Acts of the size of a journal's that the engine doesn't read, up to the share; then looks.
      const isAct = own.length < ACTS_OF_A_CASE * share;
      const filler = journal[own.length % journal.length];
      const fields = isAct && filler ? entryFields(filler) : { clock: new Date(now).toISOString() };
      own.push(log.append({ ...act, type: isAct ? 'case.changed' : 'case.read', fields }));
    }
    leaves.push(...own.map(({ leaf }) => leaf));
    content.set(`cases/${alias}/entries.jsonl`, lines(own));
    content.set(`cases/${alias}/state.json`, strToU8(JSON.stringify(view)));
  }
  const manifest: Manifest = {
    format: BUNDLE_FORMAT,
    kind: 'mission',
    now,
    madeAt: new Date(now).toISOString(),
    madeBy: 'ac'.repeat(16),
    cases: cases.map((alias) => ({ alias, territory: territory.code })),
    redacted: [],
    files: Object.fromEntries([...content].map(([path, bytes]) => [path, toHex(slowSha256(bytes))])),
  };
  const manifestBytes = canonical(manifest);
  const fields = { manifest: toHex(slowSha256(manifestBytes)) };
  const made = log.append({
    type: 'bundle.made',
    stream: 'ac'.repeat(16),
    actor: 'ac'.repeat(16),
    time: now,
    fields,
  });
  return new Map([
    ['manifest.json', manifestBytes],
    ...content,
    ['proof/made.json', canonical(made)],
    ['proof/checkpoint.txt', strToU8(signNote(log.checkpointText, signer, slowSha256))],
    ['proof/tree.bin', writePrunedTree(log.size, [...leaves, made.leaf], log.read, slowSha256)],
    ['proof/consistency.json', canonical({ proofs: [] })],
    ['proof/keys.json', canonical({ keys: [{ key: KEY }] })],
  ]);
}

function measure(what: string, share: number): void {
  const zip = zipped(bundle(share));
  const begun = process.cpuUsage();
  const before = performance.now();
  const opened = openBundle(zip, { inflate });
  if (!opened.ok) throw new Error(opened.problem.said.en);
  const between = performance.now();
  const report = verifyBundle(opened.files, { sha256, verifySignature, pinned: { key: KEY } });
  const after = performance.now();
  const { user, system } = process.cpuUsage(begun);
  const bytes = [...opened.files.values()].reduce((sum, { length }) => sum + length, 0);
  const fields =
    /^\d+/.exec(report.checks.find(({ check }) => check === 'openings')?.said.en ?? '')?.[0] ?? '?';
  console.log(
    `${what}: ${report.entries ?? 0} acts, ${fields} fields, ${(zip.length / 1e6).toFixed(1)} MB (${(bytes / 1e6).toFixed(0)} MB inflated): ` +
      `${report.verdict}, opened in ${((between - before) / 1000).toFixed(2)} s, verified in ${((after - between) / 1000).toFixed(2)} s (${((user + system) / 1e6).toFixed(2)} s of processor)`,
  );
  if (report.verdict !== 'sound')
    throw new Error(JSON.stringify(report.checks.filter(({ outcome }) => outcome === 'failed')));
}

measure('one act in ten is of the journal', 0.1);
measure('warm', 0.1);
if (!process.argv.includes('--mixed')) measure('every act is of the journal', 1);
