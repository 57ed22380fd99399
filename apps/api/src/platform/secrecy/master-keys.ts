import { hkdfSync } from 'node:crypto';

/** Keys that never leave the process: key-encryption keys, newest first, and the key of the blind index. */
export interface MasterKeys {
  readonly keys: readonly { readonly id: string; readonly key: Buffer }[];
  readonly blindIndex: Buffer;
}

/** Keys of one space, derived from the master keys (HKDF-SHA-256, RFC 5869): one space's can't open another's. */
export interface KeyRing {
  readonly current: { readonly id: string; readonly key: Buffer };
  find(id: string): Buffer | null;
  readonly blindIndex: Buffer;
}

/** Master keys from JSON `{keys: [{id, key}], blindIndex}`, 32 bytes in base64 each; throws saying what is wrong. */
export function parseMasterKeys(json: string): MasterKeys {
  const parsed: unknown = JSON.parse(json);
  if (!isRecord(parsed) || !Array.isArray(parsed['keys']))
    throw new Error('expected {"keys": [{"id", "key"}], "blindIndex"}');
  const keys = parsed['keys'].map((entry: unknown, index) => {
    if (!isRecord(entry) || typeof entry['id'] !== 'string') throw new Error(`keys[${index}] has no id`);
    return { id: entry['id'], key: bytes(entry['key'], `keys[${index}].key`) };
  });
  if (keys.length === 0) throw new Error('"keys" is empty');
  return { keys, blindIndex: bytes(parsed['blindIndex'], 'blindIndex') };
}

/** The keys of the space whose ring has this name. */
export function keyRing(master: MasterKeys, ring: string): KeyRing {
  const derive = (key: Buffer, use: string): Buffer =>
    Buffer.from(hkdfSync('sha256', key, 'repere', `${use}:${ring}`, 32));
  const keys = master.keys.map(({ id, key }) => ({ id, key: derive(key, 'kek') }));
  const [current] = keys;
  if (!current) throw new Error('no key');
  return {
    current,
    find: (id) => keys.find((key) => key.id === id)?.key ?? null,
    blindIndex: derive(master.blindIndex, 'blind-index'),
  };
}

function bytes(value: unknown, name: string): Buffer {
  const decoded = typeof value === 'string' ? Buffer.from(value, 'base64') : Buffer.alloc(0);
  if (decoded.length !== 32) throw new Error(`${name} must be 32 bytes in base64`);
  return decoded;
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;
