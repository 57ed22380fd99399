import { Injectable } from '@nestjs/common';
import { Refusal } from '../../platform/refusals/refusal';
import { placeIn, type RequestPlace } from '../../platform/requests/request-origin';
import { Provisioner } from '../../platform/spaces/making/provisioner';
import {
  TRAINING_SPACES_SQL as SPACES_SQL,
  type TrainingSpaceRow,
} from '../../platform/spaces/making/training-space-rows';
import { Spaces } from '../../platform/spaces/spaces';
import type { HandlingGroupDto } from './handling.dto';
import { ScoreSpace } from './score-space.service';

/** How several classes of the same person handled the same story: spaces with it and their branches. Each is looked at in its own record. */
@Injectable()
export class CompareGroups {
  constructor(
    private readonly provisioner: Provisioner,
    private readonly spaces: Spaces,
    private readonly score: ScoreSpace,
  ) {}

  /** The one that is asked in comes first. A space that closes meanwhile is left out. */
  async listGroups(place: RequestPlace): Promise<readonly HandlingGroupDto[]> {
    const { handling } = await this.score.readScore(place, null);
    const [row] = this.provisioner.isHere
      ? await this.provisioner.rows<TrainingSpaceRow>(SPACES_SQL.byId, [place.space.id])
      : [];
    if (!row) throw new Refusal('space-shut');
    const groups: HandlingGroupDto[] = [{ title: row.title, isHere: true, handling }];
    for (const other of await this.listOthers(row)) {
      const group = await this.readGroup(other);
      if (group) groups.push(group);
    }
    return groups;
  }

  private async listOthers(here: TrainingSpaceRow): Promise<readonly TrainingSpaceRow[]> {
    const own = await this.provisioner.rows<TrainingSpaceRow>(SPACES_SQL.ofOwner, [here.owner_id]);
    return own.filter(
      ({ key, state, scenario, scenario_text: text }) =>
        key !== here.key && state === 'open' && scenario === here.scenario && text === here.scenario_text,
    );
  }

  private async readGroup({ key, title }: TrainingSpaceRow): Promise<HandlingGroupDto | null> {
    const space = await this.spaces.findSpace(key);
    if (space?.kind !== 'training') return null;
    try {
      const { handling } = await this.score.readScore(placeIn(space), null);
      return { title, isHere: false, handling };
    } catch (error) {
      if (error instanceof Refusal) return null;
      throw error;
    }
  }
}
