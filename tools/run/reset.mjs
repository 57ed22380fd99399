// Starts over: deletes the data folder with its database and keys.
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { dataFolder, whoRuns } from './data-folder.mjs';
import { removeDatabase } from '../database/database.mjs';

const data = dataFolder();
const other = whoRuns(data);
if (other) {
  process.stderr.write(`Repère still runs (${other.address}). Stop it first with Ctrl-C.\n`);
  process.exit(1);
}
await removeDatabase(join(data, 'database'));
rmSync(data, { recursive: true, force: true });
process.stdout.write(`${data} is gone. npm start makes a new one.\n`);
