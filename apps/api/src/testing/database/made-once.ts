import { createHash } from 'node:crypto';
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { testDatabase } from './test-database';

const READ = new Map<string, unknown>();

/** What `make` gives under this name: made once a run of tests, by whichever file asks first; read once by each process. JSON. */
export function madeOnce<T>(name: string, make: () => T): T {
  if (!READ.has(name)) {
    const hash = createHash('sha256').update(name).digest('hex').slice(0, 16);
    const kept = join(testDatabase().dir, `made-once-${hash}.json`);
    if (!existsSync(kept)) {
      const own = `${kept}.${String(process.pid)}`;
      writeFileSync(own, JSON.stringify(make()));
      renameSync(own, kept);
    }
    READ.set(name, JSON.parse(readFileSync(kept, 'utf8')));
  }
  return READ.get(name) as T;
}
