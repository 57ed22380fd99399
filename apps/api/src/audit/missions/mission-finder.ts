import { Injectable } from '@nestjs/common';
import { may } from '@repere/access';
import { UUID } from '../../platform/uuid';
import { principalOf } from '../../platform/unit/principal';
import { Refusal } from '../../platform/refusals/refusal';
import { UnitOfWork } from '../../platform/unit/unit-of-work';
import { refused } from '../../platform/refusals/refused';
import { stale } from './mission-refusals';
import type { MissionRow } from './mission-row';
import { MissionsRepository } from './missions.repository';

/** Missions for those who may: a supervisor of all its teams leads it, its auditors work in it while it is open. */
@Injectable()
export class MissionFinder {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly missions: MissionsRepository,
  ) {}

  /** To look at; `not-found` for whom it is not, and for its auditors once it is closed. */
  async readMission(id: string): Promise<MissionRow> {
    if (!UUID.test(id)) throw new Refusal('not-found');
    this.unit.aboutMission(id);
    const row = this.known(await this.missions.findMission(id));
    if (!this.leads(row) && !this.worksIn(row)) throw new Refusal('not-found');
    return row;
  }

  /** For an act of its supervisor's. `seen`: the revision that was read. */
  async lockToLead(id: string, seen: number): Promise<MissionRow> {
    await this.readMission(id);
    const row = this.known(await this.missions.lock(id));
    if (!this.leads(row)) throw new Refusal('not-allowed', { reasons: [NOT_LED] });
    if (row.revision !== seen) throw stale();
    return row;
  }

  /** For work in an open mission, by its auditors, or (`andLead`) by its supervisor as well. */
  async toWorkIn(id: string, { andLead }: { readonly andLead: boolean }): Promise<MissionRow> {
    const row = await this.readMission(id);
    if (!this.worksIn(row) && !(andLead && this.leads(row)))
      throw new Refusal('not-allowed', { reasons: [NOT_AUDITOR] });
    if (row.state !== 'open')
      throw refused('mission-not-open', 'La mission n’est pas ouverte.', 'The mission is not open.');
    return row;
  }

  leads({ teamIds }: Pick<MissionRow, 'teamIds'>): boolean {
    const principal = principalOf(this.unit.account);
    return teamIds.every((teamId) => may(principal, 'lead-mission', { kind: 'team', teamId }).yes);
  }

  worksIn({ auditorIds, state }: MissionRow): boolean {
    const principal = principalOf(this.unit.account);
    return (
      state === 'open' &&
      auditorIds.includes(principal.id) &&
      may(principal, 'work-in-missions', { kind: 'service' }).yes
    );
  }

  private known(row: MissionRow | null): MissionRow {
    if (!row) throw new Refusal('not-found');
    if (this.worksIn(row)) this.unit.audits([row.id]);
    return row;
  }
}

const NOT_LED = {
  code: 'not-lead',
  text: {
    fr: 'Le responsable des équipes de la mission le fait.',
    en: 'The supervisor of the mission’s teams does this.',
  },
};
const NOT_AUDITOR = {
  code: 'not-auditor',
  text: {
    fr: 'L’auditeur nommé dans la mission le fait.',
    en: 'The auditor who is named in the mission does this.',
  },
};
