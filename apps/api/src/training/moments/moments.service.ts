import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Refusal } from '../../platform/refusals/refusal';
import { refused } from '../../platform/refusals/refused';
import { MOMENTS_SQL, type MomentRow } from '../../platform/spaces/making/moment-rows';
import { Provisioner } from '../../platform/spaces/making/provisioner';
import { newSpaceKey, newTrainingDatabase } from '../../platform/spaces/making/training-databases';
import {
  TRAINING_SPACES_SQL as SPACES_SQL,
  type TrainingSpaceRow,
} from '../../platform/spaces/making/training-space-rows';
import { ScenarioLibrary } from '../scenarios/scenario-library';
import { showMoment, showSpace } from '../spaces/show-space';
import { SpaceQuota } from '../spaces/space-quota';
import type { KeptMomentDto, TrainingSpaceDto } from '../spaces/training-spaces.dto';

/**
 * Moments of a training space: keep one, begin a branch with one, let one go. They stand in the address book; who may, and where it is
 * recorded, is the caller's matter, and that the work is begun once it is committed.
 */
@Injectable()
export class Moments {
  constructor(
    private readonly provisioner: Provisioner,
    private readonly quota: SpaceQuota,
    private readonly library: ScenarioLibrary,
  ) {}

  listMoments(key: string): Promise<readonly MomentRow[]> {
    return this.provisioner.rows<MomentRow>(MOMENTS_SQL.ofSpaces, [[key]]);
  }

  async keepMoment(key: string, title: string): Promise<KeptMomentDto> {
    return showMoment(await this.quota.insertMoment(randomUUID(), key, title));
  }

  async dropMoment(key: string, id: string): Promise<void> {
    await this.findMoment(key, id);
    await this.provisioner.rows(MOMENTS_SQL.drop, [id, key]);
  }

  /** A space that begins with the moment: what happened until then is its past, and stays that of the space it is made from. */
  async beginBranch(space: TrainingSpaceRow, id: string, title: string): Promise<TrainingSpaceDto> {
    const { state, at } = await this.findMoment(space.key, id);
    if (state !== 'kept' || at === null)
      throw refused(
        'moment-not-kept',
        'Ce moment n’est pas gardé : attendez quelques secondes, ou gardez-en un autre.',
        'This moment is not kept: wait a few seconds, or keep another.',
      );
    const key = newSpaceKey();
    const { owner_id: ownerId, scenario, mode } = space;
    await this.quota.insertSpace(ownerId, SPACES_SQL.insertBranch, [
      ...[key, title, newTrainingDatabase(key), ownerId, scenario, mode, id, space.key, at],
    ]);
    const [row] = await this.provisioner.rows<TrainingSpaceRow>(SPACES_SQL.find, [key, ownerId]);
    if (!row) throw new Refusal('not-found');
    return showSpace(row, this.library.titleOf(row));
  }

  private async findMoment(key: string, id: string): Promise<MomentRow> {
    const [row] = await this.provisioner.rows<MomentRow>(MOMENTS_SQL.find, [id, key]);
    if (!row) throw new Refusal('not-found');
    return row;
  }
}
