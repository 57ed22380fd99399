import { type ChildProcess, fork } from 'node:child_process';
import { constants, setPriority } from 'node:os';
import { type SandboxAnswer, type SandboxTask, type StopCause, WorkStopped } from './sandbox-task';
import { OUT_OF_MEMORY, OUT_OF_TIME } from './watch-limits';

/** JavaScript objects of a task; all that it holds is watched by `watchLimits`. */
const MOST_MEMORY_MB = 768;

/** How V8 ends a process that has no memory left. */
const OUT_OF_HEAP = /heap out of memory|allocation failed/i;

/** The clock's time for one of processor time: only who hangs without working, or a very busy machine, meets this limit. */
const CLOCK = 6;

interface Asked {
  readonly id: number;
  readonly task: string;
  resolve(output: unknown): void;
  reject(error: Error): void;
}

/** One process that performs one task at a time. Started with its first task, and ended by whatever goes beyond its limits. */
export class SandboxProcess {
  private child: ChildProcess | null = null;
  private asked: Asked | null = null;
  private said = '';
  private last = 0;

  /** `program`: what Node runs, options first. */
  constructor(
    private readonly program: readonly string[],
    private readonly protocolsDir: string,
  ) {}

  /** What the task gives. Throws `WorkStopped` beyond its limits; its process is gone then, and the next task gets another. */
  async perform<I, O>(task: SandboxTask<I, O>, input: I, signal?: AbortSignal): Promise<O> {
    signal?.throwIfAborted();
    const child = (this.child ??= this.startProcess());
    const { promise, resolve, reject } = Promise.withResolvers<unknown>();
    const asked: Asked = { id: ++this.last, task: task.name, resolve, reject };
    this.asked = asked;
    const timer = setTimeout(() => this.endProcess(new WorkStopped('time', task.name)), task.mostMs * CLOCK);
    const abort = (): void => this.endProcess(new Error(`${task.name} was called off`));
    signal?.addEventListener('abort', abort);
    child.send({ id: asked.id, task: task.name, input }, (error) => error && this.endProcess(error));
    try {
      return (await promise) as O;
    } finally {
      this.asked = null;
      clearTimeout(timer);
      signal?.removeEventListener('abort', abort);
    }
  }

  stopProcess(): void {
    this.child?.kill('SIGKILL');
    this.child = null;
  }

  /** The process as well: nobody knows what it is at. */
  private endProcess(error: Error): void {
    this.stopProcess();
    this.asked?.reject(error);
  }

  private startProcess(): ChildProcess {
    const { PATH, SWC_NODE_PROJECT } = process.env;
    const child = fork(this.program.at(-1) ?? '', [this.protocolsDir], {
      // No key and no address of the database goes there.
      env: { PATH, SWC_NODE_PROJECT },
      execArgv: [...this.program.slice(0, -1), `--max-old-space-size=${String(MOST_MEMORY_MB)}`],
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    });
    this.said = '';
    child.stderr?.on('data', (chunk: Buffer) => (this.said = (this.said + chunk.toString()).slice(-4_000)));
    child.on('error', (error) => this.child === child && this.endProcess(error));
    // All that it said has been read by then.
    child.on('close', () => {
      if (this.child !== child) return;
      this.endProcess(new WorkStopped(causeOf(this.said), this.asked?.task ?? ''));
    });
    child.on('message', (message) => this.receiveAnswer(message as SandboxAnswer));
    if (child.pid !== undefined) setPriority(child.pid, constants.priority.PRIORITY_BELOW_NORMAL);
    return child;
  }

  private receiveAnswer(answer: SandboxAnswer): void {
    const { asked } = this;
    if (!asked || asked.id !== answer.id) return;
    if ('output' in answer) asked.resolve(answer.output);
    else if ('stopped' in answer) asked.reject(new WorkStopped(answer.stopped, asked.task));
    else asked.reject(new Error(`${asked.task}: ${answer.fault}`));
  }
}

/** What ended a process, by what it said last. */
function causeOf(said: string): StopCause {
  if (said.includes(OUT_OF_TIME)) return 'time';
  return said.includes(OUT_OF_MEMORY) || OUT_OF_HEAP.test(said) ? 'memory' : 'crash';
}
