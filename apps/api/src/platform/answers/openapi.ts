import { ApiExtraModels, ApiProperty, getSchemaPath } from '@nestjs/swagger';
import type { Shown } from '@repere/cases';
import type { FactValue } from '@repere/protocol';
import { PROBLEMS, type ProblemCode } from '../refusals/problem';
import { AnswerWithNoteDto, FACT_VALUE } from './fact-value.dto';
import { RedactedDto } from './shown';
import { WordsDto } from './words.dto';

export class ProblemReasonDto {
  @ApiProperty() readonly code: string;
  @ApiProperty({ type: WordsDto }) readonly text: WordsDto;
  @ApiProperty({ required: false, description: 'Path of the field at fault in what was sent' })
  readonly field?: string;
  @ApiProperty({ required: false, format: 'uuid' }) readonly runId?: string;
  @ApiProperty({ required: false }) readonly step?: string;
  @ApiProperty({ required: false, type: [String] }) readonly basis?: readonly string[];
  @ApiProperty({ required: false, description: 'Id of what it is about: a safeguard' })
  readonly about?: string;
  @ApiProperty({
    required: false,
    type: WordsDto,
    description: 'Of a broken promise: what happens to the child',
  })
  readonly story?: WordsDto;
  @ApiProperty({ required: false, type: [WordsDto], description: 'Its history, one line an act' })
  readonly lines?: readonly WordsDto[];
}

@ApiExtraModels(AnswerWithNoteDto, RedactedDto)
export class ChangeDto {
  @ApiProperty() readonly seq: number;
  @ApiProperty({ format: 'uuid' }) readonly entryId: string;
  @ApiProperty({ format: 'date-time' }) readonly at: string;
  @ApiProperty() readonly by: string;
  @ApiProperty({ type: WordsDto }) readonly title: WordsDto;
  @ApiProperty({
    type: 'object',
    additionalProperties: { oneOf: [FACT_VALUE, { $ref: getSchemaPath(RedactedDto) }] },
    description: 'By fact, as they were recorded, or that they are redacted',
  })
  readonly values: Readonly<Record<string, Shown<FactValue>>>;
}

/** A list that grows. */
const PROBLEM_CODES = { type: String, 'x-extensible-enum': Object.keys(PROBLEMS) };

export class ProblemDto {
  @ApiProperty() readonly type: string;
  @ApiProperty({ description: 'In the language of Accept-Language, French by default' })
  readonly title: string;
  @ApiProperty() readonly status: number;
  @ApiProperty({ ...PROBLEM_CODES, description: '`title` says it where a code came later than its reader' })
  readonly code: string;
  @ApiProperty({ required: false, type: [ProblemReasonDto] }) readonly reasons?: readonly ProblemReasonDto[];
  @ApiProperty({ required: false, type: [ChangeDto] }) readonly changes?: readonly ChangeDto[];
  @ApiProperty({ required: false, format: 'uuid' }) readonly correlation?: string;
}

/** What the description says of refusals that share a status. */
export const describeRefusal = (codes: readonly ProblemCode[]) => ({
  description: codes.map((code) => `\`${code}\`: ${PROBLEMS[code].title.en}`).join(' '),
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/ProblemDto' } } },
});
