import { ApiProperty } from '@nestjs/swagger';
import { IsISO8601, IsUUID } from 'class-validator';
import { NamedDto } from '../page/case-file.dto';

class CoverTeamDto extends NamedDto {
  @ApiProperty() readonly mayPlan: boolean;
}

export class SubstitutionDto {
  @ApiProperty({ format: 'uuid' }) readonly id: string;
  @ApiProperty({ type: NamedDto }) readonly absent: NamedDto;
  @ApiProperty({ type: NamedDto }) readonly substitute: NamedDto;
  @ApiProperty({ format: 'date-time' }) readonly from: string;
  @ApiProperty({ format: 'date-time' }) readonly until: string;
  @ApiProperty({ type: [String], description: 'Names of the teams whose cases it carries' })
  readonly teams: readonly string[];
}

export class DutyDto {
  @ApiProperty({ format: 'uuid' }) readonly id: string;
  @ApiProperty({ type: NamedDto }) readonly team: NamedDto;
  @ApiProperty({ type: NamedDto }) readonly account: NamedDto;
  @ApiProperty({ format: 'date-time' }) readonly from: string;
  @ApiProperty({ format: 'date-time' }) readonly until: string;
}

export class UncoveredCaseDto {
  @ApiProperty({ format: 'uuid' }) readonly caseFileId: string;
  @ApiProperty() readonly reference: string;
  @ApiProperty({ type: String, nullable: true, description: 'Name of the lead' }) readonly lead:
    string | null;
  @ApiProperty({ enum: ['no-lead', 'conflict', 'left', 'away'] }) readonly why:
    'no-lead' | 'conflict' | 'left' | 'away';
}

export class CoverDto {
  @ApiProperty({ format: 'date-time' }) readonly now: string;
  @ApiProperty({ type: [CoverTeamDto] }) readonly teams: readonly CoverTeamDto[];
  @ApiProperty({ type: [SubstitutionDto] }) readonly substitutions: readonly SubstitutionDto[];
  @ApiProperty({ type: [DutyDto] }) readonly duties: readonly DutyDto[];
  @ApiProperty({ type: [UncoveredCaseDto], description: 'For who plans; a hundred at most' })
  readonly uncovered: readonly UncoveredCaseDto[];
}

export class PlanSubstitutionDto {
  @ApiProperty({ format: 'uuid' }) @IsUUID() readonly absentId: string;
  @ApiProperty({ format: 'uuid' }) @IsUUID() readonly substituteId: string;
  @ApiProperty({ format: 'date-time' }) @IsISO8601({ strict: true }) readonly from: string;
  @ApiProperty({ format: 'date-time' }) @IsISO8601({ strict: true }) readonly until: string;
}

export class PlanDutyDto {
  @ApiProperty({ format: 'uuid' }) @IsUUID() readonly teamId: string;
  @ApiProperty({ format: 'uuid' }) @IsUUID() readonly accountId: string;
  @ApiProperty({ format: 'date-time' }) @IsISO8601({ strict: true }) readonly from: string;
  @ApiProperty({ format: 'date-time' }) @IsISO8601({ strict: true }) readonly until: string;
}

export class PlannedDto {
  @ApiProperty({ format: 'uuid' }) readonly id: string;
}
