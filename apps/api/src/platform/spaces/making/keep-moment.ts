import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';
import { spaceNow } from '../../clocks';
import type { SpaceConnections } from '../space-connections';
import { type Space, SPACE_COLUMNS, type SpaceRow, spaceOf } from '../spaces';
import { copyDatabase, sendOut } from './copy-database';
import { newTrainingDatabase } from './training-databases';

/** Who is in a space that is to be copied has so long to finish; then they are sent out. */
const FINISH_MS = 4_000;
const OUT_MS = 20_000;
/** A fault that comes each time is not tried for ever. */
const MOST_TRIES = 3;

/** A copy is entered by nobody but whoever migrates it, or turns its keys over. */
const KEEPERS = ['repere_training', 'repere_owner'] as const;

/** Brings the record of a space up to date before it is copied. */
export type SettleRecord = (space: Space) => Promise<void>;

/** Opens a space again of which a process was making a copy when it was killed. On the connection that has the space in hand. */
export async function reopenCopied(book: pg.PoolClient, key: string): Promise<void> {
  const { rows } = await book.query<{ database: string }>(
    `SELECT database FROM space WHERE key = $1 AND state = 'copying'`,
    [key],
  );
  for (const { database } of rows) await letIn(book, database);
}

/**
 * Keeps every moment of this space that was asked for, each as a copy of its database. Whoever comes meanwhile waits; the space is open
 * again whatever fails. The name of the copy is entered among what is to be dropped before there is such a database, and taken out of
 * there in the statement that says that it is kept: killed in between, nothing stays behind.
 */
export async function keepMoments(
  book: pg.PoolClient,
  key: string,
  connections: SpaceConnections,
  settle: SettleRecord,
): Promise<void> {
  for (;;) {
    const { rows } = await book.query<{ id: string; tries: number }>(
      `UPDATE space_moment SET tries = tries + 1 WHERE id = (
         SELECT m.id FROM space_moment m JOIN space s ON s.key = m.key
          WHERE m.key = $1 AND m.state = 'making' AND s.state = 'open' ORDER BY m.asked_at, m.id LIMIT 1)
       RETURNING id, tries`,
      [key],
    );
    const [asked] = rows;
    if (!asked) return;
    if (asked.tries > MOST_TRIES)
      await book.query(`UPDATE space_moment SET state = 'failed' WHERE id = $1`, [asked.id]);
    else await keepMoment(book, key, asked.id, connections, settle);
  }
}

async function keepMoment(
  book: pg.PoolClient,
  key: string,
  id: string,
  connections: SpaceConnections,
  settle: SettleRecord,
): Promise<void> {
  const { rows } = await book.query<SpaceRow>(
    `UPDATE space SET state = 'copying' WHERE key = $1 AND state = 'open' RETURNING ${SPACE_COLUMNS}`,
    [key],
  );
  if (!rows[0]) return;
  const space = spaceOf(rows[0]);
  const copy = newTrainingDatabase(key);
  try {
    await settle(space);
    await book.query(`ALTER DATABASE ${pg.escapeIdentifier(space.database)} WITH ALLOW_CONNECTIONS false`);
    await emptySpace(book, space.database, connections);
    const at = spaceNow(space);
    await book.query(`INSERT INTO space_leftover (database, key) VALUES ($1, $2)`, [copy, key]);
    await copyDatabase(book, space.database, copy, KEEPERS);
    await book.query(
      `WITH kept AS (UPDATE space_moment SET state = 'kept', database = $2, key_ring = $3, at = $4 WHERE id = $1 RETURNING database)
       DELETE FROM space_leftover l USING kept WHERE l.database = kept.database`,
      [id, copy, space.keyRing, new Date(at)],
    );
  } finally {
    await letIn(book, space.database);
  }
}

async function letIn(book: pg.PoolClient, database: string): Promise<void> {
  await book.query(`ALTER DATABASE ${pg.escapeIdentifier(database)} WITH ALLOW_CONNECTIONS true`);
  await book.query(`UPDATE space SET state = 'open' WHERE database = $1 AND state = 'copying'`, [database]);
}

/** Waits until nobody is in it; throws where somebody stays. Other processes leave by themselves within a second or so. */
async function emptySpace(
  book: pg.PoolClient,
  database: string,
  connections: SpaceConnections,
): Promise<void> {
  const since = performance.now();
  for (;;) {
    await connections.leaveDatabase(database);
    const { rows } = await book.query<{ within: number }>(
      `SELECT count(*)::int AS within FROM pg_stat_activity WHERE datname = $1 AND usename IS NOT NULL`,
      [database],
    );
    if (rows[0]?.within === 0) return;
    const elapsed = performance.now() - since;
    if (elapsed > OUT_MS) throw new Error(`${database} is not left: no copy is made`);
    if (elapsed > FINISH_MS) await sendOut(book, database);
    await delay(50);
  }
}
