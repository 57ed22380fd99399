import { setTimeout as delay } from 'node:timers/promises';
import { Injectable, Inject, type OnApplicationShutdown } from '@nestjs/common';
import pg from 'pg';
import { CONFIGURATION } from '../tokens';
import { DEFAULT_SHARES } from '../settings/connection-shares';
import type { Configuration } from '../settings/configuration';
import { machineNow, type SpaceClock } from '../clocks';

/** A live service or a training room: one database each. */
export interface Space extends SpaceClock {
  readonly id: string;
  /** `null`: the default live space. */
  readonly key: string | null;
  readonly kind: 'live' | 'training';
  readonly title: string;
  /** Of no other space, on whatever server. */
  readonly database: string;
  /** The PostgreSQL server that it names; `null`: that of the address book. */
  readonly server: string | null;
  readonly keyRing: string;
}

/** A live space has no clock of its own, so what is known of it may be a little old. */
const LIVE_IS_FRESH_MS = 5_000;

/** A copy takes a second; who waits longer is told to try again. */
const COPY_PATIENCE_MS = 15_000;

/** The address book. */
@Injectable()
export class Spaces implements OnApplicationShutdown {
  private readonly book: pg.Pool;
  private readonly copied = new Map<string, Promise<Space | null>>();
  private readonly live = new Map<string | null, { readonly space: Space; readonly readAt: number }>();

  constructor(@Inject(CONFIGURATION) configuration: Configuration) {
    this.book = new pg.Pool({
      connectionString: configuration.databaseUrl,
      max: (configuration.connections ?? DEFAULT_SHARES).book,
      idleTimeoutMillis: 30_000,
      // Requests wait here holding nothing, and not for ever.
      connectionTimeoutMillis: 5_000,
    });
    this.book.on('error', () => undefined);
  }

  /** The space of this address segment, or `null`. A training space is read each time: its clock may just have moved. */
  async findSpace(key: string | null): Promise<Space | null> {
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

  /**
   * The space of this key, of which a copy is being made just now, as soon as it is made: seconds. `null`: none is, or it takes too long.
   * However many come, the address book is asked once at a time.
   */
  async whenCopied(key: string): Promise<Space | null> {
    const waiting = this.copied.get(key) ?? this.waitForCopy(key).finally(() => this.copied.delete(key));
    this.copied.set(key, waiting);
    return waiting;
  }

  private async waitForCopy(key: string): Promise<Space | null> {
    for (const until = performance.now() + COPY_PATIENCE_MS; performance.now() < until; await delay(100))
      if ((await this.stateOf(key)) !== 'copying') return this.findSpace(key);
    return null;
  }

  /** Databases that are to be left by every process: a copy of them is being made, or of those `entered`, the space is open no more. */
  async listToLeave(entered: readonly string[]): Promise<readonly string[]> {
    const { rows } = await this.book.query<{ database: string }>(
      `SELECT database FROM space WHERE state = 'copying'
       UNION SELECT e FROM unnest($1::text[]) e WHERE NOT EXISTS (SELECT 1 FROM space WHERE database = e AND state IN ('open', 'creating'))`,
      [entered],
    );
    return rows.map(({ database }) => database);
  }

  /** Open branches of a training space. */
  async branchesOf({ key }: Space): Promise<readonly Space[]> {
    const { rows } = await this.book.query<SpaceRow>(
      `SELECT ${SPACE_COLUMNS} FROM space WHERE branch_of = $1 AND state = 'open' ORDER BY created_at`,
      [key],
    );
    return rows.map(spaceOf);
  }

  /** The space that a branch was made from, as long as it is open. */
  async parentOf({ id }: Space): Promise<Space | null> {
    const { rows } = await this.book.query<SpaceRow>(
      `SELECT ${SPACE_COLUMNS} FROM space WHERE state = 'open' AND key = (SELECT branch_of FROM space WHERE id = $1)`,
      [id],
    );
    return rows[0] ? spaceOf(rows[0]) : null;
  }

  /** Why a training space of this key is not to be entered; `null`: there is none. */
  async whyShut(key: string): Promise<'space-shut' | 'space-gone' | 'unavailable' | null> {
    const state = await this.stateOf(key);
    if (state === null || state === 'open') return null;
    if (state === 'copying') return 'unavailable';
    return state === 'gone' ? 'space-gone' : 'space-shut';
  }

  private async stateOf(key: string): Promise<string | null> {
    const { rows } = await this.book.query<{ state: string }>(`SELECT state FROM space WHERE key = $1`, [
      key,
    ]);
    return rows[0]?.state ?? null;
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
      // Where it stood when an assessment ended is kept: what time brings about after that counts in none.
      `UPDATE space SET clock_offset_ms = $4, fixed_now = $5, next_wake_up_at = now(),
              limit_clock = coalesce(limit_clock, CASE WHEN limit_until <= now()
                THEN coalesce(fixed_now, limit_until + make_interval(secs => clock_offset_ms / 1000.0)) END)
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
  async listOpenSpaces(): Promise<readonly Space[]> {
    const { rows } = await this.book.query<SpaceRow>(
      `SELECT ${SPACE_COLUMNS} FROM space WHERE state = 'open' ORDER BY kind, created_at`,
    );
    return rows.map(spaceOf);
  }

  /** Whether this database is still that of a space that may be entered. */
  async isOpen({ database }: Space): Promise<boolean> {
    const { rowCount } = await this.book.query(`SELECT 1 FROM space WHERE database = $1 AND state = 'open'`, [
      database,
    ]);
    return rowCount !== 0;
  }

  /** Every space that holds data, archived ones and kept moments of training spaces too, live ones first. Whoever has only a moment enters no space. */
  async withData(): Promise<readonly Space[]> {
    const { rows } = await this.book.query<SpaceRow>(
      `SELECT ${SPACE_COLUMNS} FROM (
         SELECT ${SPACE_COLUMNS}, created_at FROM space WHERE state IN ('open', 'copying', 'archived')
         UNION ALL
         SELECT m.id, m.key, 'training', s.title || ' – ' || m.title, m.database, NULL, m.key_ring, 0, m.at, m.asked_at
           FROM space_moment m JOIN space s ON s.key = m.key WHERE m.state = 'kept') held
        ORDER BY kind, created_at`,
    );
    return rows.map(spaceOf);
  }

  /** Whether some process is giving this space cases now: they are half told, and what time brings about in them comes afterwards. */
  async isGivenCases({ key, kind }: Space): Promise<boolean> {
    if (kind === 'live') return false;
    const { rowCount } = await this.book.query(
      `SELECT 1 FROM space_load WHERE key = $1 AND leased_until > now()`,
      [key],
    );
    return rowCount !== 0;
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
  readonly server: string | null;
  readonly key_ring: string;
  readonly clock_offset_ms: string;
  readonly fixed_now: Date | null;
}

export const SPACE_COLUMNS = 'id, key, kind, title, database, server, key_ring, clock_offset_ms, fixed_now';

export const spaceOf = (row: SpaceRow): Space => ({
  id: row.id,
  key: row.key,
  kind: row.kind,
  title: row.title,
  database: row.database,
  server: row.server,
  keyRing: row.key_ring,
  clockOffsetMs: Number(row.clock_offset_ms),
  fixedNow: row.fixed_now?.getTime() ?? null,
});
