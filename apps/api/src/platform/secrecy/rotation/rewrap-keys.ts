import { Inject, Injectable } from '@nestjs/common';
import type { Space } from '../../spaces/spaces';
import { UnitOfWork } from '../../unit/unit-of-work';
import { KeyStore, type Wrapped } from '../key-store';
import { KEY_WRAPPER, type KeyWrapper } from '../wrapping/key-wrapper';
import { placeIn } from '../../requests/request-origin';
import { type Progress, upkeep } from './progress';

const AT_ONCE = 200;

/**
 * Wraps every data key of a space anew, by the newest key-encryption key, while others serve: what is encrypted stays as it
 * is. A batch is one transaction with its event, so that whoever is killed has lost nothing, and goes on where that was.
 */
@Injectable()
export class RewrapKeys {
  constructor(
    @Inject(KEY_WRAPPER) private readonly wrapper: KeyWrapper,
    private readonly keys: KeyStore,
    private readonly units: UnitOfWork,
  ) {}

  /** How many data keys were wrapped anew; `said` after each batch. */
  async rewrap(space: Space, said: (progress: Progress) => void): Promise<number> {
    const newest = await this.wrapper.current();
    const of = await this.left(space, newest);
    let done = 0;
    for (let count = of; count > 0;) {
      count = await this.batch(space, newest);
      done += count;
      if (count > 0) said({ done, of: Math.max(of, done) });
    }
    return done;
  }

  private left(space: Space, newest: string): Promise<number> {
    return this.units.unrecorded('system:session', placeIn(space), async () => {
      const [row]: { count: number }[] = await this.units.manager.query(
        `SELECT count(*)::int AS count FROM data_key WHERE wrapped IS NOT NULL AND kek_id <> $1`,
        [newest],
      );
      return row?.count ?? 0;
    });
  }

  private batch(space: Space, newest: string): Promise<number> {
    return this.units.runAs('system:migrate', placeIn(space), upkeep('keys.rewrapped'), async () => {
      // Erased meanwhile, or taken by another who does the same: left out.
      const rows: Wrapped[] = await this.units.manager.query(
        `SELECT id, wrapped, kek_id FROM data_key WHERE wrapped IS NOT NULL AND kek_id <> $1
          ORDER BY kek_id, id LIMIT ${String(AT_ONCE)} FOR UPDATE SKIP LOCKED`,
        [newest],
      );
      const made = await Promise.all(
        rows.map(async (row) => {
          const { key } = await this.keys.unwrap(space, row);
          return this.wrapper.wrap(key, { ring: space.keyRing, dataKeyId: row.id });
        }),
      );
      await this.units.manager.query(
        `UPDATE data_key k SET wrapped = m.wrapped, kek_id = m.kek_id
           FROM unnest($1::uuid[], $2::bytea[], $3::text[]) AS m (id, wrapped, kek_id) WHERE k.id = m.id`,
        [rows.map(({ id }) => id), made.map(({ wrapped }) => wrapped), made.map(({ keyId }) => keyId)],
      );
      this.units.notes({ to: newest, count: rows.length });
      return rows.length;
    });
  }
}
