import type { EntityManager } from 'typeorm';

/** What the database says to this within a transaction, which goes on as if nothing had been asked: `done`, or the error. */
export async function trySql(manager: EntityManager, sql: string): Promise<{ readonly said: string }> {
  await manager.query('SAVEPOINT probe');
  try {
    await manager.query(sql);
    return { said: 'done' };
  } catch (error) {
    await manager.query('ROLLBACK TO SAVEPOINT probe');
    return { said: String(error) };
  }
}
