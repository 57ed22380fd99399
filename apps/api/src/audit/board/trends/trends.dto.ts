import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { BOARD_TRENDS, type BoardTrend, FIRST_ACT_DELAYS, type FirstActDelay } from '@repere/audit';
import { DEADLINE_ORIGINS, type DeadlineOrigin } from '@repere/protocol';
import { IsIn, IsInt, IsOptional, IsString, Max, MaxLength, Min } from 'class-validator';
import { Type } from 'class-transformer';

/** Weeks that are told, the one that runs last. */
export const WEEKS = 8;

class LateCountDto {
  @ApiProperty({ enum: DEADLINE_ORIGINS }) readonly origin: DeadlineOrigin;
  @ApiProperty({ type: 'integer', description: 'Cases' }) readonly cases: number;
}

export class LateWeekDto {
  @ApiProperty({ type: 'integer', description: 'How many weeks ago; 0: the one that runs' })
  readonly weeksAgo: number;
  @ApiProperty({ format: 'date-time', description: 'Its Monday' }) readonly from: string;
  @ApiProperty({ type: [LateCountDto], description: 'One of each origin' })
  readonly late: readonly LateCountDto[];
}

class FirstActDto {
  @ApiProperty({ enum: FIRST_ACT_DELAYS }) readonly delay: FirstActDelay;
  @ApiProperty({ type: 'integer', description: 'Cases' }) readonly cases: number;
}

export class BoardTrendsDto {
  @ApiProperty({ type: [LateWeekDto], description: 'The oldest first: cases in which something became late' })
  readonly weeks: readonly LateWeekDto[];
  @ApiProperty({ type: [FirstActDto], description: 'Cases opened within `days`, one of each delay' })
  readonly firstAct: readonly FirstActDto[];
  @ApiProperty({ type: 'integer' }) readonly days: number;
}

export class TrendCasesQueryDto {
  @ApiProperty({ enum: BOARD_TRENDS })
  @IsIn(BOARD_TRENDS)
  readonly of: BoardTrend;

  @ApiPropertyOptional()
  @IsOptional()
  @IsString()
  @MaxLength(40)
  readonly team?: string;

  @ApiPropertyOptional({ type: 'integer', description: 'Of `late-week`' })
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(0)
  @Max(WEEKS - 1)
  readonly weeksAgo?: number;

  @ApiPropertyOptional({ enum: DEADLINE_ORIGINS, description: 'Of `late-week`' })
  @IsOptional()
  @IsIn(DEADLINE_ORIGINS)
  readonly origin?: DeadlineOrigin;

  @ApiPropertyOptional({ enum: FIRST_ACT_DELAYS, description: 'Of `first-act`' })
  @IsOptional()
  @IsIn(FIRST_ACT_DELAYS)
  readonly delay?: FirstActDelay;

  @ApiPropertyOptional()
  @IsOptional()
  @IsString()
  @MaxLength(500)
  readonly cursor?: string;
}
