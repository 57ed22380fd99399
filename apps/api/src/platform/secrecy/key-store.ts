import { randomBytes, randomUUID } from 'node:crypto';
import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import type { EntityManager } from 'typeorm';
import type { Space } from '../spaces/spaces';
import { KeySource } from './key-source';
import type { KeyRing, NamedKey } from './master-keys';
import { KEY_WRAPPER, type KeyWrapper } from './wrapping/key-wrapper';

/** A key that encrypts one case's content (or the space's own), unwrapped. */
export interface DataKey {
  readonly id: string;
  readonly key: Buffer;
}

/** Of spaces that are gone nothing is kept for ever. */
const MOST_SPACE_KEYS = 200;

/** The case was erased: its key is gone, and with it everything that it encrypted. */
export class KeyDestroyed extends Error {}

/** Data keys of a space, wrapped in its database. */
@Injectable()
export class KeyStore implements OnApplicationShutdown {
  /** The space's own key is never replaced while the space lives. */
  private readonly spaceKeys = new LRUCache<string, DataKey>({ max: MOST_SPACE_KEYS });

  constructor(
    @Inject(KEY_WRAPPER) private readonly wrapper: KeyWrapper,
    private readonly source: KeySource,
  ) {}

  /** Keys of the space's blind index, newest first; with those of these names, if there are such. */
  blindIndexKeys(space: Space, names: readonly string[] = []): readonly [NamedKey, ...NamedKey[]] {
    const has = ({ blindIndex }: KeyRing) => names.every((name) => blindIndex.some(({ id }) => id === name));
    return this.source.ring(space.keyRing, has).blindIndex;
  }

  /** Keys of the MACs of credentials, newest first; with the one of this name, if there is such. */
  credentialKeys(space: Space, name?: string): readonly [NamedKey, ...NamedKey[]] {
    const has = ({ credentials }: KeyRing) => name === undefined || credentials.some(({ id }) => id === name);
    return this.source.ring(space.keyRing, has).credentials;
  }

  async create(space: Space, manager: EntityManager, purpose: 'case' | 'space'): Promise<DataKey> {
    const made = { id: randomUUID(), key: randomBytes(32) };
    const { wrapped, keyId } = await this.wrapper.wrap(made.key, contextOf(space, made.id));
    await manager.query(`INSERT INTO data_key (id, purpose, wrapped, kek_id) VALUES ($1, $2, $3, $4)`, [
      made.id,
      purpose,
      wrapped,
      keyId,
    ]);
    return made;
  }

  /** Those of these keys that weren't destroyed. */
  async openKeys(space: Space, manager: EntityManager, ids: readonly string[]): Promise<readonly DataKey[]> {
    const rows: Wrapped[] = await manager.query(
      `SELECT id, wrapped, kek_id FROM data_key WHERE id = ANY ($1::uuid[]) AND wrapped IS NOT NULL`,
      [ids],
    );
    return Promise.all(rows.map((row) => this.unwrap(space, row)));
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

  /** A data key from its row; throws `KeyUnfit`. */
  async unwrap(space: Space, { id, wrapped, kek_id }: Wrapped): Promise<DataKey> {
    return { id, key: await this.wrapper.unwrap({ keyId: kek_id, wrapped }, contextOf(space, id)) };
  }

  onApplicationShutdown(): void {
    this.wrapper.closeWrapper?.();
  }

  private async findSpaceKey(space: Space, manager: EntityManager): Promise<DataKey | null> {
    const [row]: (Wrapped & { settled: boolean })[] = await manager.query(
      `SELECT id, wrapped, kek_id, xmin <> pg_current_xact_id()::xid AS settled
         FROM data_key WHERE purpose = 'space' AND wrapped IS NOT NULL`,
    );
    if (!row) return null;
    const key = await this.unwrap(space, row);
    if (row.settled) this.spaceKeys.set(space.database, key);
    return key;
  }
}

/** A row of `data_key` that was not destroyed. */
export interface Wrapped {
  readonly id: string;
  readonly wrapped: Buffer;
  readonly kek_id: string;
}

const contextOf = ({ keyRing }: Space, dataKeyId: string) => ({ ring: keyRing, dataKeyId });
