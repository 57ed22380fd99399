import { HASH_BYTES } from './sha256';

/**
 * The 32 bytes of a hash that Node gives as text of its encoding `binary`, one letter a byte: `hash('sha256', data, 'binary')` and
 * this take half the time of a buffer, and a log is made of hashes.
 */
export function hashFromBinary(text: string): Uint8Array {
  const bytes = new Uint8Array(HASH_BYTES);
  for (let index = 0; index < HASH_BYTES; index++) bytes[index] = text.charCodeAt(index);
  return bytes;
}
