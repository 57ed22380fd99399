import { ApiProperty } from '@nestjs/swagger';
import { TRAINING_MODES, type TrainingMode } from '@repere/training';
import { WordsDto } from '../../platform/answers/words.dto';

/** Somebody who learns in a class. */
export class StandingLearnerDto {
  @ApiProperty({ description: 'Their nickname' }) readonly name: string;
  @ApiProperty({
    ...{ type: 'integer', nullable: true },
    description: 'Seconds since their last act, by the machine’s clock; null: nothing yet',
  })
  readonly secondsSince: number | null;
  @ApiProperty({
    type: 'integer',
    description: 'Seconds since they asked to come in, by the machine’s clock',
  })
  readonly secondsIn: number;
}

/** The last act of a class. */
export class StandingActDto {
  @ApiProperty({ type: String, nullable: true, description: 'Who; null: an account that is no more' })
  readonly who: string | null;
  @ApiProperty({ type: WordsDto }) readonly what: WordsDto;
  @ApiProperty({ type: 'integer', description: 'Seconds since, by the machine’s clock' })
  readonly secondsSince: number;
}

/** So many of so many. */
export class StandingProgressDto {
  @ApiProperty({ type: 'integer' }) readonly done: number;
  @ApiProperty({ type: 'integer' }) readonly of: number;
}

/** The step that is late since the longest. */
export class StandingLateStepDto {
  @ApiProperty({ type: WordsDto }) readonly title: WordsDto;
  @ApiProperty({ format: 'date-time', description: 'Since when, by the space’s clock' })
  readonly since: string;
}

/** The case that the class works on. */
export class StandingCaseDto {
  @ApiProperty({ type: StandingActDto, nullable: true, description: 'null: the class has done nothing yet' })
  readonly lastAct: StandingActDto | null;
  @ApiProperty({
    type: StandingProgressDto,
    description: 'Steps that are done or set aside, of those that were possible by now',
  })
  readonly steps: StandingProgressDto;
  @ApiProperty({
    ...{ type: StandingProgressDto, nullable: true },
    description: 'What the scenario expects; null: nothing that a machine sees, or it takes too much work',
  })
  readonly expectations: StandingProgressDto | null;
  @ApiProperty({ type: 'integer', description: 'Steps that can be done now' }) readonly open: number;
  @ApiProperty({ type: StandingLateStepDto, nullable: true }) readonly late: StandingLateStepDto | null;
}

/** A class on the board. */
export class GroupStandingDto {
  @ApiProperty({ description: 'First segment of its address' }) readonly key: string;
  @ApiProperty() readonly title: string;
  @ApiProperty({ description: 'Whether it is the one that is asked in' }) readonly isHere: boolean;
  @ApiProperty({ type: WordsDto, nullable: true, description: 'Its scenario; null: none' })
  readonly scenario: WordsDto | null;
  @ApiProperty({ enum: TRAINING_MODES }) readonly mode: TrainingMode;
  @ApiProperty({ format: 'date-time', description: 'The space’s clock' }) readonly now: string;
  @ApiProperty({ type: 'integer', description: 'How many wait to be admitted' }) readonly waiting: number;
  @ApiProperty({
    type: [StandingLearnerDto],
    description: 'Who is in; who has done nothing since the longest comes first',
  })
  readonly learners: readonly StandingLearnerDto[];
  @ApiProperty({ type: StandingCaseDto, nullable: true, description: 'null: no case was opened' })
  readonly case: StandingCaseDto | null;
}
