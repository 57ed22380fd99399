import { Injectable } from '@nestjs/common';
import { Refusal } from '../../platform/refusals/refusal';
import type { RequestPlace } from '../../platform/requests/request-origin';
import { Provisioner } from '../../platform/spaces/making/provisioner';
import {
  TRAINING_SPACES_SQL as SPACES_SQL,
  type TrainingSpaceRow,
} from '../../platform/spaces/making/training-space-rows';
import { Spaces } from '../../platform/spaces/spaces';
import type { HandlingGroupDto } from './handling.dto';
import type { ScoreDto } from './score.dto';
import { ScoreSpace } from './score-space.service';

/** Of one class: six of them side by side are still a page. The rest is in its own debrief. */
const MOST_SIDE_BY_SIDE = 200;

/** How several classes of the same person handled the same story: spaces with it and their branches. Each is looked at in its own record. */
@Injectable()
export class CompareGroups {
  constructor(
    private readonly provisioner: Provisioner,
    private readonly spaces: Spaces,
    private readonly score: ScoreSpace,
  ) {}

  /** The one that is asked in comes first. A space without a case is left out. */
  async listGroups(place: RequestPlace): Promise<readonly HandlingGroupDto[]> {
    const here = await this.score.readScore(place, null);
    const row = await this.provisioner.findRow(place.space);
    const groups = [showGroup(row, true, here)];
    for (const other of await this.listOthers(row)) {
      const group = await this.readGroup(place, other);
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

  /** By the request that asked: each record has the look under its number. */
  private async readGroup(place: RequestPlace, row: TrainingSpaceRow): Promise<HandlingGroupDto | null> {
    const space = await this.spaces.findSpace(row.key);
    if (space?.kind !== 'training') return null;
    try {
      return showGroup(row, false, await this.score.readScore({ ...place, space }, null));
    } catch (error) {
      // Nothing was opened there yet; whatever else is refused is refused here as well, and no class is left out in silence.
      if (error instanceof Refusal && error.code === 'not-found') return null;
      throw error;
    }
  }
}

const showGroup = (
  { key, title, branch_of: of, branched_at: at }: TrainingSpaceRow,
  isHere: boolean,
  { handling, timeline }: ScoreDto,
): HandlingGroupDto => ({
  ...{ key, title, isHere, handling },
  branchOf: of === null || at === null ? null : { key: of, at: at.toISOString() },
  timeline: timeline.slice(0, MOST_SIDE_BY_SIDE),
  isCut: timeline.length > MOST_SIDE_BY_SIDE,
});
