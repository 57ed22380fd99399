import { Injectable } from '@nestjs/common';
import { Repository } from 'typeorm';
import { InjectRepository } from '@nestjs/typeorm';
import { rowOf } from '../../platform/data/sealed-row';
import { Secrecy } from '../../platform/secrecy/secrecy';
import { UnitOfWork } from '../../platform/unit/unit-of-work';
import { MissionEntity } from '../entities/mission.entity';
import type { MissionContent } from '../entities/mission.entity';
import type { MissionRow } from './mission-row';
import type { ExaminationDto, MissionPlanDto } from './planning/mission-plan.dto';

const MOST = 200;

/** Missions that the actor's policies let through, newest first. */
@Injectable()
export class MissionsRepository {
  constructor(
    @InjectRepository(MissionEntity) private readonly missions: Repository<MissionEntity>,
    private readonly unit: UnitOfWork,
    private readonly secrecy: Secrecy,
  ) {}

  async listMissions(): Promise<readonly MissionRow[]> {
    return this.unsealMissions(
      await this.missions.find({ order: { createdAt: 'DESC', id: 'DESC' }, take: MOST }),
    );
  }

  async findMission(id: string): Promise<MissionRow | null> {
    const [row] = await this.unsealMissions(await this.missions.findBy({ id }));
    return row ?? null;
  }

  /** The same, and nobody else changes it until the transaction ends. */
  async lock(id: string): Promise<MissionRow | null> {
    await this.missions.find({ where: { id }, lock: { mode: 'pessimistic_write' } });
    return this.findMission(id);
  }

  async insert(id: string, reference: string, plan: MissionPlanDto): Promise<void> {
    await this.missions.insert({
      ...{ id, reference, ...(await this.columnsOf(id, plan)) },
      ...{ createdBy: this.unit.account.id, createdAt: new Date(this.unit.now()) },
    });
  }

  async changeMission(id: string, plan: MissionPlanDto): Promise<void> {
    await this.missions.update(id, { ...(await this.columnsOf(id, plan)), revision: NEXT });
  }

  async markOpen(
    id: string,
    drawn: Readonly<Pick<MissionEntity, 'frame' | 'frameHash' | 'seed' | 'seedGiven'>>,
  ): Promise<void> {
    const { account } = this.unit;
    await this.missions.update(id, {
      ...{ ...drawn, state: 'open', revision: NEXT },
      ...{ openedBy: account.id, openedAt: new Date(this.unit.now()) },
    });
  }

  async markClosed(id: string): Promise<void> {
    await this.missions.update(id, {
      ...{ state: 'closed', revision: NEXT },
      ...{ closedBy: this.unit.account.id, closedAt: new Date(this.unit.now()) },
    });
  }

  private async columnsOf(id: string, plan: MissionPlanDto) {
    const { teamIds, auditorIds, from, to, protocols, method, size = null } = plan;
    const key = await this.secrecy.spaceKey();
    return {
      ...{ teamIds, auditorIds, periodFrom: from, periodTo: to, protocols, method, keyId: key.id },
      size: method === 'all' ? null : size,
      content: this.secrecy.seal(key, rowOf(MissionEntity, { id }), 'content', contentOf(plan)),
    };
  }

  private async unsealMissions(rows: readonly MissionEntity[]): Promise<readonly MissionRow[]> {
    if (rows.length === 0) return [];
    const key = await this.secrecy.spaceKey();
    return rows.map((row) => {
      const { periodFrom: from, periodTo: to } = row;
      return { ...row, from, to, content: this.secrecy.openColumn(key, row, 'content') };
    });
  }
}

const NEXT = () => 'revision + 1';

/** Nothing answered yet. */
export const NOT_EXAMINED: ExaminationDto = { answers: [], done: false };

const contentOf = ({ title, question, checklist }: MissionPlanDto): MissionContent => ({
  title,
  question,
  checklist,
});
