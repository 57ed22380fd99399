import type { Sha256 } from '../sha256';
import { fromBase64, toBase64 } from './base64';

/** Who signed, and the public key that tells. C2SP signed-note. */
export interface VerifierKey {
  readonly name: string;
  /** First four bytes of SHA-256(name ‖ 0x0A ‖ 0x01 ‖ public key), as an unsigned number. */
  readonly id: number;
  /** Ed25519 (RFC 8032), 32 bytes. */
  readonly publicKey: Uint8Array;
}

export type VerifierKeyResult =
  | { readonly ok: true; readonly key: VerifierKey }
  | {
      readonly ok: false;
      readonly problem: { readonly code: 'malformed' | 'bad-name' | 'not-ed25519' | 'other-id' };
    };

const ED25519 = 1;
const ED25519_KEY_BYTES = 32;

/** The key as text: `name+id+base64(0x01 ‖ public key)`, the id in 8 hex digits. Throws a RangeError for a bad name or key. */
export function verifierKey(name: string, publicKey: Uint8Array, sha256: Sha256): string {
  if (publicKey.length !== ED25519_KEY_BYTES) throw new RangeError('An Ed25519 key has 32 bytes');
  const id = keyId(name, publicKey, sha256).toString(16).padStart(8, '0');
  return `${name}+${id}+${toBase64(Uint8Array.of(ED25519, ...publicKey))}`;
}

/** The key that a text holds: Ed25519 only, and only if its id is the one that name and key give. */
export function readVerifierKey(text: string, sha256: Sha256): VerifierKeyResult {
  const [name, id, encoded, ...more] = splitKey(text);
  if (name === undefined || id === undefined || encoded === undefined || more.length > 0) {
    return refused('malformed');
  }
  if (!isKeyName(name)) return refused('bad-name');
  const bytes = fromBase64(encoded);
  if (!bytes || !/^[0-9a-f]{8}$/.test(id)) return refused('malformed');
  if (bytes[0] !== ED25519 || bytes.length !== 1 + ED25519_KEY_BYTES) return refused('not-ed25519');
  const publicKey = bytes.slice(1);
  const key: VerifierKey = { name, id: Number.parseInt(id, 16), publicKey };
  return key.id === keyId(name, publicKey, sha256) ? { ok: true, key } : refused('other-id');
}

/** The id under which a key signs. */
export function keyId(name: string, publicKey: Uint8Array, sha256: Sha256): number {
  if (!isKeyName(name)) throw new RangeError(`No name of a key: ${JSON.stringify(name)}`);
  const input = Uint8Array.of(...new TextEncoder().encode(`${name}\n`), ED25519, ...publicKey);
  const hash = sha256(input);
  return new DataView(hash.buffer, hash.byteOffset).getUint32(0);
}

/** Whether a text can name a key: not empty, no space, no plus, no control character. */
export function isKeyName(name: string): boolean {
  return /^[^\p{White_Space}\p{Cc}\p{Cs}+]+$/u.test(name);
}

/** Base64 has pluses of its own, a name has none. */
function splitKey(text: string): readonly string[] {
  const [name, id, ...encoded] = text.split('+');
  return name === undefined || id === undefined || encoded.length === 0 ? [] : [name, id, encoded.join('+')];
}

function refused(
  code: 'malformed' | 'bad-name' | 'not-ed25519' | 'other-id',
): VerifierKeyResult & { readonly ok: false } {
  return { ok: false, problem: { code } };
}
