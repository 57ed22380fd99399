import { ApiProperty } from '@nestjs/swagger';
import { IsDefined, Matches } from 'class-validator';
import { RELEVANT_FIELDS } from '../facts/relevant-fields';

export class SaveDraftDto {
  @ApiProperty({
    type: 'object',
    additionalProperties: true,
    description: 'Whatever the form holds, up to 64 kB; never validated',
  })
  @IsDefined()
  readonly content: unknown;

  @ApiProperty({ example: '1.0.0' })
  @Matches(/^\d{1,5}\.\d{1,5}\.\d{1,5}(\+[0-9AB]{2,3}(\.\d{1,4})?)?$/)
  readonly protocolVersion: string;
}

export class DraftDto {
  @ApiProperty({ type: 'object', additionalProperties: true }) readonly content: unknown;
  @ApiProperty() readonly protocolVersion: string;
  @ApiProperty({ format: 'date-time' }) readonly savedAt: string;
  @ApiProperty({ type: 'integer', description: 'For `If-Match` of the next save' }) readonly revision: number;
}

export class DraftSavedDto {
  @ApiProperty({ format: 'date-time' }) readonly savedAt: string;
  @ApiProperty({ type: 'integer' }) readonly revision: number;
  @ApiProperty({ ...RELEVANT_FIELDS, description: 'By field: whether it matters' })
  readonly relevant: Readonly<Record<string, boolean | null>>;
}
