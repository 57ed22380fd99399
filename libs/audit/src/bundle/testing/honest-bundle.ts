import { strToU8, zipSync } from 'fflate';
import type { JournalEntry } from '@repere/case-engine';
import {
  canonicalJson,
  consistencyProof,
  type NoteSigner,
  signNote,
  toHex,
  verifierKey,
  writePrunedTree,
} from '@repere/ledger';
import {
  BUNDLE_FORMAT,
  type BundleEntry,
  type BundleOpening,
  type ConsistencyProofs,
  type Manifest,
  type SignerKeys,
} from '../bundle-format';
import { entryFields } from '../entry-fields';
import { replayJournal, shownState } from '../shown-state';
import { sha256, TestLog } from './test-log';
import { testSigner } from './test-signer';
import type { PlayedScenario } from './played-scenario';

export const ORIGIN = 'repere.example/test';
export const CASE_ALIAS = 'ca5eca5eca5eca5eca5eca5eca5eca5e';
export const OTHER_CASE = '07e407e407e407e407e407e407e407e4';
export const READER = '4eade44eade44eade44eade44eade44e';
const WORKER = '3046e43046e43046e43046e43046e430';

export interface HonestOptions {
  readonly signer?: NoteSigner;
  readonly origin?: string;
  /** Fields left out of the openings. */
  readonly isRedacted?: (path: string) => boolean;
  /** Acts whose content was erased. */
  readonly isErased?: (entry: JournalEntry) => boolean;
  /** Signers of later checkpoints, each vouched for by the one before. */
  readonly laterSigners?: readonly NoteSigner[];
}

/** A bundle as an honest service makes it, and what the service holds besides. */
export interface HonestBundle {
  readonly files: ReadonlyMap<string, Uint8Array>;
  readonly log: TestLog;
  readonly key: string;
  /** Signed notes of earlier checkpoints, oldest first. */
  readonly earlier: readonly string[];
  /** Leaves of the case's own acts. */
  readonly own: readonly number[];
}

/** A case as the story tells it, among acts of other cases, in a log, bundled. */
export function honestBundle(scenario: PlayedScenario, options: HonestOptions = {}): HonestBundle {
  const signer = options.signer ?? testSigner(ORIGIN, 7);
  const signers = [signer, ...(options.laterSigners ?? [])];
  const last = signers.at(-1) ?? signer;
  const log = new TestLog(options.origin ?? ORIGIN);
  const earlier: { readonly note: string; readonly size: number }[] = [];
  const keep = () => earlier.push({ note: signNote(log.checkpointText, signer, sha256), size: log.size });
  const { own, accessEvents } = live(scenario, log, options, keep);

  const isErased = options.isErased !== undefined && scenario.journal.some(options.isErased);
  const isWhole = options.isRedacted === undefined && !isErased;
  const { now, territory, shared, journal } = scenario;
  const documents = inOrderOfFiles(scenario);
  const state = { now, territory: territory.code };
  const view = isWhole
    ? shownState(replayJournal({ shared, documents, journal, now, territory }), state)
    : { ...state, view: null };
  const content = new Map<string, Uint8Array>([
    [`cases/${CASE_ALIAS}/entries.jsonl`, lines(own)],
    [`cases/${CASE_ALIAS}/access-log.jsonl`, lines(accessEvents)],
    [`cases/${CASE_ALIAS}/state.json`, strToU8(JSON.stringify(view))],
    ['protocols/shared.json', strToU8(JSON.stringify(shared))],
    ...documents.map(
      (it) => [`protocols/${it.protocol}@${it.version}.json`, strToU8(JSON.stringify(it))] as const,
    ),
    ['dossier.fr.html', strToU8('<!doctype html><title>Dossier</title><p>Ce qui a été fait.')],
    ['dossier.fr.pdf', strToU8('%PDF-1.7 made up')],
  ]);
  const manifest: Manifest = {
    format: BUNDLE_FORMAT,
    kind: 'case',
    now,
    madeAt: new Date(now + 60_000).toISOString(),
    madeBy: READER,
    cases: [{ alias: CASE_ALIAS, territory: territory.code }],
    redacted: options.isRedacted ? ['identity'] : [],
    files: Object.fromEntries([...content].map(([path, bytes]) => [path, toHex(sha256(bytes))])),
  };
  const manifestBytes = canonical(manifest);
  const made = log.append({
    type: 'bundle.made',
    stream: CASE_ALIAS,
    actor: READER,
    time: now + 60_000,
    fields: { manifest: toHex(sha256(manifestBytes)), clock: new Date(now).toISOString() },
  });
  // The log goes on while the checkpoint is awaited.
  log.append({ type: 'case.read', stream: OTHER_CASE, actor: WORKER, time: now + 61_000, fields: { x: 1 } });

  const leaves = [...own, ...accessEvents, made].map(({ leaf }) => leaf);
  return {
    log,
    key: verifierKey(signer.name, signer.publicKey, sha256),
    earlier: earlier.map(({ note }) => note),
    own: own.map(({ leaf }) => leaf),
    files: new Map([
      ['manifest.json', manifestBytes],
      ...content,
      ['proof/made.json', canonical(made)],
      ['proof/checkpoint.txt', strToU8(signNote(log.checkpointText, last, sha256))],
      ['proof/tree.bin', writePrunedTree(log.size, leaves, log.read, sha256)],
      ['proof/consistency.json', canonical(consistencyOf(log, earlier))],
      ['proof/keys.json', canonical(keysOf(signers))],
    ]),
  };
}

export const zipped = (files: ReadonlyMap<string, Uint8Array>): Uint8Array =>
  zipSync(Object.fromEntries(files), { mtime: '2025-01-01T12:00:00' });

export function canonical(value: unknown): Uint8Array {
  const made = canonicalJson(value);
  if (!made.ok) throw new Error(`no JSON: ${made.problem.code} ${made.problem.at}`);
  return strToU8(made.json);
}

export const lines = (entries: readonly BundleEntry[]): Uint8Array =>
  strToU8(entries.map((entry) => `${JSON.stringify(entry)}\n`).join(''));

/** Case and log live side by side: the case's acts, reads of it, lists that show it, another case. */
function live(
  { journal }: PlayedScenario,
  log: TestLog,
  { isRedacted, isErased }: HonestOptions,
  keep: () => unknown,
): { readonly own: readonly BundleEntry[]; readonly accessEvents: readonly BundleEntry[] } {
  const own: BundleEntry[] = [];
  const accessEvents: BundleEntry[] = [];
  for (const entry of journal) {
    const time = entry.recordedAt;
    const act = { actor: WORKER, time };
    const clock = new Date(time).toISOString();
    log.append({ ...act, type: 'case.read', stream: OTHER_CASE, fields: { clock } });
    const written = log.append({
      ...act,
      type: `journal.${entry.kind}`,
      stream: CASE_ALIAS,
      fields: entryFields(entry),
    });
    own.push(
      isErased?.(entry) ? { leaf: written.leaf, text: written.text } : redactEntry(written, isRedacted),
    );
    if (entry.seq % 3 === 0)
      own.push(log.append({ ...act, type: 'case.read', stream: CASE_ALIAS, fields: { clock } }));
    if (entry.seq % 4 === 1) {
      const shown = { 'shown/000001': OTHER_CASE, 'shown/000002': CASE_ALIAS, clock };
      const accessEvent = log.append({ ...act, type: 'case.list', stream: READER, fields: shown });
      accessEvents.push(redactEntry(accessEvent, (path) => path === 'shown/000001'));
      keep();
    }
  }
  return { own, accessEvents };
}

function redactEntry(entry: BundleEntry, isRedacted: ((path: string) => boolean) | undefined): BundleEntry {
  const openings = entry.openings?.filter(({ path }: BundleOpening) => !isRedacted?.(path));
  return openings ? { ...entry, openings } : entry;
}

function inOrderOfFiles({ documents }: PlayedScenario): PlayedScenario['documents'] {
  const file = (it: PlayedScenario['documents'][number]): string =>
    `protocols/${it.protocol}@${it.version}.json`;
  return documents.toSorted((one, other) => (file(one) < file(other) ? -1 : 1));
}

function consistencyOf(
  log: TestLog,
  earlier: readonly { readonly note: string; readonly size: number }[],
): ConsistencyProofs {
  return {
    proofs: earlier.map(({ note, size }) => ({
      checkpoint: note,
      hashes: consistencyProof(size, log.size, log.read, sha256).map(toHex),
    })),
  };
}

function keysOf(signers: readonly NoteSigner[]): SignerKeys {
  const text = ({ name, publicKey }: NoteSigner): string => verifierKey(name, publicKey, sha256);
  return {
    keys: signers.map((it, n) => {
      const before = signers[n - 1];
      return before
        ? { key: text(it), voucher: signNote(`${text(it)}\n`, before, sha256) }
        : { key: text(it) };
    }),
  };
}
