import { Injectable } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import { Refusal } from '../../platform/refusals/refusal';
import type { RequestPlace } from '../../platform/requests/request-origin';
import { Provisioner } from '../../platform/spaces/making/provisioner';
import {
  TRAINING_SPACES_SQL as SPACES_SQL,
  type TrainingSpaceRow,
} from '../../platform/spaces/making/training-space-rows';
import { Spaces } from '../../platform/spaces/spaces';
import type { DeclaredAct } from '../../platform/unit/act';
import { UnitOfWork } from '../../platform/unit/unit-of-work';
import type { GroupStandingDto } from './group-standing.dto';
import { ReadGroup } from './read-group.service';

const LOOK: DeclaredAct = { type: 'training.board', purpose: 'training', idempotent: false };
const ENTER: DeclaredAct = { ...LOOK, type: 'training.enter-group' };

/** Who keeps the board open looks once: its record has one look in so many minutes, and not each of some hundreds. */
const SAME_LOOK_MS = 5 * 60_000;
const MOST_LOOKS = 500;

/**
 * The open training spaces of one trainer side by side, for whoever leads in one of them. Each is read in its own unit of work, so that
 * its own record says that it was looked at; the live space reads none of them.
 */
@Injectable()
export class ShowBoard {
  private readonly looks = new LRUCache<string, true>({ max: MOST_LOOKS, ttl: SAME_LOOK_MS });

  constructor(
    private readonly units: UnitOfWork,
    private readonly spaces: Spaces,
    private readonly provisioner: Provisioner,
    private readonly groups: ReadGroup,
  ) {}

  /** The one that is asked in comes first. `nonce`: what the cookie of whoever leads says, so that each has looks of their own. */
  async listGroups(place: RequestPlace, nonce: string): Promise<readonly GroupStandingDto[]> {
    const here = await this.provisioner.findRow(place.space);
    const own = await this.provisioner.rows<TrainingSpaceRow>(SPACES_SQL.ofOwner, [here.owner_id]);
    const others = own.filter(({ key, state }) => key !== here.key && state === 'open');
    const groups = [await this.readIn(place, here, true, nonce)];
    for (const row of others) {
      const space = await this.spaces.findSpace(row.key);
      // Put away meanwhile.
      if (space?.kind === 'training') groups.push(await this.readIn({ ...place, space }, row, false, nonce));
    }
    return groups;
  }

  /** Takes the trainer into another of their open spaces; refuses any other. Both records say so. */
  async enterGroup(place: RequestPlace, key: string): Promise<void> {
    const { owner_id: ownerId } = await this.provisioner.findRow(place.space);
    const [group] = await this.provisioner.rows<TrainingSpaceRow>(SPACES_SQL.find, [key, ownerId]);
    if (!group) throw new Refusal('not-found');
    const space = await this.spaces.findSpace(key);
    if (group.state !== 'open' || space?.kind !== 'training') throw new Refusal('space-shut');
    await this.units.runAs('system:access', place, ENTER, async () => {
      this.units.notes({ group: key });
      await this.provisioner.rows(SPACES_SQL.entered, [key]);
    });
    await this.units.runAs('system:access', { ...place, space }, ENTER, async () =>
      this.units.notes({ from: place.space.key }),
    );
  }

  private async readIn(
    place: RequestPlace,
    row: TrainingSpaceRow,
    isHere: boolean,
    nonce: string,
  ): Promise<GroupStandingDto> {
    const look = `${place.space.id} ${nonce}`;
    if (!this.looks.has(look)) {
      await this.units.runAs('system:access', place, LOOK, async () => this.units.notes({ isHere }));
      this.looks.set(look, true);
    }
    return this.groups.readGroup(place, row, isHere);
  }
}
