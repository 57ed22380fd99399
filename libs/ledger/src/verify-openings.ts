import { commitToField, type FieldOpening } from './field-commitment';
import { hashFromHex } from './hex';
import { merkleRoot } from './merkle-root';
import type { Sha256 } from './sha256';
import { isSameHash } from './tree/is-same-hash';

/**
 * What a reader is given of an entry's payload. The commitments of fields that she may not see carry no path, so
 * that not even the kind of field is told; only how many there are, and between which paths they sort.
 */
export interface OpenedPayload {
  /** All field commitments of the entry, in the order of their paths; 64 hex digits each. */
  readonly commitments: readonly string[];
  /** The fields shown, in the same order; `index` is the place among the commitments, from 0. */
  readonly openings: readonly (FieldOpening & { readonly index: number })[];
}

export type OpeningsResult =
  /** Every field shown is the one that was recorded; so many others exist. */
  | { readonly ok: true; readonly redacted: number }
  | {
      readonly ok: false;
      readonly problem:
        | { readonly code: 'bad-commitment'; readonly index: number }
        | { readonly code: 'other-root' }
        | { readonly code: 'other-field' | 'out-of-order'; readonly index: number; readonly path: string };
    };

/** Whether the fields shown belong to the root (64 hex digits) that the ledger entry holds; if not, the first fault. */
export function verifyOpenings(root: string, payload: OpenedPayload, sha256: Sha256): OpeningsResult {
  const leaves: Uint8Array[] = [];
  for (const [index, commitment] of payload.commitments.entries()) {
    const leaf = hashFromHex(commitment);
    if (!leaf) return { ok: false, problem: { code: 'bad-commitment', index } };
    leaves.push(leaf);
  }
  const recordedRoot = hashFromHex(root);
  if (!recordedRoot || !isSameHash(merkleRoot(leaves, sha256), recordedRoot))
    return { ok: false, problem: { code: 'other-root' } };

  let lastIndex = -1;
  let lastPath = '';
  for (const opening of payload.openings) {
    const { index, path } = opening;
    const recorded = leaves[index];
    const shown = commitToField(opening, sha256);
    if (!recorded || !shown.ok || !isSameHash(shown.commitment, recorded)) {
      return { ok: false, problem: { code: 'other-field', index, path } };
    }
    // Paths rise with the index and never repeat: nobody can have committed to two values of one field.
    if (index <= lastIndex || path <= lastPath) {
      return { ok: false, problem: { code: 'out-of-order', index, path } };
    }
    lastIndex = index;
    lastPath = path;
  }
  return { ok: true, redacted: payload.commitments.length - payload.openings.length };
}
