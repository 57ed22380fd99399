import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { writeDurably } from '../ledger/signing/write-durably';
import { type MasterKeys, type NamedKey, parseMasterKeys } from '../platform/secrecy/master-keys';
import { machineNow } from '../platform/clocks';

/** Which list of the key file. */
export type KeyKind = keyof MasterKeys;

/** Puts a new random key before the others; its name, that of the day unless given. */
export function addKey(file: string, kind: KeyKind, name?: string): string {
  const keys = read(file);
  const id = name ?? freeName(keys[kind]);
  writeKeys(file, { ...keys, [kind]: [{ id, key: randomBytes(32) }, ...keys[kind]] });
  return id;
}

/** Takes a key out; throws where there is no such key, or it is the newest, by which new cases are made. */
export function dropKey(file: string, kind: KeyKind, name: string): void {
  const keys = read(file);
  const place = keys[kind].findIndex(({ id }) => id === name);
  if (place < 0) throw new Error(`There is no "${name}" in ${file}`);
  if (place === 0) throw new Error(`"${name}" is the newest: what is made next needs it`);
  writeKeys(file, { ...keys, [kind]: keys[kind].filter(({ id }) => id !== name) });
}

const read = (file: string): Record<KeyKind, readonly NamedKey[]> =>
  parseMasterKeys(readFileSync(file, 'utf8'));

function writeKeys(file: string, keys: Record<KeyKind, readonly NamedKey[]>): void {
  const asText = (list: readonly NamedKey[]) =>
    list.map(({ id, key }) => ({ id, key: key.toString('base64') }));
  const text = JSON.stringify({ keys: asText(keys.keys), blindIndex: asText(keys.blindIndex) }, null, 2);
  // Says whether it can be read again before anybody has to.
  parseMasterKeys(text);
  writeDurably(file, `${text}\n`);
}

function freeName(keys: readonly NamedKey[]): string {
  const day = new Date(machineNow()).toISOString().slice(0, 10);
  for (let count = 1; ; count++) {
    const name = count === 1 ? day : `${day}.${String(count)}`;
    if (!keys.some(({ id }) => id === name)) return name;
  }
}
