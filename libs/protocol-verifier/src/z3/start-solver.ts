import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import type { Solve } from '../solver/solver-types';

export interface Solver {
  /** Output of an SMT-LIB 2 script that stands alone. Throws if z3 finds a mistake in it or has ended. */
  readonly solve: Solve;
  /** Ends z3. Questions that are still open are refused. */
  stop(): void;
}

const END = 'read to its end';

/** What z3 calls an error and is none: values were asked for of what has no case. */
const NO_MODEL = 'model is not available';

interface Waiting {
  resolve(output: string): void;
  reject(fault: Error): void;
}

/**
 * One z3 in a process of its own: its threads would keep ours alive, and its memory is never given back. Scripts are answered
 * one after the other. Takes about a quarter of a second to start.
 */
export function startSolver(): Solver {
  // From here, so that `require` finds the package wherever the command was called.
  const child = spawn(process.execPath, ['--input-type=commonjs', '-e', PROGRAM], {
    cwd: __dirname,
    env: {},
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const waiting: Waiting[] = [];
  let hasEnded = false;
  const end = (why: string): void => {
    hasEnded = true;
    for (const it of waiting.splice(0)) it.reject(new Error(why));
  };
  child.on('error', (fault) => end(`z3 could not be started: ${fault.message}`));
  child.on('exit', () => end('z3 has ended'));
  child.stdin.on('error', () => end('z3 has ended'));
  createInterface(child.stdout).on('line', (line) => {
    const output = JSON.parse(line) as string;
    const asked = waiting.shift();
    const mistake = [...output.matchAll(/\(error "([^]*?)"\)/g)].find(([, it]) => !it?.endsWith(NO_MODEL));
    if (mistake) asked?.reject(new Error(`z3 can't read the script: ${mistake[1]}`));
    else if (!output.endsWith(`${END}\n`)) asked?.reject(new Error('z3 did not read the script to its end'));
    else asked?.resolve(output.slice(0, -END.length - 1));
  });
  return {
    solve: (script) =>
      new Promise((resolve, reject) => {
        if (hasEnded) return reject(new Error('z3 has ended'));
        waiting.push({ resolve, reject });
        child.stdin.write(`${JSON.stringify(script)}\n`);
      }),
    stop: () => void child.kill('SIGKILL'),
  };
}

/**
 * Scripts in, outputs out, one JSON string a line. Each script gets a context of its own, so that none sees another's names.
 * Its text is put into z3's memory here: `Z3.eval_smtlib2_string` gives it on the stack and frees it before z3's thread has read
 * all of it, so that on a busy machine z3 sometimes reads something else. The last line says that it was read to its end.
 */
const PROGRAM = `
const { createInterface } = require('node:readline');
const z3 = require('z3-solver').init();
let last = Promise.resolve();
async function answer(line) {
  const { Z3, em } = await z3;
  const config = Z3.mk_config();
  const context = Z3.mk_context(config);
  const bytes = Buffer.from(JSON.parse(line) + '\\n(echo "${END}")\\0');
  const place = em._malloc(bytes.length);
  em.HEAPU8.set(bytes, place);
  const output = await em.async_call(() =>
    em.ccall('async_Z3_eval_smtlib2_string', 'void', ['number', 'number'], [context, place]));
  em._free(place);
  Z3.del_context(context);
  Z3.del_config(config);
  process.stdout.write(JSON.stringify(output) + '\\n');
}
createInterface(process.stdin)
  .on('line', (line) => { last = last.then(() => answer(line)); last.catch((fault) => { console.error(fault); process.exit(1); }); })
  .on('close', () => last.finally(() => process.exit(0)));
`;
