import { createHmac, randomInt } from 'node:crypto';
import { secretKey } from './secret-key';

/** How many ways there are to hash one thing: equal names are equal under one salt only, so that counting tells little. */
export const SALTS = 64;
/** Of a signature. */
export const BITS = 1024;
/** At least so many bits of a signature are set, by chance where the names have fewer: their number tells no length. */
const FEWEST = 96;

/** Something that is hashed: a kind keeps names, sounds, parts and phones apart. */
export interface Hashable {
  readonly kind: string;
  readonly text: string;
}

const hashOf = (key: Buffer, use: string, salt: number, { kind, text }: Hashable): Buffer =>
  createHmac('sha256', secretKey(key))
    .update(`${use}\0${String(salt)}\0${kind}\0${text}`)
    .digest();

/** The token of a thing under a salt: 16 bytes. */
export const saltedToken = (key: Buffer, salt: number, thing: Hashable): Buffer =>
  hashOf(key, 'token', salt, thing).subarray(0, 16);

/** The signature of these things under a salt, in hex: two bits each, and others by chance. */
export function signatureOf(key: Buffer, salt: number, things: readonly Hashable[]): string {
  const bits = bitsOf(key, salt, things);
  while (bits.size < FEWEST) bits.add(randomInt(BITS));
  return textOf(bits);
}

/** What the signature of a child who has all these things has at least. */
export const maskOf = (key: Buffer, salt: number, things: readonly Hashable[]): string =>
  textOf(bitsOf(key, salt, things));

function bitsOf(key: Buffer, salt: number, things: readonly Hashable[]): Set<number> {
  const bits = new Set<number>();
  for (const thing of things) {
    const hash = hashOf(key, 'bits', salt, thing);
    // Parts are looked for several together; a sound or a phone is alone.
    const count = thing.kind === 'part' ? 2 : 4;
    for (let bit = 0; bit < count; bit++) bits.add(hash.readUInt16BE(2 * bit) % BITS);
  }
  return bits;
}

function textOf(bits: ReadonlySet<number>): string {
  const bytes = Buffer.alloc(BITS / 8);
  for (const bit of bits) bytes.writeUInt8(bytes.readUInt8(bit >> 3) | (0x80 >> (bit & 7)), bit >> 3);
  return bytes.toString('hex');
}
