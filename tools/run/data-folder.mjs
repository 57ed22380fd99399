// The folder in which one installation keeps its database, keys and note of who runs it.
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = resolve(fileURLToPath(new URL('../..', import.meta.url)));

/** The folder named by `REPERE_DATA`, else `.repere` in the checkout. */
export const dataFolder = () => resolve(root, process.env.REPERE_DATA ?? '.repere');

/** The file that holds the keys of case content, made once. Whoever loses it loses every case. */
export function keyFile(data) {
  const file = join(data, 'keys.json');
  if (!existsSync(file)) {
    const key = () => randomBytes(32).toString('base64');
    const keys = { keys: [{ id: 'local-1', key: key() }], blindIndex: key() };
    writeFileSync(file, JSON.stringify(keys, null, 2) + '\n', { mode: 0o600, flag: 'wx' });
  }
  return file;
}

/** Where the signer of the record keeps its key and what it signed last. */
export function signerPlace(data) {
  const folder = join(data, 'signer');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  return { REPERE_SIGNER_KEY_FILE: join(folder, 'key.json'), REPERE_SIGNER_STATE_DIR: folder };
}

/** Who runs this folder now: `{pid, address}`, or nothing. A note left by a killed process counts for nothing. */
export function whoRuns(data) {
  const note = join(data, 'running.json');
  if (!existsSync(note)) return undefined;
  try {
    const { pid, address } = JSON.parse(readFileSync(note, 'utf8'));
    return pid !== process.pid && isOurs(pid) ? { pid, address } : undefined;
  } catch {
    return undefined;
  }
}

/** Notes that this process runs the folder; gives the act that takes the note away again. */
export function noteRunning(data, address) {
  mkdirSync(data, { recursive: true });
  const note = join(data, 'running.json');
  writeFileSync(note, JSON.stringify({ pid: process.pid, address }) + '\n');
  return () => rmSync(note, { force: true });
}

/** After a restart of the machine the number may belong to another program. */
function isOurs(pid) {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (error.code !== 'EPERM') return false;
  }
  const commandLine = `/proc/${pid}/cmdline`;
  return existsSync('/proc/self')
    ? existsSync(commandLine) && /(start|dev)\.mjs/.test(readFileSync(commandLine, 'utf8'))
    : true;
}
