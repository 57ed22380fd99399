import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { machineNow } from '../../platform/clocks';
import type { RequestPlace } from '../../platform/requests/request-origin';
import { MOMENTS_SQL, type MomentRow } from '../../platform/spaces/making/moment-rows';
import { Provisioner } from '../../platform/spaces/making/provisioner';
import type { DeclaredAct } from '../../platform/unit/act';
import { UnitOfWork } from '../../platform/unit/unit-of-work';
import { MakeTrainingSpaces } from '../spaces/make-training-spaces';
import { SpaceQuota } from '../spaces/space-quota';
import { MOMENT_CHANGES_SQL } from './moment-changes.query';

const KEEP: DeclaredAct = { type: 'training.keep-moment', purpose: 'training', idempotent: false };

/** What it is called where pages have no words for it. */
const TITLE = 'Avant d’avancer le temps';
/** A copy takes about a second; a machine that is busy for longer keeps no class waiting. */
const LONGEST_MS = 15_000;
const LOOK_EVERY_MS = 100;

/** Keeps the moment before time goes on, without being asked for a name, so that a class can go back to it by a branch. */
@Injectable()
export class KeepBeforeMove {
  constructor(
    private readonly units: UnitOfWork,
    private readonly provisioner: Provisioner,
    private readonly quota: SpaceQuota,
    private readonly making: MakeTrainingSpaces,
  ) {}

  /**
   * Whether one can go back to what was done until now. Where nobody did anything since the last kept moment, that one is it. There may be
   * no room, or the copy may fail: time goes on all the same, and the answer says so.
   */
  async keepMoment(place: RequestPlace): Promise<boolean> {
    const { key } = await this.provisioner.findRow(place.space);
    const [last] = await this.provisioner.rows<MomentRow>(MOMENTS_SQL.lastKept, [key]);
    if (last && !(await this.hasChangedSince(place, last.asked_at))) return true;
    const made = await this.units.runAs('system:access', place, KEEP, async () => {
      const moment = await this.quota.insertAutomatic(randomUUID(), key, TITLE);
      this.units.notes({ moment: moment?.id ?? null, isAutomatic: true });
      return moment;
    });
    if (!made) return false;
    await this.making.settleSoon();
    return this.isKept(made.id, key);
  }

  private hasChangedSince(place: RequestPlace, moment: Date): Promise<boolean> {
    return this.units.unrecorded('system:recompute', place, async () => {
      const act = await MOMENT_CHANGES_SQL.since.first(this.units.manager, [moment]);
      return act !== null;
    });
  }

  /** Waits without a connection to the space, which nobody may be in while it is copied. What comes too late is let go. */
  private async isKept(id: string, key: string): Promise<boolean> {
    for (const until = machineNow() + LONGEST_MS; machineNow() < until; await delay(LOOK_EVERY_MS)) {
      const [moment] = await this.provisioner.rows<MomentRow>(MOMENTS_SQL.find, [id, key]);
      if (moment?.state === 'kept') return true;
      if (moment?.state !== 'making') return false;
    }
    await this.provisioner.rows(MOMENTS_SQL.drop, [id, key]);
    return false;
  }
}
