import { randomBytes, randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { Configuration } from '../configuration';
import { CONFIGURATION } from '../tokens';
import { UnitOfWork } from '../unit-of-work';
import { type KeyRing, keyRing } from './master-keys';
import { type Place, blindToken, seal, sealJson, unseal, unsealJson } from './sealed';

/** A key that encrypts one case's content (or the space's own), unwrapped. Lives as long as the unit of work. */
export interface DataKey {
  readonly id: string;
  readonly key: Buffer;
}

/** The case was erased: its key is gone, and with it everything that it encrypted. */
export class KeyDestroyed extends Error {}

/** Encryption of what names a person. Every call happens in a unit of work. */
@Injectable()
export class Secrecy {
  private readonly rings = new Map<string, KeyRing>();

  constructor(
    @Inject(CONFIGURATION) private readonly configuration: Configuration,
    private readonly unit: UnitOfWork,
  ) {}

  /** A new data key, stored wrapped. */
  async createDataKey(purpose: 'case' | 'space' = 'case'): Promise<DataKey> {
    const { current } = this.ring();
    const made = { id: randomUUID(), key: randomBytes(32) };
    await this.unit.manager.query(
      `INSERT INTO data_key (id, purpose, wrapped, kek_id) VALUES ($1, $2, $3, $4)`,
      [made.id, purpose, seal(current.key, wrapPlace(made.id), made.key), current.id],
    );
    return made;
  }

  /** The data key; throws `KeyDestroyed` after erasure. */
  async openDataKey(id: string): Promise<DataKey> {
    const [key] = await this.openDataKeys([id]);
    if (!key) throw new KeyDestroyed();
    return key;
  }

  /** Data keys of several cases at once; those destroyed are left out. */
  async openDataKeys(ids: readonly string[]): Promise<readonly DataKey[]> {
    const rows: { id: string; wrapped: Buffer; kek_id: string }[] = await this.unit.manager.query(
      `SELECT id, wrapped, kek_id FROM data_key WHERE id = ANY ($1::uuid[]) AND wrapped IS NOT NULL`,
      [ids],
    );
    return rows.map(({ id, wrapped, kek_id }) => {
      const key = this.ring().find(kek_id);
      if (!key) throw new Error(`key-encryption key ${kek_id} is not configured`);
      return { id, key: unseal(key, wrapPlace(id), wrapped) };
    });
  }

  /** JSON under a data key, bound to its place. */
  seal(key: DataKey, place: Place, value: unknown): Buffer {
    return sealJson(key.key, place, value);
  }

  /** The JSON value that was sealed; throws when it was altered or moved. */
  unseal(key: DataKey, place: Place, sealed: Buffer): unknown {
    return unsealJson(key.key, place, sealed);
  }

  /** Token under which equal values are found: normalised forms only. */
  blindToken(kind: string, normalised: string): Buffer {
    return blindToken(this.ring().blindIndex, kind, normalised);
  }

  private ring(): KeyRing {
    const name = this.unit.space.keyRing;
    const known = this.rings.get(name);
    if (known) return known;
    const ring = keyRing(this.configuration.keys, name);
    this.rings.set(name, ring);
    return ring;
  }
}

const wrapPlace = (id: string): Place => ({ table: 'data_key', column: 'wrapped', row: id });
