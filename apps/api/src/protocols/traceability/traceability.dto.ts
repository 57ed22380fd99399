import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import type { ReferenceLine, RefusedWords, TraceAnswer, TraceLine } from '@repere/protocol';
import { WordsDto } from '../../platform/answers/words.dto';

const KINDS = ['protocol', 'step', 'safeguard', 'fact', 'page', 'statistic', 'engine-rule'] as const;

class TraceAnswerDto implements TraceAnswer {
  @ApiProperty({ enum: KINDS }) readonly kind: TraceAnswer['kind'];
  @ApiProperty({ type: WordsDto }) readonly title: WordsDto;
  @ApiPropertyOptional() readonly protocol?: string;
  @ApiPropertyOptional() readonly version?: string;
  @ApiPropertyOptional({ description: 'Of a step, a safeguard, a fact' }) readonly id?: string;
  @ApiPropertyOptional({ description: 'Of a page of the app' }) readonly path?: string;
}

export class TraceLineDto implements TraceLine {
  @ApiProperty({ example: 'S13' }) readonly item: string;
  @ApiProperty({ type: WordsDto }) readonly asks: WordsDto;
  @ApiProperty({ description: 'Lines of the report' }) readonly lines: string;
  @ApiProperty({ type: [TraceAnswerDto] }) readonly answers: readonly TraceAnswerDto[];
  @ApiProperty({ type: WordsDto, nullable: true, description: 'What nothing answers yet' })
  readonly notYet: WordsDto | null;
}

class AliasDto {
  @ApiProperty({ example: 'CPP 706-50' }) readonly was: string;
  @ApiProperty({ example: 'CPP L1451-1' }) readonly is: string;
  @ApiProperty({ format: 'date' }) readonly from: string;
}

export class ReferenceLineDto implements ReferenceLine {
  @ApiProperty({ example: 'F22' }) readonly code: string;
  @ApiProperty({ type: WordsDto }) readonly title: WordsDto;
  @ApiProperty({ enum: ['A', 'B', 'C', 'U'], nullable: true })
  readonly confidence: ReferenceLine['confidence'];
  @ApiProperty({
    type: String,
    format: 'date',
    nullable: true,
    description: 'In force, or decided, on this day',
  })
  readonly inForce: string | null;
  @ApiProperty({ type: String, nullable: true, description: 'Where it was read' })
  readonly source: string | null;
  @ApiProperty({ type: [AliasDto], description: 'Renumbered texts, dated' })
  readonly aliases: readonly AliasDto[];
  @ApiProperty({ type: [TraceAnswerDto] }) readonly citedBy: readonly TraceAnswerDto[];
}

/** Word → better, by language. */
export class WordingDto implements RefusedWords {
  @ApiProperty({ type: 'object', additionalProperties: { type: 'string' } })
  readonly fr: Readonly<Record<string, string>>;
  @ApiProperty({ type: 'object', additionalProperties: { type: 'string' } })
  readonly en: Readonly<Record<string, string>>;
}
