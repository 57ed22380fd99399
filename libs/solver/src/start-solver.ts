import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import type { Solve } from '@repere/protocol-engine';

export interface Solver {
  /** Output of an SMT-LIB 2 script that stands alone. Throws if z3 finds a mistake in it or has ended. */
  readonly solve: Solve;
  /** Ends z3. Questions that are still open are refused. */
  stop(): void;
}

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
    const mistake = /\(error "([^]*?)"\)/.exec(output);
    if (mistake) asked?.reject(new Error(`z3 can't read the script: ${mistake[1]}`));
    else asked?.resolve(output);
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

/** Scripts in, outputs out, one JSON string a line. Each script gets a context of its own, so that none sees another's names. */
const PROGRAM = `
const { createInterface } = require('node:readline');
const z3 = require('z3-solver').init();
let last = Promise.resolve();
async function answer(line) {
  const { Z3 } = await z3;
  const config = Z3.mk_config();
  const context = Z3.mk_context(config);
  const output = await Z3.eval_smtlib2_string(context, JSON.parse(line));
  Z3.del_context(context);
  Z3.del_config(config);
  process.stdout.write(JSON.stringify(output) + '\\n');
}
createInterface(process.stdin)
  .on('line', (line) => { last = last.then(() => answer(line)); last.catch((fault) => { console.error(fault); process.exit(1); }); })
  .on('close', () => last.finally(() => process.exit(0)));
`;
