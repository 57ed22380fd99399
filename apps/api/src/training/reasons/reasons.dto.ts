import { ApiProperty } from '@nestjs/swagger';
import { REASON_CRITERIA, type ReasonCriterion } from '@repere/training';
import { ArrayMaxSize, ArrayUnique, IsArray, IsIn, IsOptional } from 'class-validator';
import { PlainText } from '../../platform/answers/plain-text';
import { WordsDto } from '../../platform/answers/words.dto';

/** How whoever leads rates one reason. What stands in neither list was not looked at, and counts nothing. */
export class RateReasonDto {
  @ApiProperty({ enum: REASON_CRITERIA, isArray: true, description: 'What is there' })
  @IsArray()
  @ArrayMaxSize(REASON_CRITERIA.length)
  @ArrayUnique()
  @IsIn(REASON_CRITERIA, { each: true })
  readonly met: readonly ReasonCriterion[];

  @ApiProperty({ enum: REASON_CRITERIA, isArray: true, description: 'What is not there: a point lost each' })
  @IsArray()
  @ArrayMaxSize(REASON_CRITERIA.length)
  @ArrayUnique()
  @IsIn(REASON_CRITERIA, { each: true })
  readonly missing: readonly ReasonCriterion[];

  @ApiProperty({ maxLength: 1000, required: false, description: 'A word about it, for whoever wrote it' })
  @IsOptional()
  @PlainText(1000)
  readonly note?: string;
}

export class ReasonRatingDto {
  @ApiProperty({ enum: REASON_CRITERIA, isArray: true }) readonly met: readonly ReasonCriterion[];
  @ApiProperty({ enum: REASON_CRITERIA, isArray: true }) readonly missing: readonly ReasonCriterion[];
  @ApiProperty({ type: String, nullable: true }) readonly note: string | null;
}

/** An act of the story for which the protocol asks why, with what was written. */
export class WrittenReasonDto {
  @ApiProperty({ format: 'uuid' }) readonly entryId: string;
  @ApiProperty({ format: 'date-time', description: 'By the space’s clock' }) readonly at: string;
  @ApiProperty({ type: String, nullable: true, description: 'Name in this space' })
  readonly who: string | null;
  @ApiProperty({ format: 'uuid' }) readonly runId: string;
  @ApiProperty() readonly step: string;
  @ApiProperty({ type: WordsDto, description: 'The step' }) readonly title: WordsDto;
  @ApiProperty({ type: [WordsDto], description: 'As it was written, one line each, long ones shortened' })
  readonly said: readonly WordsDto[];
  @ApiProperty({ description: 'More was written than `said` has: it stands at the step' })
  readonly isCut: boolean;
  @ApiProperty({ type: [String], description: 'Codes of sources' }) readonly basis: readonly string[];
  @ApiProperty({ type: ReasonRatingDto, nullable: true, description: 'null: not rated, so not counted' })
  readonly rating: ReasonRatingDto | null;
}
