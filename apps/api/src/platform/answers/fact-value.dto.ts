import { ApiProperty, ApiPropertyOptional, getSchemaPath } from '@nestjs/swagger';
import type { AnswerWithNote } from '@repere/protocol';

export class AnswerWithNoteDto implements AnswerWithNote {
  @ApiProperty({ enum: ['yes', 'no', 'unknown', 'not-asked', 'refused'] })
  readonly answer: AnswerWithNote['answer'];
  @ApiPropertyOptional() readonly note?: string;
}

const ANSWER = { $ref: getSchemaPath(AnswerWithNoteDto) };

/** What is kept of one fact: a code or words, a number, codes, an answer with its note, or a checklist by item. */
export const FACT_VALUE = {
  anyOf: [
    { type: 'string' },
    { type: 'number' },
    { type: 'array', items: { type: 'string' } },
    ANSWER,
    { type: 'object', additionalProperties: { anyOf: [{ type: 'string', enum: ['yes', 'no'] }, ANSWER] } },
  ],
};

/** Values by fact id, as the protocol version defines them. */
export const FACT_VALUES = { type: 'object', additionalProperties: FACT_VALUE } as const;
