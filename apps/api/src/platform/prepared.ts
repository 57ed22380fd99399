import type pg from 'pg';
import type { EntityManager } from 'typeorm';

/**
 * Rows of a statement that its connection prepares once, under this name: every request runs those of the record, and to plan them
 * anew costs more than to run them. Only inside a transaction.
 */
export async function prepared<R extends pg.QueryResultRow>(
  manager: EntityManager,
  name: string,
  text: string,
  values: readonly unknown[],
): Promise<readonly R[]> {
  if (!manager.queryRunner) throw new Error('outside a transaction');
  const client = (await manager.queryRunner.connect()) as pg.ClientBase;
  return (await client.query<R>({ name, text, values: [...values] })).rows;
}
