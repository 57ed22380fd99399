import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional, Matches, ValidateIf } from 'class-validator';
import {
  BREAK_GLASS_REASONS,
  BREAK_GLASS_VERDICTS,
  type BreakGlassReason,
  type BreakGlassVerdict,
} from '@repere/cases';
import { Part } from '../../platform/requests/nested-parts';
import { PlainText } from '../../platform/answers/plain-text';
import { EDTF_BIRTH } from '../opening/child.dto';
import { BreakGlassShownDto } from '../grants/case-access.dto';

class SoughtChildDto {
  @ApiProperty() @PlainText(200) readonly calledName: string;
  @ApiPropertyOptional() @IsOptional() @PlainText(200) readonly familyName?: string;
  @ApiProperty({ example: '2010', description: 'EDTF: year, month or day; `~` when estimated' })
  @Matches(EDTF_BIRTH)
  readonly birth: string;
}

export class BreakGlassDto {
  @ApiPropertyOptional({ example: 'RP-7K2M-9Q4X', description: 'Or `child`' })
  // `null` is absent here too; a reference beside a child is looked at all the same.
  @ValidateIf(({ child, reference }: BreakGlassDto) => !child || (reference ?? null) !== null)
  @PlainText(40)
  readonly reference?: string;

  @ApiPropertyOptional({ type: SoughtChildDto, description: 'Or `reference`' })
  @IsOptional()
  @Part(() => SoughtChildDto)
  readonly child?: SoughtChildDto;

  @ApiProperty({ enum: BREAK_GLASS_REASONS })
  @IsIn(BREAK_GLASS_REASONS)
  readonly reason: BreakGlassReason;
  @ApiProperty() @PlainText(2_000, 10) readonly words: string;
}

export class BrokenGlassDto {
  @ApiProperty({ format: 'uuid' }) readonly caseFileId: string;
  @ApiProperty({
    type: String,
    format: 'date-time',
    nullable: true,
    description: '`null`: it was open to the reader already',
  })
  readonly until: string | null;
}

class ToReviewDto extends BreakGlassShownDto {
  @ApiProperty({ format: 'uuid' }) readonly caseFileId: string;
  @ApiProperty() readonly reference: string;
  @ApiProperty() readonly mayReview: boolean;
}

export class BreakGlassReviewsDto {
  @ApiProperty({ format: 'date-time' }) readonly now: string;
  @ApiProperty({ type: [ToReviewDto] }) readonly items: readonly ToReviewDto[];
  @ApiProperty({ type: String, nullable: true }) readonly next: string | null;
}

export class ReviewBreakGlassDto {
  @ApiProperty({ enum: BREAK_GLASS_VERDICTS })
  @IsIn(BREAK_GLASS_VERDICTS)
  readonly verdict: BreakGlassVerdict;
  @ApiProperty() @PlainText(2_000) readonly words: string;
}
