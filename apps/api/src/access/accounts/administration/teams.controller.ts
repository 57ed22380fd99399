import { Body, Controller, Param } from '@nestjs/common';
import { ApiProperty, ApiPropertyOptional, ApiTags } from '@nestjs/swagger';
import type { AccountState, ServiceKind } from '@repere/cases';
import { IsIn, IsOptional, Matches } from 'class-validator';
import { ParseUuid } from '../../../platform/parse-uuid';
import { PlainText } from '../../../platform/plain-text';
import { Route } from '../../../platform/routes/route';
import { created } from '../../../platform/routes/route-answers';
import { ACCOUNT_STATES } from './accounts.dto';
import { TeamsService } from './teams.service';

const KINDS = ['public', 'association', 'unknown'] as const satisfies readonly ServiceKind[];

class TeamToWriteDto {
  @ApiProperty({ maxLength: 120 }) @PlainText(120) readonly name: string;

  @ApiPropertyOptional({ enum: KINDS, description: 'What the service is: it decides what it must report' })
  @IsOptional()
  @IsIn(KINDS)
  readonly kind?: ServiceKind;
}

class NewTeamDto extends TeamToWriteDto {
  @ApiProperty({ description: 'INSEE code of the département: 93, 2A, 974' })
  @Matches(/^[0-9AB]{2,3}$/)
  readonly territory: string;
}

class TeamMemberDto {
  @ApiProperty({ format: 'uuid' }) readonly id: string;
  @ApiProperty() readonly name: string;
  @ApiProperty({ enum: ACCOUNT_STATES }) readonly state: AccountState;
}

export class TeamSummaryDto {
  @ApiProperty({ format: 'uuid' }) readonly id: string;
  @ApiProperty() readonly name: string;
  @ApiProperty() readonly territory: string;
  @ApiProperty() readonly territoryName: string;
  @ApiProperty({ description: 'IANA time zone' }) readonly zone: string;
  @ApiProperty({ enum: KINDS }) readonly kind: ServiceKind;
  @ApiProperty({ type: [TeamMemberDto] }) readonly members: readonly TeamMemberDto[];
}

class TeamsDto {
  @ApiProperty({ type: [TeamSummaryDto] }) readonly items: readonly TeamSummaryDto[];
}

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
  async list(): Promise<TeamsDto> {
    return { items: await this.teams.all() };
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
  async create(@Body() { name, territory, kind }: NewTeamDto): Promise<TeamsDto> {
    await this.teams.create(name.trim(), territory, kind);
    return { items: await this.teams.all() };
  }

  @Route('PUT :id', {
    summary: 'Another name for a team, or what its service is',
    act: 'teams.rename',
    purpose: 'administration',
    needs: { on: 'service', act: 'manage-accounts' },
    once: false,
    answers: TeamsDto,
    refuses: ['not-found', 'invalid', 'conflict', 'unsupported-media'],
  })
  async rename(
    @Param('id', new ParseUuid()) id: string,
    @Body() { name, kind }: TeamToWriteDto,
  ): Promise<TeamsDto> {
    await this.teams.change(id, name.trim(), kind ?? null);
    return { items: await this.teams.all() };
  }
}
