import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional, Matches, MaxLength } from 'class-validator';
import { PlainText } from '../../platform/answers/plain-text';
import { WordsDto } from '../../platform/answers/words.dto';
import { CheckProblemDto } from '../../protocols/drafts/drafts.dto';
import { OutOfForceDto } from '../scenarios/out-of-force.dto';

/** The longest that comes with the product has a fifth of it. */
export const MOST_CHARACTERS = 100_000;
/** How many one person has at most. */
export const MOST_OWN = 30;
/** How many texts are kept of one: the oldest goes first. */
export const MOST_VERSIONS = 50;

export class OwnScenarioSummaryDto {
  @ApiProperty({ format: 'uuid' }) readonly id: string;
  @ApiProperty({ type: String, nullable: true, description: 'As its text says; null: it can not be read' })
  readonly name: string | null;
  @ApiProperty({ type: WordsDto, nullable: true }) readonly title: WordsDto | null;
  @ApiProperty({ type: String, nullable: true, description: 'The made-up child' })
  readonly child: string | null;
  @ApiProperty({ type: [String], description: 'The one that is practised comes first' })
  readonly protocols: readonly string[];
  @ApiProperty({ type: [OutOfForceDto], description: 'Versions that it names and that are not in force' })
  readonly outOfForce: readonly OutOfForceDto[];
  @ApiProperty({ type: 'integer', nullable: true }) readonly minutes: number | null;
  @ApiProperty({ type: 'integer', description: 'Errors when it was saved; with one it is not played' })
  readonly errors: number;
  @ApiProperty({ type: 'integer' }) readonly revision: number;
  @ApiProperty({ format: 'date-time' }) readonly changedAt: string;
}

export class ScenarioVersionDto {
  @ApiProperty({ type: 'integer' }) readonly revision: number;
  @ApiProperty({ format: 'date-time' }) readonly savedAt: string;
}

export class ScenarioVersionTextDto extends ScenarioVersionDto {
  @ApiProperty({ description: 'Its text, as it was saved' }) readonly yaml: string;
}

export class OwnScenarioDto extends OwnScenarioSummaryDto {
  @ApiProperty({ description: 'Its text: the scenario is nothing else' }) readonly yaml: string;
  @ApiProperty({ type: [CheckProblemDto], description: 'What the checker says of it now' })
  readonly problems: readonly CheckProblemDto[];
  @ApiProperty({ type: [ScenarioVersionDto], description: 'Texts that are kept, the newest first' })
  readonly versions: readonly ScenarioVersionDto[];
}

export class BeginOwnScenarioDto {
  @ApiPropertyOptional({ description: 'A scenario to begin with: one that came with the product, or an own' })
  @IsOptional()
  @MaxLength(80)
  @Matches(/^[a-z0-9]+(-[a-z0-9]+)*$/)
  readonly from?: string;

  @ApiPropertyOptional({ description: 'A text to begin with, of a file' })
  @IsOptional()
  @PlainText(MOST_CHARACTERS)
  readonly yaml?: string;
}

export class SaveOwnScenarioDto {
  @PlainText(MOST_CHARACTERS)
  readonly yaml: string;
}
