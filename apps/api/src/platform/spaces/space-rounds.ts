import {
  type BeforeApplicationShutdown,
  Inject,
  Injectable,
  Logger,
  type OnApplicationBootstrap,
  type OnModuleDestroy,
} from '@nestjs/common';
import { NEXT_DUE_JOB } from '../jobs/job-lease.repository';
import { describeFault } from '../refusals/classify-fault';
import { placeIn } from '../requests/request-origin';
import type { Configuration } from '../settings/configuration';
import { SpaceConnections } from './space-connections';
import { SpaceFaults } from './space-faults';
import { type Space, Spaces } from './spaces';
import { CONFIGURATION } from '../tokens';
import { UnitOfWork } from '../unit/unit-of-work';
import { machineNow, machineTime } from '../clocks';

const EVERY_MS = 2_000;
/** What no hint told of: a hint that was lost, a process that died with it in hand, a clock that was moved. */
const EVERYWHERE_EVERY_MS = 60_000;
const AGAIN_MS = 20_000;
/** Spaces in which rounds go at the same time: each takes some connections, of which people's requests need theirs. */
const AT_ONCE = { live: 6, training: 3 } as const satisfies Record<Space['kind'], number>;
/** The second only by a process that has the address of training spaces. */
const REACHED = ['live', 'training'] as const satisfies readonly Space['kind'][];

/** What time brings about in one space, until nothing is left to do in it. */
type Round = (space: Space) => Promise<unknown>;
/** The same of what takes long: it ends early where the process is about to stop. */
type LongRound = (space: Space, isStopping: () => boolean) => Promise<unknown>;

/**
 * Time wakes every space. A space keeps its own next moment (jobs, cases) in the transaction that changes it; the address
 * book has a hint of it, which the process that acts upon it takes away. Each space is looked at once a minute all the same.
 */
@Injectable()
export class SpaceRounds implements OnApplicationBootstrap, OnModuleDestroy, BeforeApplicationShutdown {
  private readonly logger = new Logger('Rounds');
  private readonly rounds: Round[] = [];
  private readonly long = new Set<Promise<unknown>>();
  /** Spaces that wait for their turn, by database. */
  private readonly waiting = { live: new Map<string, Space>(), training: new Map<string, Space>() };
  private readonly going = { live: 0, training: 0 };
  private everywhereAt = -Infinity;
  private timer: NodeJS.Timeout | null = null;
  private stopping = false;

  constructor(
    @Inject(CONFIGURATION) private readonly configuration: Configuration,
    private readonly spaces: Spaces,
    private readonly connections: SpaceConnections,
    private readonly units: UnitOfWork,
    private readonly faults: SpaceFaults,
  ) {}

  register(round: Round): void {
    this.rounds.push(round);
  }

  /** A round that is waited for before connections are closed, so that what it has in hand is done whole. */
  registerLong(round: LongRound): void {
    this.register(async (space) => {
      const going = round(space, () => this.stopping);
      this.long.add(going);
      await going.finally(() => this.long.delete(going));
    });
  }

  onApplicationBootstrap(): void {
    if (!this.configuration.jobs) return;
    this.timer = setInterval(
      () => void this.beginDueRounds().catch((error: unknown) => this.logger.error(describeFault(error))),
      EVERY_MS,
    );
    this.timer.unref();
  }

  /** Before connections are closed. */
  onModuleDestroy(): void {
    this.stopping = true;
    if (this.timer) clearInterval(this.timer);
  }

  async beforeApplicationShutdown(): Promise<void> {
    await Promise.allSettled(this.long);
  }

  /**
   * Begins a round in each space whose moment has come, once a minute in all of them; in a few at once. Resolves when these
   * rounds are over, or others go through those that still wait.
   */
  async beginDueRounds(): Promise<void> {
    if (this.stopping) return;
    const now = performance.now();
    const everywhere = now - this.everywhereAt >= EVERYWHERE_EVERY_MS;
    if (everywhere) this.everywhereAt = now;
    const kinds: readonly Space['kind'][] = this.configuration.trainingDatabaseUrl
      ? REACHED
      : REACHED.slice(0, 1);
    const awake = await this.spaces.takeDue(kinds);
    const open = everywhere ? await this.spaces.listOpenSpaces() : [];
    const all = [...open.filter(({ kind }) => kinds.includes(kind)), ...awake];
    for (const space of all) this.waiting[space.kind].set(space.database, space);
    await Promise.all(
      REACHED.flatMap((kind) => Array.from({ length: AT_ONCE[kind] }, () => this.goRounds(kind))),
    );
  }

  /** Rounds of such spaces one after the other, until none waits. */
  private async goRounds(kind: Space['kind']): Promise<void> {
    if (this.going[kind] >= AT_ONCE[kind]) return;
    this.going[kind]++;
    try {
      for (;;) {
        const [next] = this.waiting[kind].values();
        if (!next || this.stopping) return;
        this.waiting[kind].delete(next.database);
        await this.goRound(next);
      }
    } finally {
      this.going[kind]--;
    }
  }

  private async goRound(space: Space): Promise<void> {
    await this.connections.withoutUse(() => this.roundIn(space));
    // A space at rest holds no connection.
    await this.connections.closeIdle(space);
  }

  private async roundIn(space: Space): Promise<void> {
    const results = await Promise.allSettled(this.rounds.map((round) => round(space)));
    for (const result of results)
      if (result.status === 'rejected') await this.faults.logFault(this.logger, space, result.reason);
    if (this.stopping) return;
    try {
      const next = await this.nextMoment(space);
      if (next) await this.spaces.hint(space, next);
    } catch (error) {
      await this.faults.logFault(this.logger, space, error);
    }
  }

  /** Machine time at which something is next to be done in this space. */
  private nextMoment(space: Space): Promise<Date | null> {
    return this.units.unrecorded('system:recompute', placeIn(space), async () => {
      const [row]: { job: Date | null; due: Date | null; change: Date | null }[] =
        await this.units.manager.query(
          `SELECT (SELECT min(coalesce(leased_until, run_at)) FROM job
                    WHERE state IN ('waiting','running') AND (due_at IS NULL OR due_at <= $1)) AS job,
                  ${NEXT_DUE_JOB} AS due,
                  (SELECT min(next_change_at) FROM case_file WHERE next_change_at IS NOT NULL) AS change`,
          [new Date(this.units.now())],
        );
      const due = row?.due ? machineTime(space, row.due) : null;
      const change = row?.change ? machineTime(space, row.change) : null;
      const moments = [
        ...(row?.job ? [row.job.getTime()] : []),
        ...(due ? [due.getTime()] : []),
        // One that is due still could not be read: not again at once.
        ...(change ? [Math.max(change.getTime(), machineNow() + AGAIN_MS)] : []),
      ];
      return moments.length > 0 ? new Date(Math.min(...moments)) : null;
    });
  }
}
