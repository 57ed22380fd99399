import type { TypeOrmModuleOptions } from '@nestjs/typeorm';
import type { MixedList } from 'typeorm';
import type { PostgresDataSourceOptions } from 'typeorm/driver/postgres/PostgresDataSourceOptions.js';
import pg from 'pg';
import { BudgetedPool } from '../spaces/budget/budgeted-pool';
import type { ConnectionBudget } from '../spaces/budget/connection-budget';
import { PreparingClient } from '../spaces/preparing-client';
import { type DatabaseTimeouts, NO_TIMEOUTS, timeoutOptions } from './database-timeouts';
import { SnakeNames } from './snake-names';

/** Of the default live space; every other space's are derived from them. `url`: of its database, as the application's role. */
export const dataSourceOptions = (
  url: string,
  entities: MixedList<new () => object>,
  timeouts: DatabaseTimeouts = NO_TIMEOUTS,
  budget?: ConnectionBudget,
): PostgresDataSourceOptions & TypeOrmModuleOptions => ({
  type: 'postgres',
  url,
  // Its pool shares the connections to its server with those of other spaces.
  driver: { ...pg, Pool: BudgetedPool },
  entities,
  namingStrategy: new SnakeNames(),
  installExtensions: false,
  synchronize: false,
  migrationsRun: false,
  logging: false,
  // Opened when it is first needed, closed when nobody came for a while, like every other.
  manualInitialization: true,
  extra: {
    ...{ Client: PreparingClient, max: 20, idleTimeoutMillis: 30_000, connectionTimeoutMillis: 5_000 },
    ...(budget && { budget }),
    ...timeoutOptions(timeouts),
  },
});
