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

const MADE: DeclaredAct = { type: 'training-space.made', purpose: 'training', idempotent: false };
const EXPIRED: DeclaredAct = { ...MADE, type: 'training-space.expire' };

/** Makes what was asked for, drops what is over: a round of the default live space, whose record tells of it. */
@Injectable()
export class MakeTrainingSpaces implements OnModuleInit {
  private readonly logger = new Logger('Training spaces');

  private readonly outside = AsyncLocalStorage.snapshot();
  private going: Promise<void> = Promise.resolve();

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
      // One after the other: a class that asks for ten at once takes no more of the machine than one.
      this.going = this.going
        .then(() => this.settleAll(live))
        .catch((error: unknown) => this.logger.error(describeFault(error)));
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

  /** Every space that waits for it, one after the other; one that fails keeps none of the others waiting. */
  async settleAll(live: Space, isStopping = (): boolean => false): Promise<void> {
    for (const key of await this.provisioner.unsettled()) {
      if (isStopping()) return;
      try {
        await this.provisioner.settleSpace(
          key,
          (made) => this.fillSpace(live, made),
          (space) => this.branching.settleRecord(space),
        );
      } catch (error) {
        this.logger.error(`${key}: ${describeFault(error)}`);
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
    const began = await this.filling.fillSpace(made);
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
