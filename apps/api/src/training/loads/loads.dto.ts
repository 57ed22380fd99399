import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { LOAD_SIZES, MOST_SEED } from '@repere/training';
import { IsIn, IsInt, IsOptional, Max, Min } from 'class-validator';
import { LOAD_STATES, type LoadState } from '../../platform/spaces/making/load-rows';

/** Fictional cases that a space is given. */
export class LoadDto {
  @ApiProperty({ type: 'integer', description: 'How many it is given' }) readonly cases: number;
  @ApiProperty({ type: 'integer', description: 'Their series: the same number, the same children' })
  readonly seed: number;
  @ApiProperty({ type: 'integer', description: 'How many are there' }) readonly done: number;
  @ApiProperty({ enum: LOAD_STATES, description: '`waiting`: it goes on by itself; ask again' })
  readonly state: LoadState;
}

export class AskForLoadDto {
  @ApiProperty({ enum: LOAD_SIZES, description: 'How many fictional cases' })
  @IsIn(LOAD_SIZES)
  readonly cases: (typeof LOAD_SIZES)[number];

  @ApiPropertyOptional({
    ...{ type: 'integer', minimum: 0, maximum: MOST_SEED },
    description: 'Of another space, to have the same children; unless said, one of its own',
  })
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(MOST_SEED)
  readonly seed?: number;
}

export const LOAD_CHANGES = ['stop', 'go-on'] as const;

export class ChangeLoadDto {
  @ApiProperty({ enum: LOAD_CHANGES, description: '`stop`: what is there stays' })
  @IsIn(LOAD_CHANGES)
  readonly change: (typeof LOAD_CHANGES)[number];
}
