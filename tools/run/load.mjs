// Fictional cases for a training space of the demo: `npm run -s load -- --space KEY --cases 200 --seed 7`. On a server of yours,
// `repere load …` with the server's environment.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { dataFolder, root } from './data-folder.mjs';
import { databaseUrls, startDatabase } from '../database/database.mjs';
import { serverEnvironment } from './server-environment.mjs';

const data = dataFolder();
const server = join(root, 'dist/apps/api/main.js');
if (!existsSync(join(data, 'database')) || !existsSync(server)) {
  process.stderr.write(`There is no database in ${data} yet: npm start makes it.\n`);
  process.exit(2);
}
const given = process.env.DATABASE_URL;
const database = given ? undefined : await startDatabase({ dir: join(data, 'database') });
try {
  const urls = databaseUrls(given ?? database.superuserUrl);
  const { status } = spawnSync(process.execPath, [server, 'load', ...process.argv.slice(2)], {
    stdio: 'inherit',
    env: { ...process.env, ...serverEnvironment(data, urls) },
  });
  process.exitCode = status ?? 2;
} finally {
  if (database?.started) await database.stop();
}
