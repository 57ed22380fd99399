import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { TooMuchWorkError } from '@repere/feel';
import type { Configuration } from '../settings/configuration';
import { Refusal } from '../refusals/refusal';
import { CONFIGURATION } from '../tokens';
import { SandboxProcess } from './sandbox-process';
import { type SandboxTask, WorkStopped } from './sandbox-task';

/** Most requests that wait at once: each holds a connection to the database, of some twenty. */
const MOST_WAITING = 6;
/** A process at rest holds some hundred megabytes. */
const IDLE_MS = 2 * 60_000;

interface Lane {
  readonly process: SandboxProcess;
  waiting: number;
  last: Promise<unknown>;
  idle: NodeJS.Timeout | null;
}

/** Performs what a person can make long where it holds up nobody: in processes of their own, one a lane, below normal priority. */
@Injectable()
export class Sandbox implements OnApplicationShutdown {
  private readonly lanes = new Map<string, Lane>();

  constructor(@Inject(CONFIGURATION) private readonly configuration: Configuration) {}

  /** What the task gives. `unavailable` when too many wait already; throws `WorkStopped` when it goes beyond its limits. */
  async runTask<I, O>(task: SandboxTask<I, O>, input: I, signal?: AbortSignal): Promise<O> {
    const { sandbox: program } = this.configuration;
    // Tests of all else start hundreds of services, and set no program.
    if (!program) return this.performHere(task, input);
    const lane = this.laneOf(task.lane, program);
    if (lane.waiting >= MOST_WAITING) throw new Refusal('unavailable', { retryAfter: 10 });
    lane.waiting++;
    if (lane.idle) clearTimeout(lane.idle);
    const performed = lane.last.then(() => lane.process.perform(task, input, signal));
    lane.last = performed.catch(() => undefined);
    try {
      return await performed;
    } finally {
      lane.waiting--;
      if (lane.waiting === 0) {
        lane.idle = setTimeout(() => lane.process.stopProcess(), IDLE_MS);
        lane.idle.unref();
      }
    }
  }

  /** The same in this process, without limits: of what nobody but its makers wrote, and where a process that starts is what takes long. */
  async performHere<I, O>(task: SandboxTask<I, O>, input: I): Promise<O> {
    try {
      return await task.perform(input, this.configuration);
    } catch (error) {
      throw error instanceof TooMuchWorkError ? new WorkStopped('steps', task.name) : error;
    }
  }

  onApplicationShutdown(): void {
    for (const { process, idle } of this.lanes.values()) {
      if (idle) clearTimeout(idle);
      process.stopProcess();
    }
  }

  private laneOf(name: string, program: readonly string[]): Lane {
    const known = this.lanes.get(name);
    if (known) return known;
    const process = new SandboxProcess(program, this.configuration.protocolsDir);
    const lane: Lane = { process, waiting: 0, last: Promise.resolve(), idle: null };
    this.lanes.set(name, lane);
    return lane;
  }
}
