import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto';
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { secretKey } from './secret-key';

/** Where a ciphertext lives; bound to it, so that it can't be moved to another row or column. */
export interface CiphertextLocation {
  readonly table: string;
  readonly column: string;
  readonly row: string;
  /** How a value is written before it is sealed; left out: as JSON. */
  readonly form?: 'packed-json';
}

const NONCE = 12;
const TAG = 16;

/** AES-256-GCM: 12 bytes nonce, 16 bytes tag, ciphertext. `place` is associated data. */
export function seal(key: Buffer, place: CiphertextLocation, plain: Buffer): Buffer {
  const nonce = randomBytes(NONCE);
  const cipher = createCipheriv('aes-256-gcm', secretKey(key), nonce).setAAD(associated(place));
  const body = Buffer.concat([cipher.update(plain), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), body]);
}

/** What `seal` was given; throws when a byte or the place differs. */
export function unseal(key: Buffer, place: CiphertextLocation, sealed: Buffer): Buffer {
  const decipher = createDecipheriv('aes-256-gcm', secretKey(key), sealed.subarray(0, NONCE), {
    authTagLength: TAG,
  })
    .setAAD(associated(place))
    .setAuthTag(sealed.subarray(NONCE, NONCE + TAG));
  return Buffer.concat([decipher.update(sealed.subarray(NONCE + TAG)), decipher.final()]);
}

/** Any JSON value, sealed in the form of its place. */
export const sealJson = (key: Buffer, place: CiphertextLocation, value: unknown): Buffer =>
  seal(key, place, FORMS[place.form ?? 'json'].write(Buffer.from(JSON.stringify(value))));

/** The JSON value; the caller narrows it. */
export const unsealJson = (key: Buffer, place: CiphertextLocation, sealed: Buffer): unknown =>
  JSON.parse(FORMS[place.form ?? 'json'].read(unseal(key, place, sealed)).toString('utf8'));

const asItIs = (bytes: Buffer): Buffer => bytes;

/**
 * Packed is for what nobody chooses a part of who may also see how long it got: the length of two texts packed together tells
 * whether they are alike.
 */
const FORMS = {
  json: { write: asItIs, read: asItIs },
  'packed-json': {
    write: (json: Buffer) => deflateRawSync(json, { level: 1 }),
    read: (packed: Buffer) => inflateRawSync(packed),
  },
} as const;

/** Keyed hash by which equal values are found without being readable. `kind` keeps names, births and phones apart. */
export const blindToken = (key: Buffer, kind: string, normalised: string): Buffer =>
  createHmac('sha256', secretKey(key)).update(`${kind}\0${normalised}`).digest();

// Unambiguous: a JSON list can't be split differently.
const associated = ({ table, column, row }: CiphertextLocation): Buffer =>
  Buffer.from(JSON.stringify([table, column, row]));
