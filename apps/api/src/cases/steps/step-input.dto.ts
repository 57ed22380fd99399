import { ApiExtraModels, ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import type { FactValues } from '@repere/protocol';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsOptional,
  IsString,
  IsUUID,
  Matches,
} from 'class-validator';
import { Part, Parts } from '../../platform/requests/nested-parts';
import { PlainText } from '../../platform/answers/plain-text';
import { AnswerWithNoteDto, FACT_VALUES } from '../../platform/answers/fact-value.dto';
import { IsEvidence, IsFactValues } from '../facts/fact-values';

const VALUES_SCHEMA = {
  ...FACT_VALUES,
  description: 'By fact id, as the protocol version defines it',
} as const;

export class ParticipantDto {
  @ApiProperty({ example: 'MED' })
  @Matches(/^[A-Z]{2,5}$/)
  readonly role: string;

  @ApiPropertyOptional()
  @IsOptional()
  @PlainText(200)
  readonly name?: string;

  @ApiPropertyOptional()
  @IsOptional()
  @PlainText(100)
  readonly language?: string;

  @ApiPropertyOptional({ enum: ['none', 'relative', 'facilitator', 'fellow-resident'] })
  @IsOptional()
  @IsIn(['none', 'relative', 'facilitator', 'fellow-resident'])
  readonly tie?: 'none' | 'relative' | 'facilitator' | 'fellow-resident';
}

export class RowDto {
  @ApiProperty({ description: 'Made by the client for a new row', maxLength: 64 })
  @Matches(/^[\w-]{1,64}$/)
  readonly id: string;

  @ApiProperty(VALUES_SCHEMA)
  @IsFactValues()
  readonly values: FactValues;
}

/** What the child said, or why nobody could ask. */
export type ChildView = { readonly said: string } | { readonly whyNot: string };

/** The same in the description of the interface. */
export const CHILD_VIEW = {
  oneOf: ['said', 'whyNot'].map((name) => ({
    type: 'object',
    properties: { [name]: { type: 'string' } },
    required: [name],
  })),
};

/** What is sent of it: one of the two. */
export class ChildViewDto {
  @ApiPropertyOptional()
  @IsOptional()
  @PlainText(10_000)
  readonly said?: string;

  @ApiPropertyOptional()
  @IsOptional()
  @PlainText(10_000)
  readonly whyNot?: string;
}

@ApiExtraModels(AnswerWithNoteDto)
export class StepInputDto {
  @ApiProperty(VALUES_SCHEMA)
  @IsFactValues()
  readonly values: FactValues;

  @ApiPropertyOptional({ type: RowDto })
  @IsOptional()
  @Part(() => RowDto)
  readonly row?: RowDto;

  @ApiPropertyOptional({ description: '"No other": closes the list' })
  @IsOptional()
  @IsBoolean()
  readonly closes?: boolean;

  @ApiPropertyOptional({
    description: 'When it happened: an ISO 8601 instant, or an EDTF date when less is known. Default: now',
  })
  @IsOptional()
  @IsString()
  @Matches(/^[\dTZ:+.~/-]{4,40}$/)
  readonly occurredAt?: string;

  @ApiPropertyOptional({ type: [ParticipantDto], maxItems: 20 })
  @IsOptional()
  @Parts(() => ParticipantDto, 20)
  readonly by?: readonly ParticipantDto[];

  @ApiPropertyOptional({ type: [String], maxItems: 20 })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(20)
  @Matches(/^[a-z][a-z0-9_-]{0,63}$/, { each: true })
  readonly reasons?: readonly string[];

  @ApiPropertyOptional()
  @IsOptional()
  @PlainText(10_000)
  readonly bestInterests?: string;

  @ApiPropertyOptional(CHILD_VIEW)
  @IsOptional()
  @Part(() => ChildViewDto)
  readonly childView?: ChildView;

  @ApiPropertyOptional({
    type: 'object',
    additionalProperties: {
      type: 'object',
      properties: { reference: { type: 'string' }, place: { type: 'string' } },
      required: ['reference'],
    },
  })
  @IsOptional()
  @IsEvidence()
  readonly evidence?: Readonly<Record<string, { readonly reference: string; readonly place?: string }>>;

  @ApiPropertyOptional()
  @IsOptional()
  @PlainText(10_000)
  readonly note?: string;

  @ApiPropertyOptional({ format: 'uuid', description: 'The earlier entry that is still right' })
  @IsOptional()
  @IsUUID()
  readonly confirms?: string;

  @ApiPropertyOptional({
    format: 'uuid',
    description:
      'The same act, done in another run, counts here too (`doneElsewhere` of the page); `values` are empty',
  })
  @IsOptional()
  @IsUUID()
  readonly sameAs?: string;

  @ApiPropertyOptional({
    description: "Why another's act is recorded though the protocol does not expect it now",
  })
  @IsOptional()
  @PlainText(2_000)
  readonly outOfOrder?: string;
}
