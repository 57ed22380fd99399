import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsInt, IsOptional, IsUUID, Matches, Max, MaxLength, Min } from 'class-validator';
import { PlainText } from '../../platform/answers/plain-text';
import { WordsDto } from '../../platform/answers/words.dto';
import { LOAD_SIZES, TRAINING_MODES, type TrainingMode } from '@repere/training';
import { LoadDto } from '../loads/loads.dto';

/** The longest assessment: a day of work. */
const MOST_MINUTES = 600;

export const TRAINING_SPACE_STATES = ['creating', 'open', 'copying', 'archived', 'failed'] as const;

export const MOMENT_STATES = ['making', 'kept', 'failed'] as const;

/** A moment of a space that was kept: what branches begin with. */
export class KeptMomentDto {
  @ApiProperty({ format: 'uuid' }) readonly id: string;
  @ApiProperty() readonly title: string;
  @ApiProperty({ enum: MOMENT_STATES, description: '`making`: seconds; ask again' })
  readonly state: (typeof MOMENT_STATES)[number];
  @ApiProperty({
    ...{ type: String, format: 'date-time', nullable: true },
    description: 'Where the space’s clock stood; null: it is not kept yet',
  })
  readonly at: string | null;
  @ApiProperty({ description: 'Kept by itself before time went on; it gives way to those that are named' })
  readonly isAutomatic: boolean;
}

export class BranchedFromDto {
  @ApiProperty({ description: 'Key of the space that it is a branch of' }) readonly key: string;
  @ApiProperty({ format: 'date-time', description: 'Where that space’s clock stood' }) readonly at: string;
}

export class TrainingSpaceDto {
  @ApiProperty({ description: 'First segment of its address: `/s/<key>/`' }) readonly key: string;
  @ApiProperty() readonly title: string;
  @ApiProperty({ enum: TRAINING_SPACE_STATES, description: '`creating`, `copying`: seconds; ask again' })
  readonly state: (typeof TRAINING_SPACE_STATES)[number];
  @ApiProperty({ description: 'Of one that is being made: a try before this one came to nothing' })
  readonly isTriedAgain: boolean;
  @ApiProperty({ type: String, nullable: true, description: 'The scenario that it begins with; null: empty' })
  readonly scenario: string | null;
  @ApiProperty({ type: WordsDto, nullable: true, description: 'Its title; null: empty' })
  readonly scenarioTitle: WordsDto | null;
  @ApiProperty({ enum: TRAINING_MODES, description: 'How its class works' }) readonly mode: TrainingMode;
  @ApiProperty({ type: 'integer', nullable: true, description: 'Of an assessment: how long it takes' })
  readonly minutes: number | null;
  @ApiProperty({ format: 'date-time', description: 'The space’s clock' }) readonly now: string;
  @ApiProperty({ format: 'date-time', description: 'When somebody last came in' }) readonly enteredAt: string;
  @ApiProperty({
    format: 'date-time',
    description: 'When it goes by itself, unless somebody comes in before',
  })
  readonly endsAt: string;
  @ApiProperty({ description: 'Whether it is near' }) readonly endsSoon: boolean;
  @ApiProperty({ type: BranchedFromDto, nullable: true, description: 'Of a branch: what it began with' })
  readonly branchOf: BranchedFromDto | null;
  @ApiProperty({ type: [KeptMomentDto], description: 'First to last' })
  readonly moments: readonly KeptMomentDto[];
  @ApiProperty({ type: LoadDto, nullable: true, description: 'Fictional cases that it is given; null: none' })
  readonly load: LoadDto | null;
}

export class TrainingSpacesDto {
  @ApiProperty({ description: 'Whether this installation makes training spaces' })
  readonly isPossible: boolean;
  @ApiProperty({ description: 'How many one person may have at once' }) readonly most: number;
  @ApiProperty({ description: 'How many moments are kept of one space' }) readonly mostMoments: number;
  @ApiProperty({ type: [TrainingSpaceDto] }) readonly spaces: readonly TrainingSpaceDto[];
}

export class NewTrainingSpaceDto {
  @ApiProperty({ maxLength: 60, description: 'What the class is called; nobody’s name' })
  @PlainText(60)
  readonly title: string;

  @ApiPropertyOptional({ example: 'first-night', description: 'None: an empty space' })
  @IsOptional()
  @MaxLength(80)
  @Matches(/^[a-z0-9]+(-[a-z0-9]+)*$/)
  readonly scenario?: string;

  @ApiPropertyOptional({ format: 'uuid', description: 'One that whoever asks wrote, as it is now' })
  @IsOptional()
  @IsUUID('4')
  readonly ownScenario?: string;

  @ApiPropertyOptional({
    enum: TRAINING_MODES,
    description:
      '`guided`: remarks as one goes; `practice` (unless said): feedback at the end; `assessment`: timed, no hint',
  })
  @IsOptional()
  @IsIn(TRAINING_MODES)
  readonly mode?: TrainingMode;

  @ApiPropertyOptional({
    ...{ type: 'integer', minimum: 1, maximum: MOST_MINUTES },
    description:
      'Of an assessment: how long it takes; unless said, as long as its scenario does, an hour without one',
  })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(MOST_MINUTES)
  readonly minutes?: number;

  @ApiPropertyOptional({
    enum: LOAD_SIZES,
    description: 'Fictional cases that it is given besides; none unless said',
  })
  @IsOptional()
  @IsIn(LOAD_SIZES)
  readonly cases?: (typeof LOAD_SIZES)[number];
}

export class RemoveTrainingSpaceQueryDto {
  @ApiPropertyOptional({
    enum: ['keep'],
    description: '`keep`: spaces that began with a moment of this one stay; unless said, they go as well',
  })
  @IsOptional()
  @IsIn(['keep'])
  readonly branches?: 'keep';
}

export const SPACE_CHANGES = ['begin-anew', 'archive', 'reopen'] as const;

export class ChangeTrainingSpaceDto {
  @ApiProperty({ enum: SPACE_CHANGES, description: '`begin-anew`: what was done in it goes' })
  @IsIn(SPACE_CHANGES)
  readonly change: (typeof SPACE_CHANGES)[number];
}

export class EnteredTrainingSpaceDto {
  @ApiProperty({ example: '/s/7k2m9qpxab/' }) readonly path: string;
}
