import { hkdfSync } from 'node:crypto';

/** 32 random bytes with a name. */
export interface NamedKey {
  readonly id: string;
  readonly key: Buffer;
}

/** At least one. */
type Keys = readonly [NamedKey, ...NamedKey[]];

/** Keys that never leave the process, newest first: key-encryption keys, and those of the blind index. */
export interface MasterKeys {
  /** None where a program wraps. */
  readonly keys: readonly NamedKey[];
  readonly blindIndex: Keys;
}

/** Keys of one space, derived from the master keys (HKDF-SHA-256, RFC 5869): one space's can't open another's. */
export interface KeyRing {
  /** `null`: a program wraps. */
  readonly current: NamedKey | null;
  findKey(id: string): Buffer | null;
  /** Newest first. */
  readonly blindIndex: Keys;
  /** Of the MACs of credentials, newest first; named like those of the blind index, from which they are made. */
  readonly credentials: Keys;
}

/** Name of a blind-index key that has none. */
export const FIRST_BLIND_INDEX = 'blind-1';

/**
 * Master keys from JSON `{keys: [{id, key}], blindIndex}`, 32 bytes in base64 each, newest first; `blindIndex` is one key or a
 * list like `keys`. Throws saying what is wrong.
 */
export function parseMasterKeys(json: string): MasterKeys {
  const parsed: unknown = JSON.parse(json);
  if (!isRecord(parsed) || !Array.isArray(parsed['keys']))
    throw new Error('expected {"keys": [{"id", "key"}], "blindIndex"}');
  const { blindIndex } = parsed;
  return {
    keys: keysOf(parsed['keys'], 'keys'),
    blindIndex: Array.isArray(blindIndex)
      ? keysOf(blindIndex, 'blindIndex')
      : [{ id: FIRST_BLIND_INDEX, key: bytes(blindIndex, 'blindIndex') }],
  };
}

/** The keys of the space whose ring has this name. */
export function keyRing(master: MasterKeys, ring: string): KeyRing {
  const derive = (key: Buffer, use: string): Buffer =>
    Buffer.from(hkdfSync('sha256', key, 'repere', `${use}:${ring}`, 32));
  const derived =
    (use: string) =>
    ({ id, key }: NamedKey): NamedKey => ({ id, key: derive(key, use) });
  const keys = master.keys.map(derived('kek'));
  const [newest, ...earlier] = master.blindIndex;
  return {
    current: keys[0] ?? null,
    findKey: (id) => keys.find((key) => key.id === id)?.key ?? null,
    blindIndex: [derived('blind-index')(newest), ...earlier.map(derived('blind-index'))],
    credentials: [derived('credential-mac')(newest), ...earlier.map(derived('credential-mac'))],
  };
}

function keysOf(list: readonly unknown[], name: string): Keys {
  const [newest, ...earlier] = list.map((entry, index) => {
    const at = `${name}[${String(index)}]`;
    if (!isRecord(entry) || typeof entry['id'] !== 'string' || !ID.test(entry['id']))
      throw new Error(`${at} has no id (letters, digits, . _ -)`);
    return { id: entry['id'], key: bytes(entry['key'], `${at}.key`) };
  });
  if (!newest) throw new Error(`"${name}" is empty`);
  const ids = [newest, ...earlier].map(({ id }) => id);
  const twice = ids.find((id, index) => ids.indexOf(id) !== index);
  if (twice !== undefined) throw new Error(`"${name}" has "${twice}" twice`);
  return [newest, ...earlier];
}

const ID = /^[\w.-]{1,60}$/;

function bytes(value: unknown, name: string): Buffer {
  const decoded = typeof value === 'string' ? Buffer.from(value, 'base64') : Buffer.alloc(0);
  if (decoded.length !== 32) throw new Error(`${name} must be 32 bytes in base64`);
  return decoded;
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;
