import { Injectable } from '@nestjs/common';
import { machineNow } from '../../platform/clocks';
import { refused } from '../../platform/refusals/refused';
import { LOADS_SQL } from '../../platform/spaces/making/load-rows';
import { Provisioner } from '../../platform/spaces/making/provisioner';
import { UnitOfWork } from '../../platform/unit/unit-of-work';
import { SpaceQuota } from '../spaces/space-quota';
import type { TrainingSpaceDto } from '../spaces/training-spaces.dto';
import { TrainingSpaces } from '../spaces/training-spaces.service';
import type { AskForLoadDto, ChangeLoadDto } from './loads.dto';

/** Asked for in the live space and recorded there; a round of it puts the cases in. Nobody finds another's space. */
@Injectable()
export class Loads {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly provisioner: Provisioner,
    private readonly spaces: TrainingSpaces,
    private readonly quota: SpaceQuota,
  ) {}

  async askForLoad(key: string, { cases, seed }: AskForLoadDto): Promise<TrainingSpaceDto> {
    const { owner_id: ownerId } = await this.spaces.own(key);
    await this.quota.insertLoad(ownerId, key, { cases, seed });
    return this.changed(key, { cases });
  }

  async changeLoad(key: string, { change }: ChangeLoadDto): Promise<TrainingSpaceDto> {
    await this.spaces.own(key);
    const rows = await this.provisioner.rows({ stop: LOADS_SQL.stop, 'go-on': LOADS_SQL.goOn }[change], [
      key,
    ]);
    if (rows.length === 0)
      throw refused(
        'no-such-load',
        change === 'stop' ? 'Il n’y a rien à arrêter.' : 'Il n’y a rien à reprendre.',
        change === 'stop' ? 'There is nothing to stop.' : 'There is nothing to go on with.',
      );
    return this.changed(key, { change });
  }

  private changed(key: string, what: Readonly<Record<string, unknown>>): Promise<TrainingSpaceDto> {
    this.unit.notes({ space: key, ...what });
    // A round puts them in: woken by the commit.
    this.unit.wakes(new Date(machineNow()));
    return this.spaces.showSpace(key);
  }
}
