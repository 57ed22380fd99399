// What the record costs: the same acts without audit, with the ledger, with a hash chain over rows, in turns on one PostgreSQL with its
// usual durability. `node bench/record/throughput.mjs [--quick | seconds a round] [rounds] [writers]`
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createRolesAndDatabases, removeDatabase, startDatabase } from '../../tools/database/database.mjs';
import { runBundled } from '../run-bundled.mjs';

const dir = mkdtempSync(join(tmpdir(), 'repere-bench-'));
try {
  const { superuserUrl } = await startDatabase({ dir });
  const databases = { book: 'book', live: 'live' };
  const urls = { ...(await createRolesAndDatabases(superuserUrl, { databases })), superuser: superuserUrl };
  await runBundled('record/throughput', {
    packages: 'external',
    alias: { '@repere/ledger': fileURLToPath(new URL('../../libs/ledger/src/index.ts', import.meta.url)) },
    env: { BENCH_URLS: JSON.stringify(urls) },
  });
} finally {
  await removeDatabase(dir);
}
