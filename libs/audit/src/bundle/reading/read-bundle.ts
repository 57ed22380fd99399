import type { Sha256 } from '@repere/ledger';
import type { BundleEntry, ConsistencyProofs, Manifest, ShownState, SignerKeys } from '../bundle-format';
import type { BundleFiles } from '../open-bundle';
import { PACE, type Paced } from '../paced';
import { BUNDLE_SHAPES } from './bundle-shapes';
import { type PlacedEntry, placeEntry } from './placed-entry';
import { type ReadProblem, Unreadable, unreadable } from './read-problem';
import { readCanonical, readJson, readLines, readText } from './read-text';

/** One stream of the bundle: a case's or a mission's. */
export interface BundleStream {
  readonly kind: 'case' | 'mission';
  readonly alias: string;
  readonly file: string;
  readonly entries: readonly PlacedEntry[];
  /** Of a case: entries of other streams that showed it. */
  readonly accessEvents: readonly PlacedEntry[];
  readonly state?: { readonly file: string; readonly shown: ShownState };
}

/** A bundle taken apart, nothing of it verified. */
export interface ReadBundle {
  readonly manifest: Manifest;
  readonly streams: readonly BundleStream[];
  readonly made: PlacedEntry;
  readonly checkpoint: string;
  readonly tree: Uint8Array;
  readonly consistency: ConsistencyProofs;
  readonly keys: SignerKeys;
  /** Path → content, untyped: the engine is the judge. */
  readonly protocols: ReadonlyMap<string, unknown>;
  /** Files that the manifest names and that can't be read: altered, since only so much can be told here. */
  readonly faults: readonly ReadProblem[];
}

export const MANIFEST = 'manifest.json';
export const MADE = 'proof/made.json';
export const CHECKPOINT = 'proof/checkpoint.txt';
export const CONSISTENCY = 'proof/consistency.json';
export const TREE = 'proof/tree.bin';
export const KEYS = 'proof/keys.json';
export const PROOF_FILES: readonly string[] = [MADE, CHECKPOINT, TREE, CONSISTENCY, KEYS];

/** The manifest; throws `Unreadable` when this is no bundle of ours. */
export function readManifest(files: BundleFiles): Manifest {
  return readCanonical<Manifest>(
    readText(wanted(files, MANIFEST), MANIFEST),
    BUNDLE_SHAPES.manifest,
    MANIFEST,
  );
}

/** All parts. Throws `Unreadable` when the proof itself can't be read; other faults are kept, and their part is left out. */
export function* readBundle(files: BundleFiles, manifest: Manifest, sha256: Sha256): Paced<ReadBundle> {
  const faults: ReadProblem[] = [];
  const part = <T>(read: () => T): T | undefined => {
    try {
      return read();
    } catch (thrown) {
      if (!(thrown instanceof Unreadable)) throw thrown;
      faults.push(thrown.problem);
      return undefined;
    }
  };
  const textOf = (file: string): string => readText(wanted(files, file), file);
  const entriesOf = function* (file: string): Paced<readonly PlacedEntry[]> {
    const lines = files.has(file) ? part(() => readLines(textOf(file), file)) : undefined;
    return lines ? yield* readEntries(lines, file, sha256, part) : [];
  };
  const streamOf = function* (kind: BundleStream['kind'], alias: string): Paced<BundleStream> {
    const folder = `${kind}s/${alias}`;
    const state = `${folder}/state.json`;
    const shown = files.has(state)
      ? part(() => readJson<ShownState>(textOf(state), BUNDLE_SHAPES.state, state))
      : undefined;
    return {
      kind,
      alias,
      file: `${folder}/entries.jsonl`,
      entries: yield* entriesOf(`${folder}/entries.jsonl`),
      accessEvents: yield* entriesOf(`${folder}/access-log.jsonl`),
      ...(shown && { state: { file: state, shown } }),
    };
  };
  const streams: BundleStream[] = [];
  for (const { alias } of manifest.cases) streams.push(yield* streamOf('case', alias));
  if (manifest.mission !== undefined) streams.push(yield* streamOf('mission', manifest.mission));
  return {
    manifest,
    streams,
    made: placeEntry(readCanonical<BundleEntry>(textOf(MADE), BUNDLE_SHAPES.entry, MADE), sha256, MADE),
    checkpoint: textOf(CHECKPOINT),
    tree: wanted(files, TREE),
    consistency: readCanonical(textOf(CONSISTENCY), BUNDLE_SHAPES.consistency, CONSISTENCY),
    keys: readCanonical(textOf(KEYS), BUNDLE_SHAPES.keys, KEYS),
    protocols: readProtocols(files, part),
    faults,
  };
}

type Part = <T>(read: () => T) => T | undefined;

function* readEntries(
  lines: readonly string[],
  file: string,
  sha256: Sha256,
  part: Part,
): Paced<readonly PlacedEntry[]> {
  const entries: PlacedEntry[] = [];
  for (const [index, line] of lines.entries()) {
    if (index % PACE === 0) yield 'opening';
    const entry = part(() => readJson<BundleEntry>(line, BUNDLE_SHAPES.entry, file, index + 1));
    if (entry) entries.push(placeEntry(entry, sha256, file, index + 1));
  }
  return entries;
}

function readProtocols(files: BundleFiles, part: Part): ReadonlyMap<string, unknown> {
  const found = new Map<string, unknown>();
  for (const file of [...files.keys()].filter((path) => /^protocols\/[^/]+\.json$/.test(path)).sort()) {
    const content = part(() => readJson<object>(readText(wanted(files, file), file), isObject, file));
    if (content) found.set(file, content);
  }
  return found;
}

const isObject = (value: unknown): boolean => typeof value === 'object' && value !== null;

function wanted(files: BundleFiles, file: string): Uint8Array {
  const bytes = files.get(file);
  if (bytes) return bytes;
  throw unreadable(
    `Ce n’est pas un dossier de preuve entier : il y manque ${file}`,
    `This is not a whole audit bundle: ${file} is missing`,
    { file },
  );
}
