import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { Any, Repository } from 'typeorm';
import { may, mayNowhere } from '@repere/access';
import { TeamEntity } from '../../access/entities/accounts/team.entity';
import { principalOf } from '../../platform/unit/principal';
import { Refusal } from '../../platform/refusals/refusal';
import { UnitOfWork } from '../../platform/unit/unit-of-work';
import { CoverQuery } from './cover.query';
import { plannedTeamIds } from './planned-teams';
import type { CoverDto } from './cover.dto';

/** Who stands in for whom, who is on duty, and which cases nobody works on: for a team that knows whom to call. */
@Injectable()
export class CoverPageService {
  constructor(
    @InjectRepository(TeamEntity) private readonly teams: Repository<TeamEntity>,
    private readonly query: CoverQuery,
    private readonly unit: UnitOfWork,
  ) {}

  async showCover(): Promise<CoverDto> {
    const principal = principalOf(this.unit.account);
    const isAllowed = (act: 'list-members' | 'plan-cover', teamId: string): boolean =>
      may(principal, act, { kind: 'team', teamId }).yes;
    const listed = principal.teamIds.filter((id) => isAllowed('list-members', id));
    const teams = await this.teams.find({
      select: { id: true, name: true },
      where: { id: Any(listed) },
      order: { name: 'ASC', id: 'ASC' },
    });
    if (teams.length === 0) throw new Refusal('not-allowed', { reasons: [mayNowhere('list-members')] });
    const teamIds = teams.map(({ id }) => id);
    const planned = plannedTeamIds(this.unit.account);
    const supervised = teamIds.filter((id) => isAllowed('plan-cover', id));
    const uncovered = await this.query.uncovered(supervised);
    this.unit.shows(uncovered.map(({ caseFileId }) => caseFileId));
    return {
      now: new Date(this.unit.now()).toISOString(),
      teams: teams.map(({ id, name }) => ({ id, name, mayPlan: planned.includes(id) })),
      substitutions: await this.query.substitutions(teamIds),
      duties: await this.query.duties(teamIds),
      uncovered,
    };
  }
}
