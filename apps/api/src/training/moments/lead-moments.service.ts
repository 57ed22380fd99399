import { Injectable } from '@nestjs/common';
import { rowsIn } from '../../ledger/rows';
import { findBranches, hasPast } from '../../ledger/signing/branches.query';
import { Refusal } from '../../platform/refusals/refusal';
import { type RequestPlace, placeIn } from '../../platform/requests/request-origin';
import { MOST_MOMENTS } from '../../platform/spaces/making/moment-rows';
import { Provisioner } from '../../platform/spaces/making/provisioner';
import { Spaces } from '../../platform/spaces/spaces';
import {
  TRAINING_SPACES_SQL as SPACES_SQL,
  type TrainingSpaceRow,
} from '../../platform/spaces/making/training-space-rows';
import type { DeclaredAct } from '../../platform/unit/act';
import { UnitOfWork } from '../../platform/unit/unit-of-work';
import { showMoment } from '../spaces/show-space';
import { MakeTrainingSpaces } from '../spaces/make-training-spaces';
import type { KeptMomentDto, TrainingSpaceDto } from '../spaces/training-spaces.dto';
import type { MomentsDto, PastDto } from './moments.dto';
import { Moments } from './moments.service';

const KEEP: DeclaredAct = { type: 'training.keep-moment', purpose: 'training', idempotent: false };
const LIST: DeclaredAct = { ...KEEP, type: 'training.moments' };
const DROP: DeclaredAct = { ...KEEP, type: 'training.drop-moment' };
const BRANCH: DeclaredAct = { ...KEEP, type: 'training.branch' };
const ENTER: DeclaredAct = { ...KEEP, type: 'training.enter-branch' };

/** Moments of the training space that one is in, for whoever leads there: recorded there, and nothing of it in a live space. */
@Injectable()
export class LeadMoments {
  constructor(
    private readonly units: UnitOfWork,
    private readonly spaces: Spaces,
    private readonly provisioner: Provisioner,
    private readonly moments: Moments,
    private readonly making: MakeTrainingSpaces,
  ) {}

  async listMoments(place: RequestPlace): Promise<MomentsDto> {
    const { key } = await this.provisioner.findRow(place.space);
    const branches = await this.provisioner.rows<TrainingSpaceRow>(SPACES_SQL.branches, [key]);
    return {
      most: MOST_MOMENTS,
      moments: (await this.moments.listMoments(key)).map(showMoment),
      branches: branches.map(({ key: of, title, state, branched_at: at }) => ({
        key: of,
        title,
        state,
        at: (at ?? new Date(0)).toISOString(),
      })),
      past: await this.findPast(place),
    };
  }

  async keepMoment(place: RequestPlace, title: string): Promise<KeptMomentDto> {
    const { key } = await this.provisioner.findRow(place.space);
    const kept = await this.units.runAs('system:access', place, KEEP, async () => {
      const moment = await this.moments.keepMoment(key, title);
      this.units.notes({ moment: moment.id });
      return moment;
    });
    await this.making.settleSoon();
    return kept;
  }

  async drop(place: RequestPlace, id: string): Promise<void> {
    const { key } = await this.provisioner.findRow(place.space);
    await this.units.runAs('system:access', place, DROP, async () => {
      this.units.notes({ moment: id });
      await this.moments.dropMoment(key, id);
    });
    await this.making.settleSoon();
  }

  async branch(place: RequestPlace, id: string, title: string): Promise<TrainingSpaceDto> {
    const row = await this.provisioner.findRow(place.space);
    const branch = await this.units.runAs('system:access', place, BRANCH, async () => {
      const made = await this.moments.beginBranch(row, id, title);
      this.units.notes({ moment: id, branch: made.key });
      return made;
    });
    await this.making.settleSoon();
    return branch;
  }

  /** Takes the trainer into a branch of this space; refuses any other space, and a branch that is not open. */
  async enterBranch(place: RequestPlace, key: string): Promise<void> {
    const { key: parent, owner_id: ownerId } = await this.provisioner.findRow(place.space);
    const [branch] = await this.provisioner.rows<TrainingSpaceRow>(SPACES_SQL.find, [key, ownerId]);
    if (branch?.branch_of !== parent) throw new Refusal('not-found');
    if (branch.state !== 'open') throw new Refusal('space-shut');
    await this.units.runAs('system:access', place, ENTER, async () => {
      this.units.notes({ branch: key });
      await this.provisioner.rows(SPACES_SQL.entered, [key]);
    });
  }

  /** What this branch says of its past, held against its own record and that of the space that it was made from. */
  private async findPast(place: RequestPlace): Promise<PastDto | null> {
    const past = await this.units.runAs('system:record', place, LIST, async () => {
      const rows = rowsIn(this.units.manager);
      const branch = (await findBranches(rows)).at(-1);
      return branch && { size: branch.size, root: branch.root, holds: await hasPast(rows, branch) };
    });
    if (!past) return null;
    const parent = await this.spaces.parentOf(place.space);
    const holdsInParent =
      parent &&
      (await this.units.unrecorded('system:access', placeIn(parent), () =>
        hasPast(rowsIn(this.units.manager), past),
      ));
    return { ...past, holdsInParent };
  }
}
