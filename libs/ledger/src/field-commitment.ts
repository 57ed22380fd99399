import { canonicalJson } from './canonical-json';
import { toHex } from './hex';
import { HASH_BYTES, type Sha256 } from './sha256';

/** What opens a commitment: the field, its value, and the salt that hid it. */
export interface FieldOpening {
  /** Where the value stands in the payload: `values.made_on`. 1 to 256 visible ASCII characters. */
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
const room = new Uint8Array(8192);
/** Letters up to which an encoder is not worth its call. */
const SHORT = 64;
const BEFORE_SALT = beforeSalt();
const AFTER_SALT = BEFORE_SALT.length + HASH_BYTES;

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
  return { ok: true, commitment: sha256(inputOf(salt, path, canonical.json)) };
}

/** Whether an opening is the one that a commitment (64 hex digits) was made to. */
export function openField(opening: FieldOpening, commitment: string, sha256: Sha256): boolean {
  const made = commitToField(opening, sha256);
  return made.ok && toHex(made.commitment) === commitment;
}

/** Domain, salt, path and value, each after its length. Put together in the same place each time: a bundle has a million fields. */
function inputOf(salt: Uint8Array, path: string, json: string): Uint8Array {
  // A letter takes three bytes at most in UTF-8 for each of its code units.
  const most = AFTER_SALT + 8 + path.length + 3 * json.length;
  const bytes = most <= room.length ? room : new Uint8Array(most);
  bytes.set(BEFORE_SALT);
  bytes.set(salt, BEFORE_SALT.length);
  const end = putText(bytes, AFTER_SALT, path);
  return bytes.subarray(0, putText(bytes, end, json));
}

/** Gives where it ends. */
function putText(bytes: Uint8Array, at: number, text: string): number {
  const written = putPlain(bytes, at + 4, text) ?? encoder.encodeInto(text, bytes.subarray(at + 4)).written;
  putLength(bytes, at, written);
  return at + 4 + written;
}

/** A short text in ASCII, letter by letter; nothing, of any other. */
function putPlain(bytes: Uint8Array, at: number, text: string): number | undefined {
  if (text.length > SHORT) return undefined;
  for (let place = 0; place < text.length; place++) {
    const code = text.charCodeAt(place);
    if (code > 127) return undefined;
    bytes[at + place] = code;
  }
  return text.length;
}

function putLength(bytes: Uint8Array, at: number, length: number): void {
  bytes[at] = length >>> 24;
  bytes[at + 1] = length >>> 16;
  bytes[at + 2] = length >>> 8;
  bytes[at + 3] = length;
}

/** What comes before the salt is the same for all. */
function beforeSalt(): Uint8Array {
  const bytes = new Uint8Array(4 + DOMAIN.length + 4);
  putLength(bytes, putText(bytes, 0, DOMAIN), HASH_BYTES);
  return bytes;
}

function refused(code: FieldProblem['code'], path: string, detail?: string): FieldResult {
  return { ok: false, problem: detail === undefined ? { code, path } : { code, path, detail } };
}
