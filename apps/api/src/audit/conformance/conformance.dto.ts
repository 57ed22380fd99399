import { ApiProperty } from '@nestjs/swagger';
import { DEVIATION_KINDS, type DeviationKind } from '@repere/case-engine';
import { WordsDto } from '../../platform/answers/words.dto';

export class NamedTeamDto {
  @ApiProperty({ format: 'uuid' }) readonly id: string;
  @ApiProperty() readonly name: string;
}

export class FormulaDto {
  @ApiProperty({ type: WordsDto }) readonly what: WordsDto;
  @ApiProperty({ type: WordsDto }) readonly weights: WordsDto;
  @ApiProperty({ type: WordsDto }) readonly expected: WordsDto;
  @ApiProperty({ type: WordsDto }) readonly leftOut: WordsDto;
  @ApiProperty({ type: WordsDto }) readonly apart: WordsDto;
}

export class FitnessDto {
  @ApiProperty({ description: 'Sum of the weights of what was expected' }) readonly expected: number;
  @ApiProperty({ description: 'Sum of the weights of what of it was done as it should' })
  readonly met: number;
  @ApiProperty({
    type: Number,
    nullable: true,
    minimum: 0,
    maximum: 1,
    description: '`null` while nothing was expected',
  })
  readonly fitness: number | null;
}

export class ProtocolFiguresDto extends FitnessDto {
  @ApiProperty() readonly protocol: string;
  @ApiProperty({ type: WordsDto }) readonly title: WordsDto;
  @ApiProperty() readonly runs: number;
  @ApiProperty() readonly lateLegal: number;
  @ApiProperty() readonly lateOther: number;
}

export class StepFiguresDto extends FitnessDto {
  @ApiProperty() readonly protocol: string;
  @ApiProperty() readonly step: string;
  @ApiProperty({ type: WordsDto }) readonly title: WordsDto;
  @ApiProperty({ description: 'Runs in which it was expected' }) readonly expectedRuns: number;
  @ApiProperty({ description: 'Runs in which it was done' }) readonly doneRuns: number;
  @ApiProperty({ description: 'How often it was done in all' }) readonly times: number;
  @ApiProperty({
    type: Number,
    nullable: true,
    description: 'Milliseconds from possible to done, for half of them',
  })
  readonly medianWait: number | null;
  @ApiProperty({ type: Number, nullable: true, description: 'The same for nine in ten' })
  readonly ninetiethWait: number | null;
  @ApiProperty() readonly lateLegal: number;
  @ApiProperty() readonly lateOther: number;
  @ApiProperty({ type: Number, nullable: true, minimum: 0, maximum: 1 }) readonly shareLate: number | null;
}

export class DeviationCountDto {
  @ApiProperty({ enum: DEVIATION_KINDS }) readonly kind: DeviationKind;
  @ApiProperty() readonly count: number;
  @ApiProperty() readonly toJudge: number;
}

export class FollowedRulesDto {
  @ApiProperty() readonly protocol: string;
  @ApiProperty({ type: WordsDto }) readonly title: WordsDto;
  @ApiProperty({ type: [String] }) readonly versions: readonly string[];
}

export class ConformanceDto extends FitnessDto {
  @ApiProperty({ type: FormulaDto }) readonly formula: FormulaDto;
  @ApiProperty() readonly cases: number;
  @ApiProperty() readonly runs: number;
  @ApiProperty({ type: [ProtocolFiguresDto] }) readonly protocols: readonly ProtocolFiguresDto[];
  @ApiProperty({ type: [StepFiguresDto] }) readonly steps: readonly StepFiguresDto[];
  @ApiProperty({ type: [DeviationCountDto] }) readonly deviations: readonly DeviationCountDto[];
  @ApiProperty({ type: [FollowedRulesDto] }) readonly rules: readonly FollowedRulesDto[];
  @ApiProperty({ type: [NamedTeamDto] }) readonly teams: readonly NamedTeamDto[];
}
