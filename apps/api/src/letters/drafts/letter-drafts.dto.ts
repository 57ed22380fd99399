import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsDefined, IsOptional, IsUUID } from 'class-validator';

export class SaveLetterDraftDto {
  @ApiProperty({
    type: 'object',
    additionalProperties: true,
    description: 'Whatever the form holds, up to 64 kB; never validated',
  })
  @IsDefined()
  readonly content: unknown;

  @ApiPropertyOptional({ format: 'uuid', description: 'The letter of this case that it is to correct' })
  @IsOptional()
  @IsUUID()
  readonly corrects?: string;

  @ApiPropertyOptional({ format: 'uuid', description: 'The referral that it tells of' })
  @IsOptional()
  @IsUUID()
  readonly referralId?: string;
}

export class LetterDraftDto {
  @ApiProperty({
    type: String,
    format: 'uuid',
    nullable: true,
    description: 'The letter that it is to correct',
  })
  readonly corrects: string | null;
  @ApiProperty({ type: 'object', additionalProperties: true }) readonly content: unknown;
  @ApiProperty({ format: 'date-time' }) readonly savedAt: string;
  @ApiProperty({ type: 'integer', description: 'For `If-Match` of the next save' }) readonly revision: number;
}

export class LetterDraftSavedDto {
  @ApiProperty({ format: 'date-time' }) readonly savedAt: string;
  @ApiProperty({ type: 'integer' }) readonly revision: number;
}
