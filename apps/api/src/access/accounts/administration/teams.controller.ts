import { Body, Controller, Get, Param, Post, Put } from '@nestjs/common';
import {
  ApiCreatedResponse,
  ApiOkResponse,
  ApiOperation,
  ApiProperty,
  ApiPropertyOptional,
  ApiTags,
} from '@nestjs/swagger';
import type { AccountState, ServiceKind, TeamSummary } from '@repere/cases';
import { IsIn, IsOptional, Matches } from 'class-validator';
import { Act } from '../../../platform/act';
import { Refuses } from '../../../platform/openapi';
import { ParseUuid } from '../../../platform/parse-uuid';
import { PlainText } from '../../../platform/plain-text';
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

class TeamSummaryDto implements TeamSummary {
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

  @Get()
  @Act('teams.list', { purpose: 'administration' })
  @ApiOperation({ summary: 'Teams with their members, for administrators' })
  @ApiOkResponse({ type: TeamsDto })
  @Refuses('not-allowed')
  async list(): Promise<TeamsDto> {
    return { items: await this.teams.all() };
  }

  @Post()
  @Act('teams.create', { purpose: 'administration', idempotent: true })
  @ApiOperation({ summary: 'A new team; its territory is for good' })
  @ApiCreatedResponse({ type: TeamsDto })
  @Refuses('invalid', 'conflict', 'unsupported-media')
  async create(@Body() { name, territory, kind }: NewTeamDto): Promise<TeamsDto> {
    await this.teams.create(name.trim(), territory, kind);
    return { items: await this.teams.all() };
  }

  @Put(':id')
  @Act('teams.rename', { purpose: 'administration' })
  @ApiOperation({ summary: 'Another name for a team, or what its service is' })
  @ApiOkResponse({ type: TeamsDto })
  @Refuses('not-allowed', 'not-found', 'invalid', 'conflict', 'unsupported-media')
  async rename(
    @Param('id', new ParseUuid()) id: string,
    @Body() { name, kind }: TeamToWriteDto,
  ): Promise<TeamsDto> {
    await this.teams.change(id, name.trim(), kind ?? null);
    return { items: await this.teams.all() };
  }
}
