import { ApiProperty } from '@nestjs/swagger';
import { DEADLINE_ORIGINS, type DeadlineOrigin } from '@repere/protocol';
import type { Expectation } from '@repere/case-engine';
import type { Shown } from '@repere/cases';
import { shownText } from '../../platform/answers/shown';
import { WordsDto } from '../../platform/answers/words.dto';
import { FitnessDto, FormulaDto } from './conformance.dto';
import { DeviationItemDto } from './deviations/deviations.dto';

const EXPECTATIONS = [
  'expected',
  'open',
  'unknown',
  'waived',
  'not-applicable',
] as const satisfies readonly Expectation[];
const ASKED = { type: Boolean, nullable: true, description: '`null`: the question does not arise' } as const;

class CaseStepConformanceDto {
  @ApiProperty() readonly step: string;
  @ApiProperty({ type: WordsDto }) readonly title: WordsDto;
  @ApiProperty({ enum: EXPECTATIONS }) readonly expectation: Expectation;
  @ApiProperty() readonly weight: number;
  @ApiProperty() readonly times: number;
  @ApiProperty(ASKED) readonly isInOrder: boolean | null;
  @ApiProperty(ASKED) readonly isInTime: boolean | null;
  @ApiProperty(ASKED) readonly isByWhomItShould: boolean | null;
  @ApiProperty(ASKED) readonly isApproved: boolean | null;
  @ApiProperty() readonly isMet: boolean;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) readonly doneAt: string | null;
  @ApiProperty({ enum: DEADLINE_ORIGINS, nullable: true }) readonly origin: DeadlineOrigin | null;
  @ApiProperty({ type: Number, nullable: true }) readonly lateDays: number | null;
}

export class CaseRunConformanceDto extends FitnessDto {
  @ApiProperty({ format: 'uuid' }) readonly runId: string;
  @ApiProperty() readonly protocol: string;
  @ApiProperty() readonly version: string;
  @ApiProperty({ type: WordsDto }) readonly title: WordsDto;
  @ApiProperty({ type: [CaseStepConformanceDto] }) readonly steps: readonly CaseStepConformanceDto[];
}

export class CaseFileConformanceDto extends FitnessDto {
  @ApiProperty({ type: FormulaDto }) readonly formula: FormulaDto;
  @ApiProperty() readonly reference: string;
  @ApiProperty(shownText('The name'))
  readonly calledName: Shown<string>;
  @ApiProperty({ type: [CaseRunConformanceDto] }) readonly runs: readonly CaseRunConformanceDto[];
  @ApiProperty({ type: [DeviationItemDto] }) readonly deviations: readonly DeviationItemDto[];
}
