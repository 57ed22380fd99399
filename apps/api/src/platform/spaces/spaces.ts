import { Injectable, Inject, type OnApplicationShutdown } from '@nestjs/common';
import pg from 'pg';
import { CONFIGURATION } from '../tokens';
import type { Configuration } from '../settings/configuration';
import { machineNow, type SpaceClock } from '../clocks';

/** A live service or a training room: one database each. */
export interface Space extends SpaceClock {
  readonly id: string;
  /** `null`: the default live space. */
  readonly key: string | null;
  readonly kind: 'live' | 'training';
  readonly title: string;
  readonly database: string;
  readonly keyRing: string;
}

/** A live space has no clock of its own, so what is known of it may be a little old. */
const LIVE_IS_FRESH_MS = 5_000;

/** The address book. */
@Injectable()
export class Spaces implements OnApplicationShutdown {
  private readonly book: pg.Pool;
  private readonly live = new Map<string | null, { readonly space: Space; readonly readAt: number }>();

  constructor(@Inject(CONFIGURATION) configuration: Configuration) {
    this.book = new pg.Pool({
      connectionString: configuration.databaseUrl,
      max: 4,
      idleTimeoutMillis: 30_000,
    });
    this.book.on('error', () => undefined);
  }

  /** The space of this address segment, or `null`. A training space is read each time: its clock may just have moved. */
  async find(key: string | null): Promise<Space | null> {
    const known = this.live.get(key);
    if (known && machineNow() - known.readAt < LIVE_IS_FRESH_MS) return known.space;
    const { rows } = await this.book.query<SpaceRow>(
      `SELECT ${SPACE_COLUMNS} FROM space WHERE key IS NOT DISTINCT FROM $1 AND state = 'open'`,
      [key],
    );
    const [row] = rows;
    if (!row) return null;
    const space = spaceOf(row);
    if (space.kind === 'live') this.live.set(key, { space, readAt: machineNow() });
    return space;
  }

  /** Why a training space of this key is not to be entered; `null`: there is none. */
  async whyShut(key: string): Promise<'space-shut' | 'space-gone' | null> {
    const { rows } = await this.book.query<{ state: string }>(
      `SELECT state FROM space WHERE key = $1 AND state <> 'open'`,
      [key],
    );
    const [row] = rows;
    if (!row) return null;
    return row.state === 'gone' ? 'space-gone' : 'space-shut';
  }

  /**
   * The space with its clock at that moment; `null`: somebody has moved it since it was read, so that of two who move it at once one is
   * told. It goes on from there, unless it stands still.
   */
  async moveClock(space: Space, to: number): Promise<Space | null> {
    const moved =
      space.fixedNow === null
        ? { clockOffsetMs: Math.round(to - machineNow()), fixedNow: null }
        : { clockOffsetMs: space.clockOffsetMs, fixedNow: to };
    const dateOf = (at: number | null): Date | null => (at === null ? null : new Date(at));
    const { rowCount } = await this.book.query(
      `UPDATE space SET clock_offset_ms = $4, fixed_now = $5, next_wake_up_at = now()
        WHERE id = $1 AND kind = 'training' AND clock_offset_ms = $2 AND fixed_now IS NOT DISTINCT FROM $3::timestamptz`,
      [space.id, space.clockOffsetMs, dateOf(space.fixedNow), moved.clockOffsetMs, dateOf(moved.fixedNow)],
    );
    return rowCount === 1 ? { ...space, ...moved } : null;
  }

  /** Rows of one statement about a class in the address book. */
  async classRows<R extends pg.QueryResultRow>(
    sql: string,
    parameters: unknown[] = [],
  ): Promise<readonly R[]> {
    return (await this.book.query<R>(sql, parameters)).rows;
  }

  /** Every space that is open, live ones first. */
  async open(): Promise<readonly Space[]> {
    const { rows } = await this.book.query<SpaceRow>(
      `SELECT ${SPACE_COLUMNS} FROM space WHERE state = 'open' ORDER BY kind, created_at`,
    );
    return rows.map(spaceOf);
  }

  /** A hint that something is to be done in this space then, by the machine's clock. The space itself knows best. */
  async hint({ id }: Space, at: Date): Promise<void> {
    await this.book.query(
      `UPDATE space SET next_wake_up_at = $2 WHERE id = $1 AND (next_wake_up_at IS NULL OR next_wake_up_at > $2)`,
      [id, at],
    );
  }

  /** Spaces of these kinds whose moment has come; of several processes one gets each of them. */
  async takeDue(kinds: readonly Space['kind'][]): Promise<readonly Space[]> {
    const { rows } = await this.book.query<SpaceRow>(
      `UPDATE space SET next_wake_up_at = NULL
        WHERE state = 'open' AND next_wake_up_at <= now() AND kind = ANY ($1) RETURNING ${SPACE_COLUMNS}`,
      [kinds],
    );
    return rows.map(spaceOf);
  }

  /** Throws when the address book can't be read. */
  async ping(): Promise<void> {
    await this.book.query('SELECT 1');
  }

  async onApplicationShutdown(): Promise<void> {
    await this.book.end();
  }
}

export interface SpaceRow {
  readonly id: string;
  readonly key: string | null;
  readonly kind: 'live' | 'training';
  readonly title: string;
  readonly database: string;
  readonly key_ring: string;
  readonly clock_offset_ms: string;
  readonly fixed_now: Date | null;
}

export const SPACE_COLUMNS = 'id, key, kind, title, database, key_ring, clock_offset_ms, fixed_now';

export const spaceOf = (row: SpaceRow): Space => ({
  id: row.id,
  key: row.key,
  kind: row.kind,
  title: row.title,
  database: row.database,
  keyRing: row.key_ring,
  clockOffsetMs: Number(row.clock_offset_ms),
  fixedNow: row.fixed_now?.getTime() ?? null,
});
