import type { EntityManager } from 'typeorm';

/** The moment of this transaction by the database server's clock, to the millisecond: what a MAC is made over has no more. */
export async function databaseNow(manager: EntityManager): Promise<Date> {
  const [row]: { now: Date }[] = await manager.query(`SELECT date_trunc('milliseconds', now()) AS now`);
  if (!row) throw new Error('the database has no clock');
  return row.now;
}
