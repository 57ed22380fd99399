import { randomUUID } from 'node:crypto';
import { Inject, Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import pg from 'pg';
import { describeFault } from '../../refusals/classify-fault';
import { Refusal } from '../../refusals/refusal';
import { DEFAULT_SHARES } from '../../settings/connection-shares';
import type { Configuration } from '../../settings/configuration';
import { CONFIGURATION } from '../../tokens';
import { machineNow } from '../../clocks';
import { SpaceConnections } from '../space-connections';
import { type Space, SPACE_COLUMNS, type SpaceRow, spaceOf } from '../spaces';
import { copyDatabase, sendOut } from './copy-database';
import { keepMoments, reopenCopied, type SettleRecord } from './keep-moment';
import { TRAINING_SPACES_SQL, type TrainingSpaceRow } from './training-space-rows';
import { newTrainingDatabase, TRAINING_TEMPLATE } from './training-databases';

/** Who may enter a training space. */
const ENTERED_BY = ['repere_training', 'repere_recorder', 'repere_owner'] as const;
/** A fault that comes each time is a person's to mend. */
export const MOST_TRIES = 4;
/** A request that waits for the address book holds a connection of the live space meanwhile. */
const CONNECT_MS = 5_000;
/** `datconnlimit` of a database of which the drop was interrupted: nobody is in it, and ALTER DATABASE ends the connection that asks. */
const HALF_DROPPED = -2;

/** A training space whose database is being made. */
export interface SpaceInMaking {
  readonly space: Space;
  readonly scenario: string | null;
  /** Its text, where a trainer wrote it. */
  readonly scenarioText: string | null;
  readonly ownerId: string;
  readonly generation: number;
  /** Of a branch: of which space it is a copy, and where that space's clock stood, epoch ms. */
  readonly branch: { readonly of: string; readonly at: number } | null;
}

/** Puts staff and the beginning of the story in; the moment at which the space's clock begins, `null`: now. */
export type Fill = (made: SpaceInMaking) => Promise<number | null>;

/**
 * Makes the databases of training spaces and drops them; the one role that may, on nothing but those. The address book says what is to
 * be: a space that is 'creating' and that nobody has in hand is made from the beginning, whatever a process left of it that was killed.
 */
@Injectable()
export class Provisioner implements OnApplicationShutdown {
  private readonly logger = new Logger('Training spaces');
  private readonly pool: pg.Pool | null;
  /** Of each kind one after the other: what is made waits for nothing that is dropped. */
  private readonly queues = { making: Promise.resolve(), sweeping: Promise.resolve() };

  constructor(
    @Inject(CONFIGURATION) configuration: Configuration,
    private readonly connections: SpaceConnections,
  ) {
    const { provisionerDatabaseUrl: url, connections: shares = DEFAULT_SHARES } = configuration;
    if (url === null) {
      this.pool = null;
      return;
    }
    const limits = { idleTimeoutMillis: 10_000, connectionTimeoutMillis: CONNECT_MS };
    this.pool = new pg.Pool({ connectionString: url, max: shares.provisioner, ...limits });
    this.pool.on('error', () => undefined);
  }

  /** Whether this installation makes training spaces. */
  get isHere(): boolean {
    return this.pool !== null;
  }

  /** Rows of one statement in the address book, of training spaces alone. */
  rows<R extends pg.QueryResultRow>(sql: string, parameters: unknown[] = []): Promise<readonly R[]> {
    return rowsOf<R>(this.book, sql, parameters);
  }

  /** What the address book says of this training space; refuses where it is gone, or none is made here. */
  async findRow({ id }: Space): Promise<TrainingSpaceRow> {
    const [row] = this.isHere ? await this.rows<TrainingSpaceRow>(TRAINING_SPACES_SQL.byId, [id]) : [];
    if (!row) throw new Refusal('space-shut');
    return row;
  }

  /** What `work` gives in one transaction of the address book, alone for this name; `rows`: as above, in that transaction. */
  async alone<T>(name: string, work: (rows: BookRows) => Promise<T>): Promise<T> {
    const client = await this.book.connect();
    let broken: Error | undefined;
    try {
      await client.query('BEGIN');
      await client.query(`SELECT pg_advisory_xact_lock(hashtext($1))`, [`repere training ${name}`]);
      const result = await work((sql, parameters) => rowsOf(client, sql, parameters));
      await client.query('COMMIT');
      return result;
    } catch (error) {
      await client.query('ROLLBACK').catch((fault: Error) => (broken = fault));
      throw error;
    } finally {
      client.release(broken);
    }
  }

  /** Keys of spaces that are to be made, or of which a moment is to be kept: somebody waits. */
  toMake(): Promise<readonly string[]> {
    return this.keys(
      `SELECT key FROM space WHERE state IN ('creating', 'copying')
       UNION SELECT m.key FROM space_moment m JOIN space s ON s.key = m.key WHERE m.state = 'making' AND s.state = 'open' ORDER BY key`,
    );
  }

  /** Keys of spaces of which a database is left that is to be dropped. */
  toSweep(): Promise<readonly string[]> {
    return this.keys(`SELECT DISTINCT key FROM space_leftover ORDER BY key`);
  }

  /**
   * Makes this space if it has to be, and keeps the moments that were asked for; nothing where another process has it in hand. Killed at
   * any moment, the next call does it again. One at a time in this process: requests are never kept waiting by what is being made.
   */
  settleSpace(key: string, fill: Fill, settleRecord: SettleRecord = () => Promise.resolve()): Promise<void> {
    return this.inHand('making', key, async (book) => {
      await reopenCopied(book, key);
      const begun = await this.beginDatabase(book, key);
      if (begun) await this.makeSpace(book, begun, fill);
      await keepMoments(book, key, this.connections, settleRecord);
    });
  }

  /**
   * Drops what is left of this space, in the same way. PostgreSQL may wait seconds for who is on the way out: on a connection of its own.
   * What is not dropped is the next time, and keeps nothing else from it: a fault may have cost the connection, so that others get a new one.
   */
  async sweepSpace(key: string): Promise<void> {
    const left = await this.rows<{ database: string }>(
      `SELECT database FROM space_leftover WHERE key = $1 ORDER BY database`,
      [key],
    );
    for (const { database } of left)
      try {
        await this.inHand('sweeping', key, (book) => this.sweep(book, database));
      } catch (error) {
        this.logger.warn(`${database} is not dropped yet: ${describeFault(error)}`);
      }
  }

  async onApplicationShutdown(): Promise<void> {
    await this.pool?.end();
  }

  private async keys(sql: string): Promise<readonly string[]> {
    return (await this.rows<{ key: string }>(sql)).map(({ key }) => key);
  }

  private inHand(
    queue: keyof Provisioner['queues'],
    key: string,
    work: (book: pg.PoolClient) => Promise<void>,
  ): Promise<void> {
    const done = this.queues[queue].then(() => this.takeInHand(key, work));
    this.queues[queue] = done.catch(() => undefined);
    return done;
  }

  private async takeInHand(key: string, work: (book: pg.PoolClient) => Promise<void>): Promise<void> {
    const book = await this.book.connect();
    // A connection that breaks while nothing is asked of it says so to nobody else; without a listener it would end the process.
    book.on('error', ignored);
    let broken = true;
    try {
      // Of the session, since CREATE DATABASE runs in no transaction; a connection that breaks lets go of it, and does nothing more.
      const name = `repere training making ${key}`;
      const { rows } = await book.query<{ mine: boolean }>(
        `SELECT pg_try_advisory_lock(hashtext($1)) AS mine`,
        [name],
      );
      if (rows[0]?.mine) {
        await work(book);
        await book.query(`SELECT pg_advisory_unlock(hashtext($1))`, [name]);
      }
      broken = false;
    } finally {
      book.off('error', ignored);
      // Closed after a fault: whatever it holds is let go.
      book.release(broken);
    }
  }

  private get book(): pg.Pool {
    if (!this.pool)
      throw new Error('REPERE_PROVISIONER_DATABASE_URL is not set: no training space is made here');
    return this.pool;
  }

  /** Enters the name of the new database before there is one, and the one before among what is to be dropped. */
  private async beginDatabase(book: pg.PoolClient, key: string): Promise<Begun | null> {
    const database = newTrainingDatabase(key);
    const { rows } = await book.query<SpaceRow & Making>(
      `WITH before AS (SELECT database FROM space WHERE key = $1 AND state = 'creating'),
            dropped AS (INSERT INTO space_leftover (database, key) SELECT database, $1 FROM before ON CONFLICT DO NOTHING)
       UPDATE space s SET id = $2, database = $3, tries = tries + 1, next_wake_up_at = NULL,
              key_ring = coalesce((SELECT m.key_ring FROM space_moment m WHERE m.id = s.moment_id), $4)
        WHERE key = $1 AND state = 'creating' RETURNING ${SPACE_COLUMNS}, scenario, scenario_text, owner_id, generation, tries, moment_id, branch_of, branched_at,
              (SELECT m.database FROM space_moment m WHERE m.id = s.moment_id AND m.state = 'kept') AS copied_from`,
      // A log, keys and a name of its own: nothing that was remembered of the one before fits it. A branch reads by its parent's keys.
      [key, randomUUID(), database, `training:${database}`],
    );
    const [row] = rows;
    if (!row) return null;
    // A branch whose moment was deleted begins with nothing.
    if (row.tries > MOST_TRIES || (row.moment_id !== null && row.copied_from === null)) {
      // No database has the new name yet.
      await book.query(`UPDATE space SET state = 'failed' WHERE key = $1 AND state = 'creating'`, [key]);
      return null;
    }
    const { scenario, scenario_text: scenarioText, owner_id: ownerId, generation } = row;
    const branch =
      row.branch_of === null || row.branched_at === null
        ? null
        : { of: row.branch_of, at: row.branched_at.getTime() };
    const template = row.copied_from ?? TRAINING_TEMPLATE;
    return { space: spaceOf(row), scenario, scenarioText, ownerId, generation, branch, template };
  }

  private async makeSpace(book: pg.PoolClient, making: Begun, fill: Fill): Promise<void> {
    const { space } = making;
    await copyDatabase(book, making.template, space.database, ENTERED_BY);
    // Nobody is in it: its record is not kept going before it is whole.
    const now = await this.connections.withoutUse(() => fill(making));
    // Deleted or begun anew meanwhile: that holds.
    await book.query(
      `UPDATE space SET state = 'open', tries = 0, entered_at = now(), clock_offset_ms = $3, fixed_now = NULL
        WHERE id = $1 AND state = 'creating' AND generation = $2`,
      [space.id, making.generation, now === null ? 0 : Math.round(now - machineNow())],
    );
  }

  /** Drops one database, if it is still to be: it is asked by whoever has the space in hand. */
  private async sweep(book: pg.PoolClient, database: string): Promise<void> {
    const { rowCount } = await book.query(
      `SELECT 1 FROM space_leftover l WHERE l.database = $1
          AND NOT EXISTS (SELECT 1 FROM space s WHERE s.database = l.database AND s.state IN ('open', 'copying', 'archived'))`,
      [database],
    );
    if (rowCount === 0) return;
    await this.drop(book, database);
    await book.query(`DELETE FROM space_leftover WHERE database = $1`, [database]);
  }

  private async drop(book: pg.PoolClient, database: string): Promise<void> {
    const { rows } = await book.query<{ half: boolean }>(
      `SELECT datconnlimit = $2 AS half FROM pg_database WHERE datname = $1`,
      [database, HALF_DROPPED],
    );
    const [found] = rows;
    if (!found) return;
    const named = pg.escapeIdentifier(database);
    if (!found.half) await book.query(`ALTER DATABASE ${named} WITH ALLOW_CONNECTIONS false`);
    await this.connections.leaveDatabase(database);
    if (!found.half) await sendOut(book, database);
    // It waits five seconds for whoever is on the way out. The recorder goes by itself, meanwhile others are made.
    await book.query(`DROP DATABASE IF EXISTS ${named}`);
  }
}

const ignored = (): void => undefined;

interface Making {
  readonly scenario: string | null;
  readonly scenario_text: string | null;
  readonly owner_id: string;
  readonly generation: number;
  readonly tries: number;
  readonly moment_id: string | null;
  readonly branch_of: string | null;
  readonly branched_at: Date | null;
  /** `null`: from the template, or the moment is gone. */
  readonly copied_from: string | null;
}

/** Rows of one statement in the address book. */
export type BookRows = <R extends pg.QueryResultRow>(
  sql: string,
  parameters?: unknown[],
) => Promise<readonly R[]>;

async function rowsOf<R extends pg.QueryResultRow>(
  client: Pick<pg.Pool, 'query'>,
  sql: string,
  parameters: unknown[] = [],
): Promise<readonly R[]> {
  return (await client.query<R>(sql, parameters)).rows;
}

/** `template`: the database that it is a copy of. */
type Begun = SpaceInMaking & { readonly template: string };
