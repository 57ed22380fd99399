import { mayNowhere } from '@repere/access';
import { randomBytes, randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { makeReference, REFERENCE_BYTES } from '@repere/cases';
import { isoDay, localDay } from '@repere/feel';
import { zoneOf } from '@repere/territories';
import { Refusal } from '../../../platform/refusals/refusal';
import { UnitOfWork } from '../../../platform/unit/unit-of-work';
import { ProtocolRegistry } from '../../../protocols/publishing/protocol-registry';
import { MissionFinder } from '../mission-finder';
import { MissionFrameQuery } from './mission-frame.query';
import { refused } from '../../../platform/refusals/refused';
import { MissionStaffQuery } from './mission-staff.query';
import { MissionsRepository } from '../missions.repository';
import type { MissionChoicesDto } from '../mission.dto';
import type { MissionPlanDto, MissionScopeDto } from './mission-plan.dto';

/** Plans of missions, by a supervisor of every team that they look at. */
@Injectable()
export class PlanMission {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly missions: MissionsRepository,
    private readonly finder: MissionFinder,
    private readonly frame: MissionFrameQuery,
    private readonly staff: MissionStaffQuery,
    private readonly registry: ProtocolRegistry,
  ) {}

  async choices(): Promise<MissionChoicesDto> {
    const { account } = this.unit;
    const teams = account.teams.filter(({ id }) => this.finder.leads({ teamIds: [id] }));
    if (teams.length === 0) throw new Refusal('not-allowed', { reasons: [mayNowhere('lead-mission')] });
    const { versions, inForce } = await this.registry.readPublished();
    const zone = zoneOf(teams[0]?.territory);
    return {
      teams: teams.map(({ id, name }) => ({ id, name })),
      auditors: (await this.staff.auditors()).filter(({ id }) => id !== account.id),
      protocols: Object.entries(inForce).flatMap(([name, version]) => {
        const found = versions.get(`${name}@${version}`);
        return found ? [{ name, title: found.document.title }] : [];
      }),
      today: isoDay(localDay(this.unit.now(), zone)),
    };
  }

  /** How many cases the scope takes in. */
  async frameSize(scope: MissionScopeDto): Promise<number> {
    this.refuseOthersTeams(scope);
    refuseBackwards(scope);
    return this.frame.size(scope);
  }

  /** Id of the draft. */
  async draft(plan: MissionPlanDto): Promise<string> {
    await this.check(plan);
    const id = randomUUID();
    await this.missions.insert(id, missionReference(), plan);
    this.unit.aboutMission(id);
    this.unit.notes(committed(plan));
    return id;
  }

  async changeMission(id: string, plan: MissionPlanDto, seen: number): Promise<void> {
    const row = await this.finder.lockToLead(id, seen);
    if (row.state !== 'draft')
      throw refused(
        'mission-settled',
        'La mission est ouverte : son plan ne change plus.',
        'The mission is open: its plan changes no more.',
      );
    await this.check(plan);
    await this.missions.changeMission(id, plan);
    this.unit.notes(committed(plan));
  }

  private async check(plan: MissionPlanDto): Promise<void> {
    this.refuseOthersTeams(plan);
    refuseBackwards(plan);
    if ((plan.method === 'all') !== (plan.size === undefined))
      throw refused(
        'size',
        'Dites combien de dossiers tirer, sauf si tous sont examinés.',
        'Say how many cases to draw, unless all are examined.',
        'size',
      );
    const known = new Set((await this.staff.auditors()).map(({ id }) => id));
    if (plan.auditorIds.includes(this.unit.account.id))
      throw refused(
        'own-audit',
        'Personne n’audite la mission qu’il ouvre.',
        'Nobody audits the mission that they open.',
        'auditorIds',
      );
    if (!plan.auditorIds.every((id) => known.has(id)))
      throw refused(
        'no-auditor',
        'Cette personne n’est pas auditrice.',
        'This person is no auditor.',
        'auditorIds',
      );
  }

  private refuseOthersTeams({ teamIds }: MissionScopeDto): void {
    if (!this.finder.leads({ teamIds }))
      throw new Refusal('not-allowed', { reasons: [mayNowhere('lead-mission')] });
  }
}

function refuseBackwards({ from, to }: MissionScopeDto): void {
  if (from > to)
    throw refused(
      'period',
      'La fin de la période vient avant son début.',
      'The period ends before it begins.',
      'to',
    );
}

/** The plan as the record commits to it: what was not said is not there. */
const committed = ({ size, ...plan }: MissionPlanDto): Readonly<Record<string, unknown>> => ({
  ...plan,
  ...(size !== undefined && { size }),
});

/** As a case's, with `M` for mission. */
const missionReference = (): string => makeReference(randomBytes(REFERENCE_BYTES)).replace(/^RP-/, 'M-');
