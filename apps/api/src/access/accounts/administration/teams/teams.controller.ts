import { Body, Controller, Param } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { ParseUuid } from '../../../../platform/requests/parse-uuid';
import { Route } from '../../../../platform/routes/route';
import { created } from '../../../../platform/routes/route-answers';
import { NewTeamDto, TeamsDto, TeamToWriteDto } from './teams.dto';
import { TeamsService } from './teams.service';

@ApiTags('administration')
@Controller('teams')
export class TeamsController {
  constructor(private readonly teams: TeamsService) {}

  @Route('GET', {
    summary: 'Teams with their members, for administrators',
    act: 'teams.list',
    purpose: 'administration',
    needs: { on: 'service', act: 'manage-accounts' },
    answers: TeamsDto,
    refuses: [],
  })
  async listTeams(): Promise<TeamsDto> {
    return { items: await this.teams.listTeams() };
  }

  @Route('POST', {
    summary: 'A new team; its territory is for good',
    act: 'teams.create',
    purpose: 'administration',
    needs: { on: 'service', act: 'manage-accounts' },
    once: true,
    answers: created(TeamsDto),
    refuses: ['invalid', 'conflict', 'unsupported-media'],
  })
  async create(@Body() { name, ...team }: NewTeamDto): Promise<TeamsDto> {
    await this.teams.create({ ...team, name: name.trim() });
    return { items: await this.teams.listTeams() };
  }

  @Route('PUT :id', {
    summary: 'Another name for a team, what its service is, or by which number services verify who asks',
    act: 'teams.rename',
    purpose: 'administration',
    needs: { on: 'service', act: 'manage-accounts' },
    once: false,
    answers: TeamsDto,
    refuses: ['not-found', 'invalid', 'conflict', 'unsupported-media'],
  })
  async rename(
    @Param('id', new ParseUuid()) id: string,
    @Body() { name, ...change }: TeamToWriteDto,
  ): Promise<TeamsDto> {
    await this.teams.changeTeam(id, { ...change, name: name.trim() });
    return { items: await this.teams.listTeams() };
  }
}
