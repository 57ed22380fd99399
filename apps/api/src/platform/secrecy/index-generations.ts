import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../unit/unit-of-work';
import { checkTokenOf, isIndexKey } from './index-token';
import { KeyStore } from './key-store';

/** The index of names under one key. */
export interface IndexGeneration {
  readonly generation: number;
  readonly keyId: string;
  readonly key: Buffer;
  /** Whether every case is in it. */
  readonly isFinished: boolean;
}

/**
 * Under which keys the index of names is kept: one, or two while keys are turned over. Both are written meanwhile; the newest
 * that is finished is searched.
 */
@Injectable()
export class IndexGenerations {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly keys: KeyStore,
  ) {}

  /** Oldest first. Throws where a key is missing: what is written to one only would not be found under the other. */
  async listGenerations(): Promise<readonly IndexGeneration[]> {
    // Until this transaction ends none is taken away that is looked up next, and none is finished that it did not know of.
    await this.unit.manager.query(`SELECT pg_advisory_xact_lock_shared(hashtext('repere index in use'))`);
    const rows: Row[] = await this.unit.manager.query(
      `SELECT generation, key_id, check_token, finished_at FROM index_generation ORDER BY generation`,
    );
    const configured = this.keys.blindIndexKeys(
      this.unit.space,
      rows.map(({ key_id }) => key_id),
    );
    return rows.map(({ generation, key_id: keyId, check_token, finished_at }) => {
      const key = configured.find(({ id }) => id === keyId)?.key;
      if (!key || !isIndexKey(key, check_token)) throw new Error(`blind-index key "${keyId}" does not fit`);
      return { generation, keyId, key, isFinished: finished_at !== null };
    });
  }

  /** What is searched; `null`: nothing was ever indexed. */
  async searched(): Promise<IndexGeneration | null> {
    const all = await this.listGenerations();
    return all.findLast(({ isFinished }) => isFinished) ?? all[0] ?? null;
  }

  /** What a change of a name goes into: all of them. The first is begun by whoever comes first. */
  async written(): Promise<readonly IndexGeneration[]> {
    const all = await this.listGenerations();
    if (all.length > 0) return all;
    await this.beginGeneration(1);
    return this.listGenerations();
  }

  /** Waits until everybody is through who read before which there are; whoever comes meanwhile waits. */
  async alone(): Promise<void> {
    await this.unit.manager.query(`SELECT pg_advisory_xact_lock(hashtext('repere index in use'))`);
  }

  /** Begins one under the newest key; nothing happens where it is begun. */
  async beginGeneration(generation: number): Promise<void> {
    const [newest] = this.keys.blindIndexKeys(this.unit.space);
    await this.unit.manager.query(
      `INSERT INTO index_generation (generation, key_id, check_token, began_at) VALUES ($1, $2, $3, clock_timestamp())
       ON CONFLICT DO NOTHING`,
      [generation, newest.id, checkTokenOf(newest.key)],
    );
  }
}

interface Row {
  readonly generation: number;
  readonly key_id: string;
  readonly check_token: Buffer;
  readonly finished_at: Date | null;
}
