import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { ACCOUNT_STATES, SERVICE_KINDS, type AccountState, type ServiceKind } from '@repere/cases';
import { PHONE_NUMBER } from '@repere/directory';
import { IsIn, IsOptional, Matches } from 'class-validator';
import { PlainText } from '../../../../platform/answers/plain-text';

export class TeamToWriteDto {
  @ApiProperty() @PlainText(120) readonly name: string;

  @ApiPropertyOptional({
    enum: SERVICE_KINDS,
    description: 'What the service is: it decides what it must report',
  })
  @IsOptional()
  @IsIn(SERVICE_KINDS)
  readonly kind?: ServiceKind;

  @ApiPropertyOptional({
    example: '01 23 45 67 89',
    description: 'By which services verify who asks; left out: none',
  })
  @IsOptional()
  @Matches(PHONE_NUMBER)
  readonly checkPhone?: string;

  @ApiPropertyOptional({
    description: 'Of its letters: address and numbers below its name, eight lines at most; left out: none',
  })
  @IsOptional()
  @Matches(/^(?:[^\n]*\n){0,7}[^\n]*$/)
  @PlainText(300)
  readonly letterhead?: string;

  @ApiPropertyOptional({
    example: 'Pour la directrice',
    description: 'Of its letters: in whose name somebody signs; left out: their own',
  })
  @IsOptional()
  @Matches(/^[^\n]*$/)
  @PlainText(120)
  readonly signsFor?: string;
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
  @ApiProperty({ enum: SERVICE_KINDS }) readonly kind: ServiceKind;
  @ApiProperty({ type: String, nullable: true, description: 'By which services verify who asks' })
  readonly checkPhone: string | null;
  @ApiProperty({ type: String, nullable: true, description: 'Of its letters, below its name' })
  readonly letterhead: string | null;
  @ApiProperty({ type: String, nullable: true, description: 'Of its letters: in whose name somebody signs' })
  readonly signsFor: string | null;
  @ApiProperty({ type: [TeamMemberDto] }) readonly members: readonly TeamMemberDto[];
}

export class TeamsDto {
  @ApiProperty({ type: [TeamSummaryDto] }) readonly items: readonly TeamSummaryDto[];
}
