import { readFileSync } from 'node:fs';
import type { TestService } from '../test-service';

/** Of `/proc/<pid>/stat`. */
const TICK_MS = 10;

/** CPU milliseconds of every connection of the application until now. Linux only. */
export async function databaseCpu(service: TestService): Promise<number> {
  const pids = await service.query<{ pid: number }>(
    `SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()`,
  );
  return pids.reduce((sum, { pid }) => {
    const [, after = ''] = readFileSync(`/proc/${String(pid)}/stat`, 'utf8').split(') ');
    const fields = after.split(' ');
    return sum + (Number(fields[11]) + Number(fields[12])) * TICK_MS;
  }, 0);
}
