import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import type { FactValues } from '@repere/protocol';
import { IsOptional, Matches } from 'class-validator';
import { Part } from '../../platform/requests/nested-parts';
import { PlainText } from '../../platform/answers/plain-text';
import { FACT_VALUES } from '../../platform/answers/fact-value.dto';
import { IsFactValues } from '../facts/fact-values';
import { ChildDto } from '../opening/child.dto';

const OCCURRED = /^[\dTZ:+.~/-]{4,40}$/;
const OCCURRED_WORDS = {
  description: 'ISO 8601 instant, or EDTF date when less is known. Default: now',
} as const;

export class ChangeChildDto {
  @ApiProperty({ type: ChildDto })
  @Part(() => ChildDto)
  readonly child: ChildDto;

  @ApiProperty({ description: 'Why it changes: what was wrong, or what is new' })
  @PlainText(2_000)
  readonly why: string;
}

export class AddNoteDto {
  @ApiProperty()
  @PlainText(10_000)
  readonly note: string;

  @ApiPropertyOptional(OCCURRED_WORDS)
  @IsOptional()
  @Matches(OCCURRED)
  readonly occurredAt?: string;
}

export class RecordFactsDto {
  @ApiProperty({ ...FACT_VALUES, description: 'Facts of the case, by id' })
  @IsFactValues()
  readonly values: FactValues;

  @ApiPropertyOptional()
  @IsOptional()
  @PlainText(10_000)
  readonly note?: string;

  @ApiPropertyOptional(OCCURRED_WORDS)
  @IsOptional()
  @Matches(OCCURRED)
  readonly occurredAt?: string;
}

export class OpenRunDto {
  @ApiProperty({ example: 'lost-key' })
  @Matches(/^[a-z][a-z0-9_-]{0,63}$/)
  readonly protocol: string;
}
