import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsBoolean, IsIn, IsInt, IsOptional, ValidateIf } from 'class-validator';
import { ClockForward, ClockStride, MOST_AT_ONCE } from './clock-amount';

export const CLOCK_MOVES = ['hours', 'days', 'deadline', 'majority'] as const;

export class MoveClockDto {
  @ApiProperty({
    enum: CLOCK_MOVES,
    description: 'So many hours or days; to the next deadline; to the next eighteenth birthday',
  })
  @IsIn(CLOCK_MOVES)
  readonly by: (typeof CLOCK_MOVES)[number];

  @ApiPropertyOptional({ minimum: 1, maximum: MOST_AT_ONCE, description: 'Hours, or days' })
  @ValidateIf(({ by, amount }: MoveClockDto) => by === 'hours' || by === 'days' || amount !== undefined)
  @ClockStride()
  @ClockForward()
  @IsInt()
  readonly amount?: number;

  @ApiPropertyOptional({
    description:
      'Keep this moment first, so that a branch can begin with it: about a second; unless said, no',
  })
  @IsOptional()
  @IsBoolean()
  readonly keepsMoment?: boolean;
}

export class MovedClockDto {
  @ApiProperty({
    ...{ type: Boolean, nullable: true },
    description: 'Whether one can go back to before; null: it was not asked for',
  })
  readonly isMomentKept: boolean | null;
}

export class SpaceClockDto {
  @ApiProperty({ format: 'date-time' }) readonly now: string;
  @ApiProperty({
    type: String,
    format: 'date-time',
    nullable: true,
    description: 'The next deadline of ours; null: none',
  })
  readonly deadlineAt: string | null;
  @ApiProperty({
    type: String,
    format: 'date-time',
    nullable: true,
    description: 'The next eighteenth birthday; null: none is known',
  })
  readonly majorityAt: string | null;
}
