/**
 * SHA-256 (FIPS 180-4) of some bytes: 32 bytes. Handed in by whoever calls, and synchronous, so that API, CLI and
 * browser share this code: `(data) => createHash('sha256').update(data).digest()`, or `sha256` of `@noble/hashes`.
 */
export type Sha256 = (data: Uint8Array) => Uint8Array;

/** Length of a hash and of a salt. */
export const HASH_BYTES = 32;
