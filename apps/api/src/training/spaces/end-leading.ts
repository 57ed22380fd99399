import { Injectable } from '@nestjs/common';
import { ACCOUNT_ROLES, SERVICE_RIGHTS } from '@repere/access';
import { placeIn } from '../../platform/requests/request-origin';
import { Provisioner } from '../../platform/spaces/making/provisioner';
import type { Space } from '../../platform/spaces/spaces';
import { TRAINING_SPACES_SQL as SQL } from '../../platform/spaces/making/training-space-rows';
import type { DeclaredAct } from '../../platform/unit/act';
import { UnitOfWork } from '../../platform/unit/unit-of-work';
import { LEADING_SQL } from './leading.query';

const ARCHIVE: DeclaredAct = { type: 'training-space.leaderless', purpose: 'training', idempotent: false };

/** Roles that lead training. */
const LEADERS = ACCOUNT_ROLES.filter((role) =>
  (SERVICE_RIGHTS[role] as readonly string[]).includes('lead-training'),
);

/**
 * A space goes on as long as its trainer may lead. Once the account is closed, past its last day, or without a role that leads, what it
 * has is archived: whoever is in there is out, and nothing of it opens by a cookie or a code that was given before.
 */
@Injectable()
export class EndLeading {
  constructor(
    private readonly units: UnitOfWork,
    private readonly provisioner: Provisioner,
  ) {}

  /** Keys of the spaces that were archived. */
  async archiveLeaderless(live: Space): Promise<readonly string[]> {
    const led = await this.provisioner.rows<{ key: string; owner_id: string }>(SQL.led);
    if (led.length === 0) return [];
    const owners = [...new Set(led.map(({ owner_id: owner }) => owner))];
    const leading = await this.units.unrecorded('system:access', placeIn(live), async () => {
      const found = await LEADING_SQL.open.readRows(this.units.manager, [owners, LEADERS]);
      return new Set(found.map(({ id }) => id));
    });
    const keys = led.filter(({ owner_id: owner }) => !leading.has(owner)).map(({ key }) => key);
    for (const key of keys)
      await this.units.runAs('system:access', placeIn(live), ARCHIVE, async () => {
        this.units.notes({ space: key });
        await this.provisioner.rows(SQL.archive, [key]);
      });
    return keys;
  }
}
