import { ApiProperty } from '@nestjs/swagger';
import { DEVIATION_KINDS, type DeviationKind } from '@repere/case-engine';
import { STEP_HANDLINGS, type StepHandling } from '@repere/training';
import { WordsDto } from '../../platform/answers/words.dto';
import { BranchedFromDto } from '../spaces/training-spaces.dto';
import { ScoreMomentDto } from './moment.dto';

export class HandledStepDto {
  @ApiProperty() readonly step: string;
  @ApiProperty({ type: WordsDto }) readonly title: WordsDto;
  @ApiProperty({ enum: STEP_HANDLINGS }) readonly handling: StepHandling;
}

/** A run of a protocol, step by step. */
export class HandledRunDto {
  @ApiProperty() readonly protocol: string;
  @ApiProperty() readonly version: string;
  @ApiProperty({ type: WordsDto }) readonly title: WordsDto;
  @ApiProperty({ type: [HandledStepDto] }) readonly steps: readonly HandledStepDto[];
}

/** A departure from a protocol, as audit finds it. */
export class GroupDeviationDto {
  @ApiProperty({ enum: DEVIATION_KINDS }) readonly kind: DeviationKind;
  @ApiProperty() readonly protocol: string;
  @ApiProperty() readonly step: string;
  @ApiProperty({ type: WordsDto, description: 'The step' }) readonly title: WordsDto;
  @ApiProperty({ type: WordsDto }) readonly text: WordsDto;
  @ApiProperty({ type: String, nullable: true, description: 'Who entered it; null: nobody did it' })
  readonly who: string | null;
}

/** How a class handled the case of its space. */
export class HandlingDto {
  @ApiProperty({ type: [HandledRunDto] }) readonly runs: readonly HandledRunDto[];
  @ApiProperty({ type: [GroupDeviationDto], description: 'The first 500' })
  readonly deviations: readonly GroupDeviationDto[];
}

/** One of the training spaces with the same scenario that the same person leads. */
export class HandlingGroupDto {
  @ApiProperty({ description: 'What the space is called' }) readonly title: string;
  @ApiProperty({ description: 'Whether it is the one that is asked in' }) readonly isHere: boolean;
  @ApiProperty({ description: 'Key of the space' }) readonly key: string;
  @ApiProperty({ type: BranchedFromDto, nullable: true, description: 'Of a branch: what it began with' })
  readonly branchOf: BranchedFromDto | null;
  @ApiProperty({ type: HandlingDto }) readonly handling: HandlingDto;
  @ApiProperty({ type: [ScoreMomentDto], description: 'What was done, the earliest first, 200 at most' })
  readonly timeline: readonly ScoreMomentDto[];
  @ApiProperty({ description: 'More happened than `timeline` has' }) readonly isCut: boolean;
}
