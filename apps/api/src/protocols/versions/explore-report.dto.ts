import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import type { CounterExample, Covered, ExploreReport, ProofFinding } from '@repere/protocol';
import { WordsDto } from '../../platform/answers/words.dto';

class CoveredDto implements Covered {
  @ApiProperty({ type: 'integer' }) readonly facts: number;
  @ApiProperty({ type: 'integer' }) readonly classes: number;
  @ApiProperty({ type: 'integer' }) readonly states: number;
  @ApiProperty({ type: 'integer' }) readonly paths: number;
  @ApiProperty({ type: 'integer' }) readonly queries: number;
}

class CounterExampleDto implements CounterExample {
  @ApiProperty({ type: WordsDto, description: 'What happens to the child' }) readonly story: WordsDto;
  @ApiProperty({ type: [WordsDto], description: 'One line an act' }) readonly lines: readonly WordsDto[];
  @ApiProperty({ description: 'An `examples/*.yaml` that fails while the fault is there' })
  readonly example: string;
  @ApiProperty({ type: 'integer' }) readonly acts: number;
  @ApiProperty() readonly isShortest: boolean;
}

class ProofFindingDto implements ProofFinding {
  @ApiProperty({
    enum: ['safeguard', 'can-happen', 'can-be-reached', 'can-end', 'two-persons', 'no-dead-condition'],
  })
  readonly kind: ProofFinding['kind'];
  @ApiProperty() readonly protocol: string;
  @ApiProperty() readonly version: string;
  @ApiProperty({ description: 'Of the safeguard, step, outcome or condition' }) readonly id: string;
  @ApiProperty({ type: WordsDto }) readonly title: WordsDto;
  @ApiProperty({ type: [String] }) readonly basis: readonly string[];
  @ApiProperty({ enum: ['proven', 'bounded', 'broken'] }) readonly verdict: ProofFinding['verdict'];
  @ApiProperty({ enum: ['dependencies', 'solver', 'search', 'solver-and-search'] })
  readonly method: ProofFinding['method'];
  @ApiProperty({ type: CoveredDto }) readonly covered: CoveredDto;
  @ApiPropertyOptional({ type: WordsDto, description: 'What was left out' }) readonly bound?: WordsDto;
  @ApiPropertyOptional({ type: CounterExampleDto }) readonly counterExample?: CounterExampleDto;
}

class ExploredVersionDto {
  @ApiProperty() readonly protocol: string;
  @ApiProperty() readonly version: string;
  @ApiProperty() readonly hash: string;
}

/** What the prover found of versions that were explored together. */
export class ExploreReportDto implements ExploreReport {
  @ApiProperty({ type: [ExploredVersionDto] }) readonly subjects: readonly ExploredVersionDto[];
  @ApiProperty({ type: [ProofFindingDto] }) readonly findings: readonly ProofFindingDto[];
  @ApiProperty({ type: CoveredDto }) readonly covered: CoveredDto;
}
