import { ApiProperty } from '@nestjs/swagger';
import { CASE_RULES, type CaseRule } from '@repere/privacy';
import { IsIn, IsInt, Max, Min, ValidateIf } from 'class-validator';
import type { Shown } from '@repere/cases';
import { NamedDto } from '../../cases/page/case-file.dto';
import { PlainText } from '../../platform/answers/plain-text';
import { shownText } from '../../platform/answers/shown';
import { WordsDto } from '../../platform/answers/words.dto';

/** 150 years: longer than anybody asks. */
const MOST_MONTHS = 1_800;

export class ProposePeriodDto {
  @ApiProperty({
    type: 'integer',
    nullable: true,
    minimum: 0,
    maximum: MOST_MONTHS,
    description: '`null`: none',
  })
  @ValidateIf((_it, value) => value !== null)
  @IsInt()
  @Min(0)
  @Max(MOST_MONTHS)
  readonly months: number | null;

  @ApiProperty({ description: 'The text, decision or advice that it stands on' })
  @PlainText(1_000)
  readonly source: string;
}

export class SettleDto {
  @ApiProperty({ enum: ['agreed', 'refused'] })
  @IsIn(['agreed', 'refused'])
  readonly outcome: 'agreed' | 'refused';
}

export class MadeDto {
  @ApiProperty({ format: 'uuid' }) readonly id: string;
}

export class RetentionDecisionDto {
  @ApiProperty({ format: 'uuid' }) readonly id: string;
  @ApiProperty({ enum: CASE_RULES }) readonly rule: CaseRule;
  @ApiProperty({ type: 'integer', nullable: true }) readonly months: number | null;
  @ApiProperty() readonly source: string;
  @ApiProperty({ type: NamedDto }) readonly proposedBy: NamedDto;
  @ApiProperty({ format: 'date-time' }) readonly proposedAt: string;
  @ApiProperty({ enum: ['proposed', 'in-force', 'replaced', 'refused'] })
  readonly state: 'proposed' | 'in-force' | 'replaced' | 'refused';
  @ApiProperty({ type: NamedDto, nullable: true }) readonly settledBy: NamedDto | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) readonly settledAt: string | null;
  @ApiProperty() readonly maySettle: boolean;
}

export class RetentionLineDto {
  @ApiProperty() readonly id: string;
  @ApiProperty({ type: WordsDto }) readonly what: WordsDto;
  @ApiProperty({ type: WordsDto }) readonly from: WordsDto;
  @ApiProperty({ type: 'integer', nullable: true, description: '`null`: no figure is known' })
  readonly months: number | null;
  @ApiProperty({ type: 'integer', nullable: true }) readonly days: number | null;
  @ApiProperty({ enum: ['LEGAL', 'TOOL'] }) readonly origin: 'LEGAL' | 'TOOL';
  @ApiProperty({ type: WordsDto }) readonly source: WordsDto;
  @ApiProperty({ enum: ['A', 'B', 'C', 'U'] }) readonly confidence: 'A' | 'B' | 'C' | 'U';
  @ApiProperty({ enum: ['verified', 'unverified'], description: 'An unverified rule erases nothing' })
  readonly status: 'verified' | 'unverified';
  @ApiProperty({ enum: ['two-persons', 'by-itself', 'never'] }) readonly ends:
    'two-persons' | 'by-itself' | 'never';
  @ApiProperty() readonly mayDecide: boolean;
  @ApiProperty({ type: [RetentionDecisionDto] }) readonly decisions: readonly RetentionDecisionDto[];
}

export class RetentionRulesDto {
  @ApiProperty({ type: [RetentionLineDto] }) readonly items: readonly RetentionLineDto[];
}

export class DueCaseDto {
  @ApiProperty({ format: 'uuid' }) readonly caseFileId: string;
  @ApiProperty() readonly reference: string;
  @ApiProperty(shownText('The name'))
  readonly calledName: Shown<string>;
  @ApiProperty({ type: NamedDto }) readonly team: NamedDto;
  @ApiProperty({ format: 'date' }) readonly closedOn: string;
  @ApiProperty({ format: 'date', description: 'The first day after the last period' }) readonly dueOn: string;
  @ApiProperty({ enum: CASE_RULES }) readonly rule: CaseRule;
  @ApiProperty() readonly isHeld: boolean;
  @ApiProperty() readonly isProposed: boolean;
}

export class DueCasesDto {
  @ApiProperty({ type: [DueCaseDto] }) readonly items: readonly DueCaseDto[];
  @ApiProperty({ type: String, nullable: true }) readonly next: string | null;
  @ApiProperty({ description: '`false`: no period is in force, so nothing is due' })
  readonly hasPeriod: boolean;
}
