import { ApiExtraModels, ApiProperty, ApiPropertyOptional, getSchemaPath, OmitType } from '@nestjs/swagger';
import {
  COUNTED_ANSWERS,
  type DerivedText,
  FACT_ROLES,
  FACT_TYPE_NAMES,
  type FactDefinition,
  type FactRole,
  type FactTypeName,
  FIELD_CLASSES,
  type FieldClass,
  type ReportableEvent,
} from '@repere/protocol';
import { mapOf } from '../../platform/answers/described-maps';
import { WordsDto } from '../../platform/answers/words.dto';

export class CaseLineDto {
  @ApiProperty({ description: 'Expression' }) readonly when: string;
  @ApiProperty({ description: 'Expression' }) readonly is: string;
}

/** An expression, or lines of which the first counts that is exactly true. */
export const DERIVED = {
  type: 'object' as const,
  additionalProperties: {
    oneOf: [{ type: 'string' }, { type: 'array', items: { $ref: getSchemaPath(CaseLineDto) } }],
  },
  description: 'By name',
};

class CodedValueDto {
  @ApiProperty() readonly code: string;
  @ApiProperty({ type: WordsDto }) readonly label: WordsDto;
}

class ChecklistItemDto {
  @ApiProperty() readonly id: string;
  @ApiProperty({ type: WordsDto }) readonly label: WordsDto;
  @ApiPropertyOptional({ type: WordsDto }) readonly hint?: WordsDto;
}

class SaidOfRowDto {
  @ApiProperty({ description: 'Expression' }) readonly when: string;
  @ApiProperty({ type: WordsDto, description: '`{low}` stands for that field of the row' })
  readonly text: WordsDto;
}

export class ReportableEventDto implements ReportableEvent {
  @ApiProperty({ description: 'What is recorded by telling it' }) readonly answer: string;
  @ApiProperty({ type: WordsDto }) readonly title: WordsDto;
  @ApiPropertyOptional({ type: WordsDto }) readonly hint?: WordsDto;
  @ApiProperty({ type: [String], description: 'Facts that are asked with it' })
  readonly asks: readonly string[];
  @ApiPropertyOptional({ description: 'Protocol that is engaged with it' }) readonly engages?: string;
  @ApiProperty({ type: [String], description: 'Numbers to call first' }) readonly call: readonly string[];
  @ApiProperty() readonly urgent: boolean;
}

const CODES = { type: 'array' as const, items: { type: 'string' as const } };
const COUNTED = {
  type: 'object' as const,
  properties: Object.fromEntries(COUNTED_ANSWERS.map((it) => [it, CODES])),
  description: 'Codes that are counted',
};

@ApiExtraModels(CaseLineDto)
class WholeFactDto {
  @ApiProperty() readonly id: string;
  @ApiProperty({ enum: FACT_TYPE_NAMES }) readonly type: FactTypeName;
  @ApiProperty({ enum: FIELD_CLASSES }) readonly class: FieldClass;
  @ApiProperty({ type: WordsDto }) readonly title: WordsDto;
  @ApiPropertyOptional({ type: WordsDto }) readonly hint?: WordsDto;
  @ApiProperty({ enum: ['never', 'over-time'] }) readonly changes: 'never' | 'over-time';
  @ApiPropertyOptional() readonly multiple?: boolean;
  @ApiPropertyOptional({ type: [CodedValueDto] }) readonly values?: readonly CodedValueDto[];
  @ApiPropertyOptional({ type: [String], description: 'Codes from the most to the least protective' })
  readonly ranked?: readonly string[];
  @ApiPropertyOptional({ type: [ChecklistItemDto] }) readonly items?: readonly ChecklistItemDto[];
  @ApiPropertyOptional(DERIVED) readonly derived?: Readonly<Record<string, DerivedText>>;
  @ApiPropertyOptional({ type: [SaidOfRowDto] }) readonly says?: readonly SaidOfRowDto[];
  @ApiPropertyOptional() readonly orderedBy?: string;
  @ApiPropertyOptional({ description: 'The only step that writes it' }) readonly writtenBy?: string;
  @ApiPropertyOptional({ description: 'Expression: when the answer matters' }) readonly relevant?: string;
  @ApiPropertyOptional() readonly unit?: string;
  @ApiPropertyOptional() readonly min?: number;
  @ApiPropertyOptional() readonly max?: number;
  @ApiPropertyOptional() readonly maxLength?: number;
  @ApiPropertyOptional({ description: 'Of a date: may lie in the future' }) readonly future?: boolean;
  @ApiPropertyOptional() readonly sensitive?: boolean;
  @ApiPropertyOptional({ enum: FACT_ROLES, description: 'What the product reads it as' })
  readonly role?: FactRole;
  @ApiPropertyOptional(COUNTED) readonly counted?: FactDefinition['counted'];
  @ApiPropertyOptional({ type: [String], description: 'Codes that are marked wherever the child is named' })
  readonly marked?: readonly string[];
  @ApiPropertyOptional({ description: 'Of a yes-no: whether a method looks at puberty' })
  readonly asksOfBan?: boolean;
  @ApiPropertyOptional({ description: 'Of a text: it names nobody' }) readonly namesNobody?: boolean;
  @ApiPropertyOptional({ type: [ReportableEventDto] })
  readonly reportableEvents?: readonly ReportableEventDto[];
  @ApiProperty({ type: [String] }) readonly basis: readonly string[];
}

/** A field of a list's rows; lists hold no lists. */
export class RowFieldDefinitionDto extends OmitType(WholeFactDto, [
  'derived',
  'says',
  'orderedBy',
  'reportableEvents',
]) {}

@ApiExtraModels(RowFieldDefinitionDto)
export class FactDefinitionDto extends WholeFactDto implements FactDefinition {
  @ApiPropertyOptional(mapOf(RowFieldDefinitionDto, 'Of a list: fields of a row'))
  readonly row?: Readonly<Record<string, RowFieldDefinitionDto>>;
}
