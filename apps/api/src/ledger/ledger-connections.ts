import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import type pg from 'pg';
import { onDatabase } from '../platform/data/on-database';
import type { Configuration } from '../platform/settings/configuration';
import { BudgetedPool } from '../platform/spaces/budget/budgeted-pool';
import { ServerBudgets } from '../platform/spaces/budget/server-budgets';
import { serverOf } from '../platform/spaces/server-of';
import { SpaceConnections } from '../platform/spaces/space-connections';
import type { Space } from '../platform/spaces/spaces';
import { CONFIGURATION } from '../platform/tokens';
import type { Rows } from './rows';

/** A pool without connections is let go of after so long: a database that is dropped leaves nothing behind. */
const FORGET_EVERY_MS = 60_000;

/** Connections of the recorder's role, one or two a space, closed after ten seconds without work; all together share a budget. */
@Injectable()
export class LedgerConnections implements OnApplicationShutdown {
  private readonly pools = new Map<string, BudgetedPool>();
  private readonly forgetting: NodeJS.Timeout;
  private isOver = false;

  constructor(
    @Inject(CONFIGURATION) private readonly configuration: Configuration,
    connections: SpaceConnections,
    private readonly budgets: ServerBudgets,
  ) {
    connections.whenLeft((database) => this.closeDatabase(database));
    this.forgetting = setInterval(() => this.forgetUnused(), FORGET_EVERY_MS);
    this.forgetting.unref();
  }

  /** How many spaces it has connections to, or had within the minute. */
  get size(): number {
    return this.pools.size;
  }

  /** How many spaces of one server can have one at the same time. */
  get most(): number {
    return this.budgets.budgetsOf(null).record.limits.most;
  }

  /** What `work` gives, in one transaction. */
  async transaction<T>(space: Space, work: (rows: Rows) => Promise<T>): Promise<T> {
    const client = await this.poolOf(space).connect();
    let broken: Error | undefined;
    try {
      await client.query('BEGIN');
      const result = await work(rowsOf(client));
      await client.query('COMMIT');
      return result;
    } catch (error) {
      await client.query('ROLLBACK').catch((fault: Error) => (broken = fault));
      throw error;
    } finally {
      client.release(broken);
    }
  }

  /** Rows of one statement by itself. */
  query<R>(space: Space, sql: string, parameters?: unknown[]): Promise<R[]> {
    return rowsOf(this.poolOf(space))<R>(sql, parameters);
  }

  async onApplicationShutdown(): Promise<void> {
    this.isOver = true;
    clearInterval(this.forgetting);
    await this.closeAll();
  }

  /** Leaves every database for a moment; whoever needs one again enters it anew. */
  async closeAll(): Promise<void> {
    const open = [...this.pools.values()];
    this.pools.clear();
    await Promise.all(open.map((pool) => pool.end()));
  }

  /** Leaves one database; what is asked there just now is done. */
  async closeDatabase(database: string): Promise<void> {
    const pool = this.pools.get(database);
    this.pools.delete(database);
    await pool?.end();
  }

  /** Lets go of pools whose connections are closed. */
  forgetUnused(): void {
    for (const [database, pool] of this.pools)
      if (pool.totalCount === 0 && pool.askedCount === 0) void this.closeDatabase(database);
  }

  private poolOf(space: Space): BudgetedPool {
    const { database } = space;
    const known = this.pools.get(database);
    if (known) return known;
    if (this.isOver) throw new Error('the record is not kept any more: shutting down');
    const { ledgerDatabaseUrl } = serverOf(space, this.configuration);
    if (!ledgerDatabaseUrl)
      throw new Error('REPERE_LEDGER_DATABASE_URL is not set: this process can not keep the record');
    const pool = new BudgetedPool({
      budget: this.budgets.budgetsOf(space.server).record,
      connectionString: onDatabase(ledgerDatabaseUrl, database),
      max: 2,
      idleTimeoutMillis: 10_000,
      connectionTimeoutMillis: 5_000,
    });
    // An idle connection that breaks is not used again.
    pool.on('error', () => undefined);
    this.pools.set(database, pool);
    return pool;
  }
}

const rowsOf = (client: Pick<pg.Pool, 'query'> | pg.PoolClient): Rows => {
  return async (sql, parameters = []) => {
    const { rows }: { rows: unknown[] } = await client.query(sql, parameters);
    return rows as never[];
  };
};
