import { randomUUID } from 'node:crypto';
import {
  Inject,
  Injectable,
  Logger,
  type OnApplicationBootstrap,
  type OnApplicationShutdown,
} from '@nestjs/common';
import { describeFault } from '../classify-fault';
import type { Configuration } from '../configuration';
import type { RequestPlace } from '../request-place';
import { type Space, Spaces } from '../spaces';
import { CONFIGURATION } from '../tokens';
import { UnitOfWork } from '../unit-of-work';
import { JobBell } from './job-bell';
import { type JobHandler, type JobInHand, JobLost } from './job-handler';
import { JobLeases, type Lease, SIGN_OF_LIFE_MS } from './job-lease.repository';

const EVERY_MS = 2_000;

/**
 * Works off jobs: one of each kind at a time in this process, beside other processes. The default live space is looked at
 * every two seconds, another when something was asked for in it.
 */
@Injectable()
export class JobWorker implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly logger = new Logger('Jobs');
  private readonly handlers = new Map<string, JobHandler>();
  private readonly lanes = new Map<string, Promise<void>>();
  private readonly stopping = new AbortController();
  private timer: NodeJS.Timeout | null = null;

  constructor(
    @Inject(CONFIGURATION) private readonly configuration: Configuration,
    private readonly spaces: Spaces,
    private readonly units: UnitOfWork,
    private readonly leases: JobLeases,
    private readonly bell: JobBell,
  ) {}

  register(handler: JobHandler): void {
    this.handlers.set(handler.kind, handler);
  }

  onApplicationBootstrap(): void {
    if (!this.configuration.jobs) return;
    const look = (): void => void this.spaces.find(null).then((space) => space && this.wake(space), nothing);
    this.timer = setInterval(look, EVERY_MS);
    this.timer.unref();
    // After the commit of what rang.
    this.bell.onRing((space) => void setTimeout(() => this.wake(space), 50).unref());
  }

  async onApplicationShutdown(): Promise<void> {
    if (this.timer) clearInterval(this.timer);
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

  private wake(space: Space): void {
    for (const handler of this.handlers.values()) {
      const lane = `${space.database} ${handler.kind}`;
      if (this.lanes.has(lane) || this.stopping.signal.aborted) continue;
      const working = this.workLane(space, handler)
        .catch((error: unknown) => this.logger.error(describeFault(error)))
        .finally(() => this.lanes.delete(lane));
      this.lanes.set(lane, working);
    }
  }

  private async workLane(space: Space, handler: JobHandler): Promise<void> {
    while (!this.stopping.signal.aborted && (await this.workOne(space, handler)));
  }

  private async workOne(space: Space, handler: JobHandler): Promise<boolean> {
    const lease = await this.quietly(space, () => this.leases.take(handler.kind, handler.tries));
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
      finish: () => this.leases.finish(lease),
    };
    try {
      await handler.run(job);
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
    this.logger.error(`${handler.kind}: ${describeFault(error)}`);
    await this.quietly(space, () => this.leases.fail(lease, handler.tries));
  }

  /** Leases are machinery: nothing of substance, nothing to record. */
  private quietly<T>(space: Space, work: () => Promise<T>): Promise<T> {
    const place: RequestPlace = { space, correlation: randomUUID() };
    return this.units.unrecorded('system:session', place, work);
  }
}

const nothing = (): undefined => undefined;
