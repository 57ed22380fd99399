import { ApiProperty } from '@nestjs/swagger';
import { IsBoolean } from 'class-validator';
import { WordsDto } from '../../platform/answers/words.dto';
import { TRAINING_MODES, type TrainingMode } from '@repere/training';
import { AssessmentLimitDto } from './assessment-limit.dto';
import { OutOfForceDto } from '../scenarios/out-of-force.dto';
import { LearnerDto } from '../learners/learners.dto';

export class GroupDto {
  @ApiProperty({
    type: WordsDto,
    nullable: true,
    description: 'The scenario that it began with; null: empty, without a score',
  })
  readonly scenario: WordsDto | null;
  @ApiProperty({
    type: [OutOfForceDto],
    description:
      'Versions that it names and that were not in force where it comes from, when its owner came in last',
  })
  readonly outOfForce: readonly OutOfForceDto[];
  @ApiProperty({ enum: TRAINING_MODES }) readonly mode: TrainingMode;
  @ApiProperty({ description: 'How long the scenario takes with a class, in minutes; 0: none' })
  readonly minutes: number;
  @ApiProperty({ type: AssessmentLimitDto, nullable: true, description: 'null: no assessment' })
  readonly limit: AssessmentLimitDto | null;
  @ApiProperty({
    ...{ type: String, format: 'date-time', nullable: true },
    description: 'Until when learners come in by the code, by the machine’s clock; null: closed',
  })
  readonly codeUntil: string | null;
  @ApiProperty({ description: 'Whether learners see the score' }) readonly isScoreShown: boolean;
  @ApiProperty({ description: 'How many learners it has at most' }) readonly most: number;
  @ApiProperty({ type: [LearnerDto], description: 'Who waits comes first' })
  readonly learners: readonly LearnerDto[];
}

export class JoinCodeDto {
  @ApiProperty({ example: 'K7PM2QXD', description: 'Said this once: only its keyed hash is kept' })
  readonly code: string;
  @ApiProperty({ format: 'date-time' }) readonly until: string;
}

export class AdmitDto {
  @ApiProperty({ description: 'false: not admitted, or shown out again' })
  @IsBoolean()
  readonly isAdmitted: boolean;
}

export class ShowScoreDto {
  @ApiProperty({ description: 'Whether learners see it' })
  @IsBoolean()
  readonly isShown: boolean;
}
