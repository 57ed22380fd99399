import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { Repository } from 'typeorm';
import { territoryOf } from '@repere/territories';
import { Refusal } from '../../../../platform/refusals/refusal';
import { UnitOfWork } from '../../../../platform/unit/unit-of-work';
import { TeamEntity } from '../../../entities/accounts/team.entity';
import { TeamsQuery } from './teams.query';
import { Administrator } from '../administrator';
import type { NewTeamDto, TeamSummaryDto, TeamToWriteDto } from './teams.dto';
import { demandTerritory } from '../../../../platform/refusals/invalid-value';

/** Teams and where they work. The territory of a team is for good: time zone and holidays of its cases' deadlines come from it. */
@Injectable()
export class TeamsService {
  constructor(
    @InjectRepository(TeamEntity) private readonly teams: Repository<TeamEntity>,
    private readonly query: TeamsQuery,
    private readonly unit: UnitOfWork,
    private readonly administrator: Administrator,
  ) {}

  /** By name; a service has tens of them, not thousands. */
  async listTeams(): Promise<readonly TeamSummaryDto[]> {
    this.administrator.demand();
    const found = await this.query.listTeams();
    return found.map((row) => {
      const territory = territoryOf(row.territory);
      return {
        ...row,
        territoryName: territory?.name ?? row.territory,
        zone: territory?.zone ?? 'Europe/Paris',
      };
    });
  }

  async create({ territory, ...team }: NewTeamDto): Promise<void> {
    this.administrator.demand();
    demandTerritory(territory);
    await this.demandFree(team.name, null);
    const row = { territory, kind: 'unknown', ...columnsOf(team) };
    await this.teams.insert(row);
    this.unit.notes(row);
  }

  /** As it is written, what is left out being none; what the service is, where that is said. */
  async changeTeam(id: string, team: TeamToWriteDto): Promise<void> {
    this.administrator.demand();
    await this.demandFree(team.name, id);
    const change = columnsOf(team);
    const { affected } = await this.teams.update(id, change);
    if (affected === 0) throw new Refusal('not-found');
    this.unit.notes({ team: id, ...change });
  }

  private async demandFree(name: string, except: string | null): Promise<void> {
    if (await this.query.isTaken(name, except))
      throw new Refusal('conflict', {
        reasons: [
          {
            code: 'team-taken',
            field: 'name',
            text: { fr: 'Une équipe porte déjà ce nom.', en: 'A team has this name already.' },
          },
        ],
      });
  }
}

const columnsOf = ({ name, kind, checkPhone, letterhead, signsFor }: TeamToWriteDto) => ({
  ...{ name, checkPhone: checkPhone ?? null, letterhead: letterhead ?? null, signsFor: signsFor ?? null },
  ...(kind && { kind }),
});
