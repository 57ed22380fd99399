/**
 * SHA-256 (FIPS 180-4) of some bytes: 32 bytes. Handed in by whoever calls, and synchronous, so that API, CLI and browser share
 * this code: `hash` of `node:crypto` (quickest through `hashFromBinary`), or `sha256` of `@noble/hashes`. It must not keep the
 * bytes it is given: they are written over.
 */
export type Sha256 = (data: Uint8Array) => Uint8Array;

/** Length of a hash and of a salt. */
export const HASH_BYTES = 32;
