import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import type { AccountState, ServiceKind } from '@repere/cases';
import { IsIn, IsOptional, Matches } from 'class-validator';
import { PlainText } from '../../../../platform/answers/plain-text';
import { ACCOUNT_STATES } from '../accounts.dto';

const KINDS = ['public', 'association', 'unknown'] as const satisfies readonly ServiceKind[];

export class TeamToWriteDto {
  @ApiProperty({ maxLength: 120 }) @PlainText(120) readonly name: string;

  @ApiPropertyOptional({ enum: KINDS, description: 'What the service is: it decides what it must report' })
  @IsOptional()
  @IsIn(KINDS)
  readonly kind?: ServiceKind;
}

export class NewTeamDto extends TeamToWriteDto {
  @ApiProperty({ description: 'INSEE code of the département: 93, 2A, 974' })
  @Matches(/^[0-9AB]{2,3}$/)
  readonly territory: string;
}

export class TeamMemberDto {
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

export class TeamsDto {
  @ApiProperty({ type: [TeamSummaryDto] }) readonly items: readonly TeamSummaryDto[];
}
