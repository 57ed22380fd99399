import { canonicalJson } from './canonical-json';
import { toHex } from './hex';
import { HASH_BYTES, type Sha256 } from './sha256';

/** What opens a commitment: the field, its value, and the salt that hid it. */
export interface FieldOpening {
  /** Where the value stands in the payload: `values.papers_birth`. 1 to 256 visible ASCII characters. */
  readonly path: string;
  /** Any JSON value. */
  readonly value: unknown;
  /** 32 random bytes, of this field of this entry only. */
  readonly salt: Uint8Array;
}

/** Why a field can't be committed to. */
export interface FieldProblem {
  readonly code: 'bad-path' | 'bad-salt' | 'bad-value';
  readonly path: string;
  readonly detail?: string;
}

export type FieldResult =
  | { readonly ok: true; readonly commitment: Uint8Array }
  | { readonly ok: false; readonly problem: FieldProblem };

const DOMAIN = 'repere/field/v1';
const PATH = /^[\x21-\x7e]{1,256}$/;
const encoder = new TextEncoder();

/**
 * The commitment to one field, 32 bytes: SHA-256 over the domain `repere/field/v1`, the salt, the path and the value's
 * canonical JSON in UTF-8, each after its length in bytes (32 bits, big-endian), so that no two fields share an input.
 * Without the salt it tells nothing of path or value; with it, it fits no other.
 */
export function commitToField({ path, value, salt }: FieldOpening, sha256: Sha256): FieldResult {
  if (!PATH.test(path)) return refused('bad-path', path);
  if (salt.length !== HASH_BYTES) return refused('bad-salt', path, `${salt.length} bytes`);
  const canonical = canonicalJson(value);
  if (!canonical.ok) {
    const { code, at } = canonical.problem;
    return refused('bad-value', path, at === '' ? code : `${code} at ${at}`);
  }
  const parts = [encoder.encode(DOMAIN), salt, encoder.encode(path), encoder.encode(canonical.json)];
  return { ok: true, commitment: sha256(withLengths(parts)) };
}

/** Whether an opening is the one that a commitment (64 hex digits) was made to. */
export function openField(opening: FieldOpening, commitment: string, sha256: Sha256): boolean {
  const made = commitToField(opening, sha256);
  return made.ok && toHex(made.commitment) === commitment;
}

function withLengths(parts: readonly Uint8Array[]): Uint8Array {
  const joined = new Uint8Array(parts.reduce((size, part) => size + 4 + part.length, 0));
  const view = new DataView(joined.buffer);
  let offset = 0;
  for (const part of parts) {
    view.setUint32(offset, part.length);
    joined.set(part, offset + 4);
    offset += 4 + part.length;
  }
  return joined;
}

function refused(code: FieldProblem['code'], path: string, detail?: string): FieldResult {
  return { ok: false, problem: detail === undefined ? { code, path } : { code, path, detail } };
}
