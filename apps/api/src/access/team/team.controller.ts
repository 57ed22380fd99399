import { Controller } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { may, mayNowhere } from '@repere/access';
import { Refusal } from '../../platform/refusals/refusal';
import { UnitOfWork } from '../../platform/unit/unit-of-work';
import { principalOf } from '../../platform/unit/principal';
import { TeamDto } from './team.dto';
import { TeamQuery } from './team.query';
import { Route } from '../../platform/routes/route';

@ApiTags('access')
@Controller('team')
export class TeamController {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly team: TeamQuery,
  ) {}

  @Route('GET', {
    summary: 'Active accounts of the reader’s teams, for assigning',
    act: 'team.read',
    purpose: 'administration',
    needs: { on: 'team', act: 'list-members' },
    answers: TeamDto,
    refuses: [],
  })
  async readTeam(): Promise<TeamDto> {
    const { account } = this.unit;
    const open = account.teams.filter(
      ({ id }) => may(principalOf(account), 'list-members', { kind: 'team', teamId: id }).yes,
    );
    if (open.length === 0) throw new Refusal('not-allowed', { reasons: [mayNowhere('list-members')] });
    const items = await this.team.mates(open.map(({ id }) => id));
    return { items };
  }
}
