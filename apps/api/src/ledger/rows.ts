import type { EntityManager } from 'typeorm';

/** Runs SQL and gives the rows: on a connection of the recorder, or in a unit of work. */
export type Rows = <R>(sql: string, parameters?: unknown[]) => Promise<R[]>;

/** The same statements in a unit of work. */
export const rowsIn =
  (manager: Pick<EntityManager, 'query'>): Rows =>
  (sql, parameters) =>
    manager.query(sql, parameters);
