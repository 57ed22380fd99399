import {
  checkpointText,
  consistencyProof,
  hashFromHex,
  nodesForConsistency,
  rootOf,
  signNote,
  toHex,
  verifyConsistency,
} from '@repere/ledger';
import { sha256 } from '../../platform/record/commit-payload';
import type { Rows } from '../rows';
import { BrokenTree, readNodes, treeSize } from '../tree/read-tree';
import { findEpoch } from './epochs.query';
import type { SignedLast } from './signer-memory';
import { type KeptKey, noteSignerOf } from './signer-keys';

/**
 * Why the signer will not sign what the database shows. `rolled-back`: it is shorter than what was signed. `forked`: it is not
 * what was signed, with more behind it. `other-origin`: an epoch began that the signer was not told of. `broken-tree`: its parts
 * don't fit. `other-keys`: its list of keys is not the signer's.
 */
export type SignRefusal = 'rolled-back' | 'forked' | 'other-origin' | 'broken-tree' | 'other-keys';

/** A checkpoint that may be signed, with its note; or that nothing grew. */
export type CheckpointToSign =
  | { readonly kind: 'new'; readonly signed: SignedLast & { readonly note: string } }
  | { readonly kind: 'unchanged' }
  | { readonly kind: 'refused'; readonly why: SignRefusal };

/**
 * The next checkpoint of this log, signed, if the log is what was signed last with more behind it: a consistency proof from
 * that size to this one is made from the tables and verified against the signer's own memory, which the tables can't touch.
 */
export async function nextCheckpoint(rows: Rows, last: SignedLast, key: KeptKey): Promise<CheckpointToSign> {
  const refused = (why: SignRefusal): CheckpointToSign => ({ kind: 'refused', why });
  const epoch = await findEpoch(rows);
  if (epoch?.origin !== last.origin) return refused('other-origin');
  const size = await treeSize(rows);
  if (size < last.size) return refused('rolled-back');
  try {
    const root = await rootAt(rows, size);
    if (!(await goesOnFrom(rows, last, size, root))) return refused('forked');
    if (size === 0 || (size === last.size && last.note !== undefined)) return { kind: 'unchanged' };
    const text = checkpointText({ origin: last.origin, size, root });
    const note = signNote(text, noteSignerOf(key), sha256);
    return { kind: 'new', signed: { origin: last.origin, size, root: toHex(root), note, term: last.term } };
  } catch (error) {
    if (error instanceof BrokenTree) return refused('broken-tree');
    throw error;
  }
}

/** Root of the tree as it was at this size; everything that it needs is in the edges. */
export async function rootAt(rows: Rows, size: number): Promise<Uint8Array> {
  return rootOf(size, await readNodes(rows, size, []), sha256);
}

/** Whether the log of this size and root begins with what was signed last. */
async function goesOnFrom(rows: Rows, last: SignedLast, to: number, toRoot: Uint8Array): Promise<boolean> {
  const fromRoot = hashFromHex(last.root);
  if (!fromRoot) return false;
  const read = await readNodes(rows, to, nodesForConsistency(last.size, to));
  const proof = consistencyProof(last.size, to, read, sha256);
  return verifyConsistency({ from: last.size, fromRoot, to, toRoot, proof }, sha256);
}
