import { randomUUID } from 'node:crypto';
import { Injectable, Logger, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import type { RequestPlace } from '../requests/request-origin';
import { SpaceFaults } from '../spaces/space-faults';
import { SpaceRounds } from '../spaces/space-rounds';
import type { Space } from '../spaces/spaces';
import { WorkStopped } from '../sandbox/sandbox-task';
import { UnitOfWork } from '../unit/unit-of-work';
import { type JobHandler, type JobInHand, JobLost } from './job-handler';
import { JobLeases, type Lease, SIGN_OF_LIFE_MS } from './job-lease.repository';

/**
 * Works off jobs of every space: one of each kind and space at a time in this process, beside other processes.
 */
@Injectable()
export class JobWorker implements OnModuleInit, OnApplicationShutdown {
  private readonly logger = new Logger('Jobs');
  private readonly handlers = new Map<string, JobHandler>();
  private readonly lanes = new Map<string, Promise<void>>();
  private readonly stopping = new AbortController();

  constructor(
    private readonly rounds: SpaceRounds,
    private readonly units: UnitOfWork,
    private readonly leases: JobLeases,
    private readonly faults: SpaceFaults,
  ) {}

  register(handler: JobHandler): void {
    this.handlers.set(handler.kind, handler);
  }

  onModuleInit(): void {
    this.rounds.register((space) => this.wake(space));
  }

  async onApplicationShutdown(): Promise<void> {
    this.stopping.abort();
    await Promise.all(this.lanes.values());
  }

  /** Works off what is to be done in this space, until nothing is left; gives how many jobs came to an end of any kind. */
  async workOff(space: Space): Promise<number> {
    let worked = 0;
    for (const handler of this.handlers.values())
      while (!this.stopping.signal.aborted && (await this.workOne(space, handler))) worked++;
    return worked;
  }

  /** Works off what fell due by the clock of the space, first things first, and what that asks for at once; gives how many it were. */
  async workOffDue(space: Space): Promise<number> {
    const kinds = new Set(this.handlers.keys());
    let worked = 0;
    while (!this.stopping.signal.aborted) {
      const kind = await this.quietly(space, () => this.leases.firstDueKind([...kinds]));
      const handler = kind === null ? undefined : this.handlers.get(kind);
      if (!handler) break;
      if (await this.workOne(space, handler)) worked++;
      // Another process has these in hand.
      else kinds.delete(handler.kind);
    }
    return worked;
  }

  private async wake(space: Space): Promise<void> {
    const begun: Promise<void>[] = [];
    for (const handler of this.handlers.values()) {
      const lane = `${space.database} ${handler.kind}`;
      if (this.lanes.has(lane) || this.stopping.signal.aborted) continue;
      const working = this.workLane(space, handler)
        .catch((error: unknown) => this.faults.logFault(this.logger, space, error))
        .finally(() => this.lanes.delete(lane));
      this.lanes.set(lane, working);
      begun.push(working);
    }
    await Promise.all(begun);
  }

  private async workLane(space: Space, handler: JobHandler): Promise<void> {
    while (!this.stopping.signal.aborted && (await this.workOne(space, handler)));
  }

  private async workOne(space: Space, handler: JobHandler): Promise<boolean> {
    const lease = await this.quietly(space, () => this.leases.takeLease(handler));
    if (!lease) return false;
    const lost = new AbortController();
    let progress = 0;
    const living = setInterval(() => {
      this.quietly(space, () => this.leases.live(lease, progress)).then(
        (mine) => mine || lost.abort(),
        // The database is away for a moment: the lease outlives it, or the job is lost.
        nothing,
      );
    }, SIGN_OF_LIFE_MS);
    const job: JobInHand = {
      ...lease,
      space,
      signal: AbortSignal.any([lost.signal, this.stopping.signal]),
      progress: (fraction) => (progress = Math.min(1, Math.max(progress, fraction))),
      hold: () => this.leases.hold(lease),
      finishJob: () => this.leases.finishJob(lease),
    };
    try {
      await handler.runJob(job);
    } catch (error) {
      await this.afterFault(space, handler, lease, error);
    } finally {
      clearInterval(living);
    }
    return true;
  }

  private async afterFault(space: Space, handler: JobHandler, lease: Lease, error: unknown): Promise<void> {
    if (this.stopping.signal.aborted) {
      await this.quietly(space, () => this.leases.giveBack(lease)).catch(nothing);
      return;
    }
    if (error instanceof JobLost) return;
    await this.faults.logFault(this.logger, space, error, handler.kind);
    await this.quietly(space, () =>
      error instanceof WorkStopped
        ? this.leases.stopJob(lease, error.limit)
        : this.leases.fail(lease, handler.tries),
    );
  }

  /** Leases are machinery: nothing of substance, nothing to record. */
  private quietly<T>(space: Space, work: () => Promise<T>): Promise<T> {
    const place: RequestPlace = { space, correlation: randomUUID() };
    return this.units.unrecorded('system:session', place, work);
  }
}

const nothing = (): undefined => undefined;
