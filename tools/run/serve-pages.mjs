import { spawn, spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { root } from './data-folder.mjs';
import { atStop } from './shell-run.mjs';

const NX = join(root, 'node_modules/nx/dist/bin/nx.js');
const isWindows = process.platform === 'win32';

/** Starts the development server of the pages; what is the API's goes to `apiPort`. `ready`: a page can be opened. */
export function servePages(port, apiPort) {
  // A group of its own: Nx starts programs that start others.
  const child = spawn(process.execPath, [NX, 'run', 'web:serve', `--port=${port}`], {
    cwd: root,
    env: { ...process.env, NX_TUI: 'false', REPERE_API_PORT: String(apiPort), NG_CLI_ANALYTICS: 'false' },
    stdio: ['ignore', 'inherit', 'inherit'],
    detached: !isWindows,
  });
  const ended = new Promise((done) => child.once('exit', done));
  atStop(async () => {
    endGroup(child.pid);
    await ended;
  });
  return { ready: canOpen(`http://localhost:${port}/`, ended), ended };
}

function endGroup(pid) {
  if (isWindows) return void spawnSync('taskkill', ['/pid', String(pid), '/T', '/F']);
  try {
    process.kill(-pid, 'SIGTERM');
  } catch (error) {
    if (error.code !== 'ESRCH') throw error;
  }
}

async function canOpen(address, ended) {
  let hasEnded = false;
  void ended.then(() => (hasEnded = true));
  while (!hasEnded) {
    const answer = await fetch(address).catch(() => undefined);
    if (answer?.ok) return;
    await new Promise((done) => setTimeout(done, 500));
  }
}
