import { AsyncLocalStorage } from 'node:async_hooks';
import { Inject, Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { machineNow } from '../../platform/clocks';
import { BeginBranch } from '../../ledger/signing/begin-branch';
import { describeFault } from '../../platform/refusals/classify-fault';
import { placeIn } from '../../platform/requests/request-origin';
import { Provisioner, type SpaceInMaking } from '../../platform/spaces/making/provisioner';
import type { Configuration } from '../../platform/settings/configuration';
import { SpaceRounds } from '../../platform/spaces/space-rounds';
import { type Space, Spaces } from '../../platform/spaces/spaces';
import { CONFIGURATION } from '../../platform/tokens';
import type { DeclaredAct } from '../../platform/unit/act';
import { UnitOfWork } from '../../platform/unit/unit-of-work';
import { FillSpace } from '../beginning/fill-space';
import { EndLeading } from './end-leading';
import { TRAINING_SPACES_SQL as SQL } from '../../platform/spaces/making/training-space-rows';

/** What failed is tried again after so long. */
const AGAIN_MS = 5_000;

const MADE: DeclaredAct = { type: 'training-space.made', purpose: 'training', idempotent: false };
const EXPIRED: DeclaredAct = { ...MADE, type: 'training-space.expire' };

/** Makes what was asked for, drops what is over: a round of the default live space, whose record tells of it. */
@Injectable()
export class MakeTrainingSpaces implements OnModuleInit {
  private readonly logger = new Logger('Training spaces');

  private readonly outside = AsyncLocalStorage.snapshot();
  private making: Promise<void> = Promise.resolve();
  private sweeping: Promise<void> = Promise.resolve();

  constructor(
    @Inject(CONFIGURATION) private readonly configuration: Configuration,
    private readonly rounds: SpaceRounds,
    private readonly units: UnitOfWork,
    private readonly spaces: Spaces,
    private readonly provisioner: Provisioner,
    private readonly filling: FillSpace,
    private readonly branching: BeginBranch,
    private readonly leading: EndLeading,
  ) {}

  /** At once and beside the request that asks, where this process does what time brings about; else the round does it within seconds. */
  beginMaking(live: Space): void {
    if (!this.configuration.jobs) return;
    // In none of the request's unit of work: it has units of its own.
    this.outside(() => {
      // One after the other: a class that asks for ten at once takes no more of the machine than one. What is dropped keeps none waiting.
      const made = this.making.then(() => this.makeAll(live));
      this.making = made.catch((error: unknown) => this.logger.error(describeFault(error)));
      const swept = Promise.all([this.making, this.sweeping]).then(() => this.sweepAll(live));
      this.sweeping = swept.catch((error: unknown) => this.logger.error(describeFault(error)));
    });
  }

  /** For what was asked for from within a training space, once it is committed. Where this process makes none, another is woken. */
  async settleSoon(): Promise<void> {
    const live = await this.spaces.findSpace(null);
    if (!live) return;
    this.beginMaking(live);
    await this.spaces.hint(live, new Date(machineNow()));
  }

  onModuleInit(): void {
    this.rounds.registerLong(async (space, isStopping) => {
      if (space.key !== null || space.kind !== 'live' || !this.provisioner.isHere) return;
      await this.leading.archiveLeaderless(space);
      await this.expire(space);
      await this.settleAll(space, isStopping);
    });
  }

  /** Makes every space that waits for it, then drops what is left over; one that fails keeps none of the others waiting. */
  async settleAll(live: Space, isStopping = (): boolean => false): Promise<void> {
    await this.makeAll(live, isStopping);
    await this.sweepAll(live, isStopping);
  }

  private async makeAll(live: Space, isStopping = (): boolean => false): Promise<void> {
    await this.each(live, await this.provisioner.toMake(), isStopping, (key) =>
      this.provisioner.settleSpace(
        key,
        (made) => this.fillSpace(live, made),
        (space) => this.branching.settleRecord(space),
      ),
    );
  }

  private async sweepAll(live: Space, isStopping = (): boolean => false): Promise<void> {
    await this.each(live, await this.provisioner.toSweep(), isStopping, (key) =>
      this.provisioner.sweepSpace(key),
    );
  }

  private async each(
    live: Space,
    keys: readonly string[],
    isStopping: () => boolean,
    settle: (key: string) => Promise<void>,
  ): Promise<void> {
    for (const key of keys) {
      if (isStopping()) return;
      try {
        await settle(key);
      } catch (error) {
        this.logger.error(`${key}: ${describeFault(error)}`);
        // Somebody waits for it: not until the round that goes everywhere.
        await this.spaces.hint(live, new Date(machineNow() + AGAIN_MS));
      }
    }
  }

  /** Spaces that nobody came into for long; their page has said so for a week. */
  async expire(live: Space): Promise<void> {
    for (const { key } of await this.provisioner.rows<{ key: string }>(SQL.over)) {
      await this.units.runAs('system:access', placeIn(live), EXPIRED, async () => {
        this.units.notes({ space: key });
        await this.provisioner.rows(SQL.remove, [key]);
      });
    }
    await this.provisioner.rows(SQL.forget);
  }

  private async fillSpace(live: Space, made: SpaceInMaking): Promise<number | null> {
    const began = await this.filling.fillSpace(live, made);
    await this.units.runAs('system:access', placeIn(live), MADE, async () => {
      this.units.notes({
        space: made.space.key,
        scenario: made.scenario,
        generation: made.generation,
        branchOf: made.branch?.of ?? null,
      });
    });
    return began;
  }
}
