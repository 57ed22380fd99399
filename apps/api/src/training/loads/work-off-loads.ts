import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { machineNow } from '../../platform/clocks';
import { describeFault } from '../../platform/refusals/classify-fault';
import { LOADS_SQL } from '../../platform/spaces/making/load-rows';
import { Provisioner } from '../../platform/spaces/making/provisioner';
import { SpaceRounds } from '../../platform/spaces/space-rounds';
import { type Space, Spaces } from '../../platform/spaces/spaces';
import { LoadSpace } from './load-space';

/** Half as long as some took, people have the machine. */
const REST = 0.5;
const AT_ONCE = 2;
/** A space that is still being made is looked at again then. */
const AGAIN_MS = 3_000;

/** Loads that were asked for from *Formation*: one space after the other, as a round of the default live space. */
@Injectable()
export class WorkOffLoads implements OnModuleInit {
  private readonly logger = new Logger('Loads');
  private going: Promise<void> | null = null;

  constructor(
    private readonly rounds: SpaceRounds,
    private readonly spaces: Spaces,
    private readonly provisioner: Provisioner,
    private readonly loading: LoadSpace,
  ) {}

  onModuleInit(): void {
    this.rounds.registerLong(async (space, isStopping) => {
      if (space.key !== null || space.kind !== 'live' || !this.provisioner.isHere) return;
      await this.workOff(space, isStopping);
    });
  }

  /** Nothing where this process is at it already. */
  async workOff(live: Space, isStopping = (): boolean => false): Promise<void> {
    if (this.going) return;
    this.going = this.workOffAll(live, isStopping);
    try {
      await this.going;
    } finally {
      this.going = null;
    }
  }

  private async workOffAll(live: Space, isStopping: () => boolean): Promise<void> {
    const waiting = await this.provisioner.rows<{ key: string; isOpen: boolean }>(LOADS_SQL.waiting);
    for (const { key, isOpen } of waiting) {
      if (isStopping()) return;
      const space = isOpen ? await this.spaces.findSpace(key) : null;
      if (space)
        await this.loading
          .goOn(space, { isStopping, rest: REST, atOnce: AT_ONCE })
          .catch((error: unknown) => {
            this.logger.error(`${key}: ${describeFault(error)}`);
          });
      else await this.spaces.hint(live, new Date(machineNow() + AGAIN_MS));
    }
  }
}
