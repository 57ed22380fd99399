// One run of Repère from a shell: what it started, and how all of it ends.
import { spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { createServer } from 'node:net';
import { noteRunning, root, whoRuns } from './data-folder.mjs';
import { parentProcess } from './parent-process.mjs';

/** What a person can mend gets a sentence, never a stack trace. */
export class Mendable extends Error {}

const undo = [];
let stopping = false;

export const isStopping = () => stopping;
export const printLine = (line) => process.stdout.write(`${line}\n`);

/** What is to be done when the run ends; the last first. */
export const atStop = (act) => void undo.push(act);

/** Ends all that was started, then this process. */
export async function stopRun(code) {
  if (stopping) return;
  stopping = true;
  for (const act of undo.reverse()) await act();
  process.exit(code);
}

/** Runs `start` until a signal, a failure or the end of npm. */
export function beginRun(start) {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => void stopRun(0));
  // npm killed outright leaves its shell and us behind: without npm we stop too.
  if (process.env.npm_lifecycle_event) {
    const starter = parentProcess();
    setInterval(() => parentProcess() !== starter && void stopRun(1), 1000).unref();
  }
  start().catch(async (error) => {
    process.stderr.write(`\n${error instanceof Mendable ? error.message : (error.stack ?? error)}\n`);
    await stopRun(1);
  });
}

/** A port from the environment, else `otherwise`. */
export function portOf(variable, otherwise) {
  const port = Number(process.env[variable] ?? otherwise);
  if (!Number.isInteger(port) || port < 1 || port > 65535)
    throw new Mendable(`${variable} is ${process.env[variable]}: give a number from 1 to 65535.`);
  return port;
}

/** Refuses a port that another program has; `variable` chooses another. */
export async function refuseTaken(port, variable) {
  if (!(await isFree(port)))
    throw new Mendable(
      `Port ${port} is taken by another program. Choose another: ${variable}=${port + 1} npm ${process.env.npm_lifecycle_event === 'dev' ? 'run dev' : 'start'}`,
    );
}

/** The data folder is this run's until it ends. */
export function takeFolder(data, address) {
  mkdirSync(data, { recursive: true });
  const other = whoRuns(data);
  if (other) throw new Mendable(`Repère already runs with the data in ${data}: open ${other.address}.`);
  atStop(noteRunning(data, address));
}

function isFree(wanted) {
  return new Promise((answer) => {
    const probe = createServer();
    probe.once('error', () => answer(false));
    probe.listen(wanted, () => probe.close(() => answer(true)));
  });
}

/** Runs a program of ours to its end; its words are shown only if it fails. */
export function runProgram(what, args, env = {}) {
  return new Promise((done, failed) => {
    // Node's own warnings would stand before the sentence that says what to do.
    const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', ...args], {
      cwd: root,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let words = '';
    child.stdout.on('data', (chunk) => (words += chunk));
    child.stderr.on('data', (chunk) => (words += chunk));
    child.on('error', failed);
    child.on('exit', (code) =>
      code === 0 ? done(words) : failed(new Mendable(`${what} failed:\n${words.trim()}`)),
    );
  });
}
