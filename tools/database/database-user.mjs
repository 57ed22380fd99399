import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** The user that runs PostgreSQL, which refuses root: `postgres` if there is one, else `nobody`; `null` when we aren't root. */
export function serverUser() {
  if (process.platform === 'win32' || process.getuid() !== 0) return null;
  const users = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'));
  const entry = ['postgres', 'nobody'].map((name) => users.find(([user]) => user === name)).find(Boolean);
  if (!entry)
    throw new Error('PostgreSQL refuses to run as root, and there is neither a user postgres nor nobody.');
  return { uid: Number(entry[2]), gid: Number(entry[3]) };
}

/** Whether that user can enter the folder. */
export function canReach(user, dir) {
  return spawnSync('/bin/sh', ['-c', 'cd "$0"', dir], { ...user, cwd: '/', stdio: 'ignore' }).status === 0;
}
