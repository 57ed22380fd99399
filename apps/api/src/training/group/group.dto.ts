import { ApiProperty } from '@nestjs/swagger';
import { IsBoolean } from 'class-validator';
import { WordsDto } from '../../platform/answers/words.dto';
import { TRAINING_MODES, type TrainingMode } from '@repere/training';
import { AssessmentLimitDto } from './assessment-limit.dto';
import { OutOfForceDto } from '../scenarios/out-of-force.dto';
import { type PartTaken, PARTS } from '../certificates/practised/took-part';
import { LearnerDto } from '../learners/learners.dto';

export class GroupLearnerDto extends LearnerDto {
  @ApiProperty({
    ...{ enum: PARTS, type: String, nullable: true },
    description:
      'By what they took part, on which a certificate rests: an act of theirs in the case; or they followed, by an answer or by opening the case once something was done in it; null: nothing of it is seen, or there is no scenario',
  })
  readonly tookPart: PartTaken | null;
}

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
  @ApiProperty({ type: [GroupLearnerDto], description: 'Who waits comes first' })
  readonly learners: readonly GroupLearnerDto[];
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
