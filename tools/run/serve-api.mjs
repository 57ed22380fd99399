import { spawn } from 'node:child_process';
import { root } from './data-folder.mjs';
import { atStop } from './shell-run.mjs';

const PATIENCE_MS = 10_000;

/**
 * Starts the API, whose program is `main`. `ready` resolves with `true` when it answers, with `false` if it ended before; `ended` with
 * its exit code; `end()` ends it. It ends with this process, however that goes.
 *
 * @param {string} main @param {Record<string, string>} env @param {readonly string[]} nodeArguments
 */
export function serveApi(main, env, nodeArguments = []) {
  // The channel tells the API that we are gone, even if we were killed.
  const child = spawn(process.execPath, [...nodeArguments, main], {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  let hasEnded = false;
  const ended = new Promise((done) =>
    child.once('exit', (code) => {
      hasEnded = true;
      done(code);
    }),
  );
  const end = async () => {
    child.kill('SIGTERM');
    const impatience = setTimeout(() => child.kill('SIGKILL'), PATIENCE_MS);
    await ended;
    clearTimeout(impatience);
  };
  atStop(end);
  return { ready: isReady(`http://127.0.0.1:${env.PORT}`, () => hasEnded), ended, end };
}

async function isReady(address, hasEnded) {
  while (!hasEnded()) {
    const answer = await fetch(`${address}/health/ready`).catch(() => undefined);
    if (answer?.ok) return true;
    await new Promise((done) => setTimeout(done, 100));
  }
  return false;
}
