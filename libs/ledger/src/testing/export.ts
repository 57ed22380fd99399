import { readEntry, sequenceEntry } from '../canonical-entry';
import { checkpointText, readCheckpoint, type Checkpoint } from '../checkpoint/checkpoint';
import { openNote } from '../checkpoint/open-note';
import { signNote } from '../checkpoint/sign-note';
import { readVerifierKey, verifierKey } from '../checkpoint/verifier-key';
import { writePrunedTree } from '../tree/pruned-tree';
import { rootOf } from '../tree/root';
import { verifyLeaves } from '../tree/verify-leaves';
import { nodeVerify, signerOf } from './node-ed25519';
import { nodeSha256 } from './node-sha256';
import { wholeTree } from './whole-tree';

/** What an export of one stream comes down to: its entries, their pruned tree, the signed checkpoint. */
export interface Export {
  /** A line each: `leaf SP text LF`. */
  readonly entries: Uint8Array;
  readonly tree: Uint8Array;
  readonly checkpoint: Uint8Array;
}

/** Where the first fault is: a line of the entries (from 0), leaves of the log, or the checkpoint. */
export type ExportFault =
  | { readonly at: 'line'; readonly line: number }
  | { readonly at: 'leaves'; readonly code: string; readonly from: number; readonly to: number }
  | { readonly at: 'checkpoint' };

export const LOG_SIGNER = signerOf('record.example', new Uint8Array(32).fill(7));
const logKey = readVerifierKey(verifierKey(LOG_SIGNER.name, LOG_SIGNER.publicKey, nodeSha256), nodeSha256);
const encoder = new TextEncoder();

/** Leaves of a log of this size in which every so many entries belong to one stream, by position; the rest to another. */
export function logTexts(size: number, isOurs: (leaf: number) => boolean): readonly string[] {
  const positions = { ours: 0, others: 0 };
  return Array.from({ length: size }, (_, leaf) => {
    const stream = isOurs(leaf) ? 'ours' : 'others';
    positions[stream] += 1;
    const made = sequenceEntry(
      {
        v: '1',
        id: `00000000-0000-4000-8000-${leaf.toString(16).padStart(12, '0')}`,
        time: new Date(1_750_000_000_000 + leaf * 60_000).toISOString(),
        type: 'case.read',
        outcome: 'done',
        purpose: 'care',
        actor: 'q7Zr2mXkT0aVb9Lw',
        stream: `alias-of-stream-${stream}`,
        commitment: leaf.toString(16).padStart(64, '0'),
        correlation: '01JQ8Z5M7T',
      },
      positions[stream],
    );
    if (!made.ok) throw new Error(made.problem.code);
    return made.text;
  });
}

/** The export of the leaves that are ours. */
export function exportOf(texts: readonly string[], leaves: readonly number[]): Export {
  const size = texts.length;
  const { read } = wholeTree(texts.map((text) => encoder.encode(text)));
  const root = rootOf(size, read, nodeSha256);
  const text = checkpointText({ origin: LOG_SIGNER.name, size, root });
  return {
    entries: encoder.encode(leaves.map((leaf) => `${leaf} ${texts[leaf]}\n`).join('')),
    tree: writePrunedTree(size, leaves, read, nodeSha256),
    checkpoint: encoder.encode(signNote(text, LOG_SIGNER, nodeSha256)),
  };
}

/** The first fault of an export, `undefined` when it is sound. */
export function checkExport(given: Export): ExportFault | undefined {
  const checkpoint = readSigned(given.checkpoint);
  if (!checkpoint) return { at: 'checkpoint' };
  const leaves: Line[] = [];
  for (const [line, bytes] of linesOf(given.entries).entries()) {
    const read = readLine(decode(bytes) ?? '');
    if (read?.pos !== String(line + 1)) return { at: 'line', line };
    leaves.push(read);
  }
  const { size, root } = checkpoint;
  const result = verifyLeaves({ leaves, prunedTree: given.tree, size, root }, nodeSha256);
  return result.ok ? undefined : { at: 'leaves', ...result.problem };
}

interface Line {
  readonly index: number;
  readonly data: Uint8Array;
  readonly pos: string;
}

// An export that is harmed at every byte stays mostly as it was: what was read once is remembered.
const lines = new Map<string, Line | undefined>();
const notes = new Map<string, boolean>();

function readLine(line: string): Line | undefined {
  if (lines.has(line)) return lines.get(line);
  const [, index, text = ''] = /^(0|[1-9][0-9]*) (.*)$/s.exec(line) ?? [];
  const read = readEntry(text);
  const isOurs = read.ok && read.entry.stream.endsWith('-ours');
  const made = isOurs ? { index: Number(index), data: encoder.encode(text), pos: read.entry.pos } : undefined;
  lines.set(line, made);
  return made;
}

function readSigned(bytes: Uint8Array): Checkpoint | undefined {
  const note = decode(bytes);
  if (note === undefined || !logKey.ok) return undefined;
  const isSigned = notes.get(note) ?? openNote(note, [logKey.key], nodeVerify).ok;
  notes.set(note, isSigned);
  const read = readCheckpoint(note.slice(0, note.lastIndexOf('\n\n') + 1));
  return isSigned && read.ok && read.checkpoint.origin === LOG_SIGNER.name ? read.checkpoint : undefined;
}

/** Lines without their line break; a last one that has none is a line too, and never right. */
export function linesOf(bytes: Uint8Array): readonly Uint8Array[] {
  const lines: Uint8Array[] = [];
  let start = 0;
  while (start < bytes.length) {
    const end = bytes.indexOf(10, start);
    // Without its end, a line is truncated: nothing is an entry.
    lines.push(end < 0 ? new Uint8Array() : bytes.subarray(start, end));
    start = end < 0 ? bytes.length : end + 1;
  }
  return lines;
}

function decode(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
