import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';

/** Somebody is in the database that is copied: it is being migrated, or they are not out yet. */
const IN_USE = '55006';
const PATIENCE_MS = 20_000;

/** What `work` gives once the database that it copies is free. */
export async function whenFree<T>(work: () => Promise<T>): Promise<T> {
  const until = performance.now() + PATIENCE_MS;
  for (;;)
    try {
      return await work();
    } catch (error) {
      const isInUse = error instanceof pg.DatabaseError && error.code === IN_USE;
      if (!isInUse || performance.now() > until) throw error;
      await delay(200);
    }
}
