import { lstatSync, mkdirSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
// Plain Node, no project of the workspace: no name to import it by.
// eslint-disable-next-line @nx/enforce-module-boundaries
import {
  createRolesAndDatabases,
  removeDatabase,
  startDatabase,
} from '../../../../tools/database/database.mjs';
// eslint-disable-next-line @nx/enforce-module-boundaries
import { type RunningPooler, startPooler } from '../../../../tools/database/pooler.mjs';
import { migrateSpaces } from '../migrations/migrate-spaces';
import { TRAINING_TEMPLATE } from '../platform/spaces/making/training-databases';
import {
  BOOK_TEMPLATE,
  SPACE_TEMPLATE,
  TEST_DATABASE,
  type TestDatabase,
  testDatabase,
} from './database/test-database';

let pooler: RunningPooler | null = null;

const FOLDER = /^repere-test-(\d+)$/;

/**
 * Starts one PostgreSQL for the run, in a folder of its own, and migrates the two databases that test files clone.
 * `REPERE_TEST_POOLER=pgbouncer`: services reach it through that program, set up as it is shipped.
 */
export async function startTestServer(): Promise<void> {
  await removeAbandoned();
  const dir = join(tmpdir(), `repere-test-${process.pid}`);
  // Fails where somebody made it before us: its server would not be ours.
  mkdirSync(dir, { mode: 0o711 });
  const fast = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' };
  const { superuserUrl } = await startDatabase({ dir, settings: fast });
  const databases = { book: BOOK_TEMPLATE, live: SPACE_TEMPLATE };
  const urls = await createRolesAndDatabases(superuserUrl, { databases });
  await migrateSpaces(urls.owner, {
    database: SPACE_TEMPLATE,
    title: 'Template',
    template: TRAINING_TEMPLATE,
  });
  const program = process.env['REPERE_TEST_POOLER'];
  pooler = program ? await startPooler({ program, urls: [urls.app] }) : null;
  const served = pooler?.through(urls.app) ?? urls.app;
  process.env[TEST_DATABASE] = JSON.stringify({ dir, superuserUrl, urls, served } satisfies TestDatabase);
}

/** Stops it and removes its folder. */
export async function stopTestServer(): Promise<void> {
  await pooler?.stop();
  await removeDatabase(testDatabase().dir);
}

/** A run that was killed leaves its server behind. */
async function removeAbandoned(): Promise<void> {
  for (const name of readdirSync(tmpdir())) {
    const pid = FOLDER.exec(name)?.[1];
    const dir = join(tmpdir(), name);
    if (pid !== undefined && !isAlive(Number(pid)) && isOurs(dir)) await removeDatabase(dir);
  }
}

/** Of whoever else: theirs to remove, and not to be looked into. */
const isOurs = (dir: string): boolean =>
  process.getuid === undefined || lstatSync(dir).uid === process.getuid();

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
