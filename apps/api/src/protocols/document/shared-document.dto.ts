import { ApiExtraModels, ApiProperty, ApiPropertyOptional, getSchemaPath } from '@nestjs/swagger';
import type { Moment, ReasonList, RefusedWords, SharedDocument, Source } from '@repere/protocol';
import { mapOf } from '../../platform/answers/described-maps';
import { WordsDto } from '../../platform/answers/words.dto';
import { FactDefinitionDto } from './fact-definition.dto';

class MomentDto implements Moment {
  @ApiProperty() readonly from: string;
  @ApiProperty({ description: 'A period' }) readonly after: string;
  @ApiProperty({ enum: ['latest', 'earliest'] }) readonly at: 'latest' | 'earliest';
  @ApiProperty({ type: WordsDto }) readonly title: WordsDto;
}

const MAP_OF_TEXTS = { type: 'object', additionalProperties: { type: 'string' } } as const;
export const REASONS = {
  type: 'object',
  additionalProperties: { type: 'object', additionalProperties: { $ref: getSchemaPath(WordsDto) } },
  description: 'Closed lists: by code, its words',
} as const;

export const CONTRADICTIONS = {
  type: 'object',
  additionalProperties: MAP_OF_TEXTS,
  description: 'By list and code: an expression under which a reason contradicts what is recorded',
} as const;

/** What several protocols ask, and its words. */
@ApiExtraModels(FactDefinitionDto, MomentDto, WordsDto)
export class SharedWordsDto {
  @ApiProperty(mapOf(FactDefinitionDto, 'By id')) readonly facts: Readonly<Record<string, FactDefinitionDto>>;
  @ApiProperty(mapOf(MomentDto, 'By name')) readonly moments: Readonly<Record<string, MomentDto>>;
  @ApiProperty(REASONS) readonly reasons: Readonly<Record<string, ReasonList>>;
  @ApiProperty(mapOf(WordsDto, 'Kinds, by code')) readonly evidence: Readonly<Record<string, WordsDto>>;
}

/** `facts.yaml`: what protocols share, owned by the case. */
export class SharedDocumentDto extends SharedWordsDto implements SharedDocument {
  @ApiProperty({ type: 'integer', description: 'Version of the protocol language' })
  readonly language: number;
  @ApiPropertyOptional(CONTRADICTIONS) readonly contradictions?: SharedDocument['contradictions'];
  @ApiProperty({
    type: 'object',
    properties: { fr: MAP_OF_TEXTS, en: MAP_OF_TEXTS },
    required: ['fr', 'en'],
    selfRequired: true,
    description: 'Words that blame a child, and what to say instead',
  })
  readonly refusedWords: RefusedWords;
}

class RenumberedTextDto {
  @ApiProperty() readonly was: string;
  @ApiProperty() readonly is: string;
  @ApiProperty({ description: 'Since when' }) readonly from: string;
}

/** What `basis` cites: an item of the report, a fact of law or practice, a guard. */
export class SourceDto implements Source {
  @ApiProperty({ example: 'F24' }) readonly code: string;
  @ApiProperty({ type: WordsDto }) readonly title: WordsDto;
  @ApiPropertyOptional({ enum: ['A', 'B', 'C', 'U'] }) readonly confidence?: Source['confidence'];
  @ApiPropertyOptional({ description: 'Lines of the report' }) readonly lines?: string;
  @ApiPropertyOptional({ description: 'Where a fact was read' }) readonly source?: string;
  @ApiPropertyOptional({ format: 'date' }) readonly inForce?: string;
  @ApiPropertyOptional({ type: [RenumberedTextDto] }) readonly aliases?: readonly RenumberedTextDto[];
}
