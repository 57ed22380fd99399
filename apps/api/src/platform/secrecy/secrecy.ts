import { hkdfSync } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../unit/unit-of-work';
import { type Opened, placeOf, type RowOf, type SealedKey } from '../data/sealed-row';
import { type DataKey, KeyDestroyed, KeyStore, type Wrapped } from './key-store';
import { type CiphertextLocation, blindToken, sealJson, unsealJson } from './sealed';

/** Encryption of what names a person. Every call happens in a unit of work. */
@Injectable()
export class Secrecy {
  constructor(
    private readonly keys: KeyStore,
    private readonly unit: UnitOfWork,
  ) {}

  /** A new data key for a case, stored wrapped. */
  createDataKey(): Promise<DataKey> {
    return this.keys.create(this.unit.space, this.unit.manager, 'case');
  }

  /** The data key; throws `KeyDestroyed` after erasure. */
  async openDataKey(id: string): Promise<DataKey> {
    const [key] = await this.openDataKeys([id]);
    if (!key) throw new KeyDestroyed();
    return key;
  }

  /** Data keys of several cases at once; those destroyed are left out. */
  async openDataKeys(ids: readonly string[]): Promise<readonly DataKey[]> {
    const { space, manager, known } = this.unit;
    const [read, others]: [Wrapped[], string[]] = [[], []];
    for (const id of new Set(ids)) {
      const wrapped = known.wrappedKey(id);
      if (wrapped) read.push(wrapped);
      else others.push(id);
    }
    const opened = read.map((key) => this.unwrapOnce(key));
    const found = others.length === 0 ? [] : await this.keys.openKeys(space, manager, others);
    return [...(await Promise.all(opened)), ...found];
  }

  /** A key that was read on the way in this unit. */
  private unwrapOnce(key: Wrapped): Promise<DataKey> {
    const { space, known } = this.unit;
    return known.openKey(key, () => this.keys.unwrap(space, key));
  }

  /** The data key of a case; `null` when the actor does not see it, or did not as it was read, or it was erased. */
  async caseKey(caseFileId: string): Promise<DataKey | null> {
    const { space, manager, known } = this.unit;
    const read = known.keyOfCase(caseFileId);
    if (read) return this.unwrapOnce(read);
    return this.keys.ofCase(space, manager, caseFileId);
  }

  /** The key for what belongs to no case. */
  spaceKey(): Promise<DataKey> {
    return this.keys.ofSpace(this.unit.space, this.unit.manager);
  }

  /** What a column that holds ciphertext is to hold: JSON under a data key, bound to the place that the entity declares. */
  seal<E extends object, P extends SealedKey<E>>(
    key: DataKey,
    row: RowOf<E>,
    property: P,
    value: Opened<E[P]>,
  ): Buffer;
  /** The same, its place written by hand. */
  seal(key: DataKey, place: CiphertextLocation, value: unknown): Buffer;
  seal(
    key: DataKey,
    ...[where, ...rest]: [CiphertextLocation, unknown] | [RowOf<object>, string, unknown]
  ): Buffer {
    const [property, value] = rest;
    if (rest.length === 1) return sealJson(key.key, where as CiphertextLocation, property);
    return sealJson(key.key, placeOf(where, property as never), value);
  }

  /** What such a column of this row holds; throws when it was altered or moved, or when it is empty. */
  openColumn<E extends object, P extends SealedKey<E>>(
    key: DataKey,
    row: RowOf<E>,
    property: P,
  ): Opened<E[P]> {
    const sealed: unknown = row[property];
    if (!Buffer.isBuffer(sealed)) throw new Error(`${property} is empty`);
    return unsealJson(key.key, placeOf(row, property), sealed) as Opened<E[P]>;
  }

  /** The JSON value that was sealed; throws when it was altered or moved. */
  unseal(key: DataKey, place: CiphertextLocation, sealed: Buffer): unknown {
    return unsealJson(key.key, place, sealed);
  }

  /** Token under which equal values are found, for what is forgotten within a day: it changes with the key of the index. */
  blindToken(kind: string, normalised: string): Buffer {
    return blindToken(this.keys.blindIndexKeys(this.unit.space)[0].key, kind, normalised);
  }

  /** Keyed hash that stays the same as long as the space has its own key: for what is looked up again after months. */
  async lastingToken(kind: string, normalised: string): Promise<Buffer> {
    return blindToken(hashingKey(await this.spaceKey()), kind, normalised);
  }
}

/** A key for one use only (HKDF-SHA-256). */
const hashingKey = ({ key }: DataKey): Buffer =>
  Buffer.from(hkdfSync('sha256', key, 'repere', 'keyed-hash', 32));
