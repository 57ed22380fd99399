import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import type { Explanation } from '@repere/case-engine';
import { STEP_STATES, type StepState } from '@repere/protocol';
import { WordsDto } from '../../platform/answers/words.dto';

class OpensWithDto {
  @ApiProperty({ format: 'uuid' }) readonly runId: string;
  @ApiProperty() readonly step: string;
}

class BecauseDto {
  @ApiProperty({ type: WordsDto }) readonly text: WordsDto;
  @ApiPropertyOptional({ description: 'Its name in the conditions of the protocol' }) readonly name?: string;
  @ApiPropertyOptional({ description: 'Fact that it is about' }) readonly fact?: string;
  @ApiPropertyOptional({ format: 'uuid' }) readonly runId?: string;
  @ApiPropertyOptional() readonly step?: string;
  @ApiProperty({ type: [String] }) readonly basis: readonly string[];
  @ApiPropertyOptional({ type: OpensWithDto, description: 'Where the missing answer can be given' })
  readonly opensWith?: OpensWithDto;
}

/** Why a step is as it is, and on what ground. */
export class ExplanationDto implements Explanation {
  @ApiProperty({ enum: STEP_STATES }) readonly state: StepState;
  @ApiProperty({ type: WordsDto }) readonly summary: WordsDto;
  @ApiProperty({ type: [BecauseDto] }) readonly because: readonly BecauseDto[];
  @ApiProperty({ type: [String] }) readonly basis: readonly string[];
}
