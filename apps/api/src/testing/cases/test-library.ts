import { createHash } from 'node:crypto';
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type ReadLibrary, readLibrary, takeLibrary } from '../../protocols/read-library';
import { testDatabase } from '../database/test-database';

/** Each folder of protocols is read and checked once a run, not once a file; throws when it is faulty. */
export function readLibraryOnce(protocolsDir: string): void {
  const name = createHash('sha256').update(protocolsDir).digest('hex').slice(0, 16);
  const kept = join(testDatabase().dir, `library-${name}.json`);
  if (!existsSync(kept)) {
    const own = `${kept}.${String(process.pid)}`;
    writeFileSync(own, JSON.stringify(readLibrary(protocolsDir)));
    renameSync(own, kept);
  }
  takeLibrary(protocolsDir, JSON.parse(readFileSync(kept, 'utf8')) as ReadLibrary);
}
