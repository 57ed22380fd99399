import { randomBytes, randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Configuration } from '../configuration';
import type { Space } from '../spaces';
import { CONFIGURATION } from '../tokens';
import { type KeyRing, keyRing } from './master-keys';
import { type Place, seal, unseal } from './sealed';

/** A key that encrypts one case's content (or the space's own), unwrapped. */
export interface DataKey {
  readonly id: string;
  readonly key: Buffer;
}

/** The case was erased: its key is gone, and with it everything that it encrypted. */
export class KeyDestroyed extends Error {}

/** Data keys of a space, wrapped in its database, unwrapped by the ring that is derived for it. */
@Injectable()
export class KeyStore {
  private readonly rings = new Map<string, KeyRing>();
  /** The space's own key is never replaced while the space lives. */
  private readonly spaceKeys = new Map<string, DataKey>();

  constructor(@Inject(CONFIGURATION) private readonly configuration: Configuration) {}

  ring(space: Space): KeyRing {
    const known = this.rings.get(space.keyRing);
    if (known) return known;
    const ring = keyRing(this.configuration.keys, space.keyRing);
    this.rings.set(space.keyRing, ring);
    return ring;
  }

  async create(space: Space, manager: EntityManager, purpose: 'case' | 'space'): Promise<DataKey> {
    const { current } = this.ring(space);
    const made = { id: randomUUID(), key: randomBytes(32) };
    await manager.query(`INSERT INTO data_key (id, purpose, wrapped, kek_id) VALUES ($1, $2, $3, $4)`, [
      made.id,
      purpose,
      seal(current.key, wrapPlace(made.id), made.key),
      current.id,
    ]);
    return made;
  }

  /** Those of these keys that weren't destroyed. */
  async open(space: Space, manager: EntityManager, ids: readonly string[]): Promise<readonly DataKey[]> {
    const rows: Wrapped[] = await manager.query(
      `SELECT id, wrapped, kek_id FROM data_key WHERE id = ANY ($1::uuid[]) AND wrapped IS NOT NULL`,
      [ids],
    );
    return rows.map((row) => this.unwrap(space, row));
  }

  /** The key of this case, or `null`: no such case for this reader, or erased. */
  async ofCase(space: Space, manager: EntityManager, caseFileId: string): Promise<DataKey | null> {
    const [row]: Wrapped[] = await manager.query(
      `SELECT k.id, k.wrapped, k.kek_id FROM case_file c JOIN data_key k ON k.id = c.data_key_id
        WHERE c.id = $1 AND k.wrapped IS NOT NULL`,
      [caseFileId],
    );
    return row ? this.unwrap(space, row) : null;
  }

  /** The space's own key; made by the first that needs it. */
  async ofSpace(space: Space, manager: EntityManager): Promise<DataKey> {
    const known = this.spaceKeys.get(space.database) ?? (await this.findSpaceKey(space, manager));
    if (known) return known;
    await manager.query(`SELECT pg_advisory_xact_lock(hashtext('repere space key'))`);
    // Not remembered: this transaction may still roll back.
    return (await this.findSpaceKey(space, manager)) ?? this.create(space, manager, 'space');
  }

  private async findSpaceKey(space: Space, manager: EntityManager): Promise<DataKey | null> {
    const [row]: (Wrapped & { settled: boolean })[] = await manager.query(
      `SELECT id, wrapped, kek_id, xmin <> pg_current_xact_id()::xid AS settled
         FROM data_key WHERE purpose = 'space' AND wrapped IS NOT NULL`,
    );
    if (!row) return null;
    const key = this.unwrap(space, row);
    if (row.settled) this.spaceKeys.set(space.database, key);
    return key;
  }

  private unwrap(space: Space, { id, wrapped, kek_id }: Wrapped): DataKey {
    const key = this.ring(space).find(kek_id);
    if (!key) throw new Error(`key-encryption key ${kek_id} is not configured`);
    return { id, key: unseal(key, wrapPlace(id), wrapped) };
  }
}

interface Wrapped {
  readonly id: string;
  readonly wrapped: Buffer;
  readonly kek_id: string;
}

const wrapPlace = (id: string): Place => ({ table: 'data_key', column: 'wrapped', row: id });
