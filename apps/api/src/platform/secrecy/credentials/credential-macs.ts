import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Space } from '../../spaces/spaces';
import { KeyStore } from '../key-store';
import type { NamedKey } from '../master-keys';
import { secretKey } from '../secret-key';
import { type Bound, CREDENTIALS, type CredentialKind } from './credentials';

const NONCE = 16;
const HMAC = 32;

/** A row as it was read, with what stands in its column of MACs; `null`: none, or one that was retired. */
export type BoundRow<K extends CredentialKind> = Bound<K> & { readonly mac: Buffer | null };

/**
 * The MAC that binds a credential to its account: HMAC-SHA-256 under a key that is in no database (HKDF of the newest
 * blind-index key, one a space), with the name of that key and a nonce before it. Whoever can write rows and has no key
 * can neither plant a credential nor give one account's to another.
 */
@Injectable()
export class CredentialMacs {
  constructor(private readonly keys: KeyStore) {}

  makeMac<K extends CredentialKind>(space: Space, kind: K, bound: Bound<K>): Buffer {
    const [newest] = this.keys.credentialKeys(space);
    const name = Buffer.from(newest.id);
    const nonce = randomBytes(NONCE);
    return Buffer.concat([Buffer.from([name.length]), name, nonce, hmac(newest, nonce, kind, bound)]);
  }

  /** Whether this MAC was made, by us, over exactly what stands in the row. */
  fits<K extends CredentialKind>(space: Space, kind: K, { mac, ...bound }: BoundRow<K>): boolean {
    const parts = mac && partsOf(mac);
    if (!parts) return false;
    const key = this.keys.credentialKeys(space, parts.keyId).find(({ id }) => id === parts.keyId);
    if (!key) return false;
    return timingSafeEqual(hmac(key, parts.nonce, kind, bound as unknown as Bound<K>), parts.hmac);
  }
}

interface Parts {
  readonly keyId: string;
  readonly nonce: Buffer;
  readonly hmac: Buffer;
}

function partsOf(mac: Buffer): Parts | null {
  const length = mac.at(0) ?? 0;
  if (mac.length !== 1 + length + NONCE + HMAC) return null;
  return {
    keyId: mac.toString('utf8', 1, 1 + length),
    nonce: mac.subarray(1 + length, 1 + length + NONCE),
    hmac: mac.subarray(1 + length + NONCE),
  };
}

// Unambiguous: a JSON list can't be split differently.
function hmac<K extends CredentialKind>({ key }: NamedKey, nonce: Buffer, kind: K, bound: Bound<K>): Buffer {
  const columns: readonly (keyof Bound<K>)[] = CREDENTIALS[kind].bound;
  const values = columns.map((column) => [column, valueOf(bound[column])]);
  return createHmac('sha256', secretKey(key))
    .update(nonce)
    .update(JSON.stringify([kind, values]))
    .digest();
}

function valueOf(value: string | Buffer | Date | null): string | null {
  if (value instanceof Date) return value.toISOString();
  return Buffer.isBuffer(value) ? value.toString('hex') : value;
}
