import { ApiExtraModels, ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { FIELD_CLASSES, type FieldClass } from '@repere/access';
import type { Shown } from '@repere/cases';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsIn,
  IsOptional,
  IsUUID,
  Matches,
  MaxLength,
  MinLength,
} from 'class-validator';
import { NamedDto } from '../cases/page/case-file.dto';
import { PageOfCaseDto } from '../cases/page/page-of-case';
import { PlainText } from '../platform/answers/plain-text';
import { shownAs } from '../platform/answers/shown';
import { Part } from '../platform/requests/nested-parts';
import { IsDay } from '../platform/requests/is-day';
import { DOCUMENT_TYPES, type DocumentType } from './cleaning/cleaned-file';
import {
  DESTRUCTION_REASONS,
  type DestructionReason,
  DOCUMENT_KINDS,
  type DocumentKind,
  MOST_FILE_TEXT,
} from './document-kinds';

// -- what is sent ----------------------------------------------------------------------------------------

export class OriginalPlaceDto {
  @ApiProperty({ maxLength: 200, description: 'Where the thing itself is: it stays there' })
  @PlainText(200)
  readonly place: string;

  @ApiProperty({ maxLength: 100, description: 'Number of its seal' })
  @PlainText(100)
  readonly seal: string;
}

export class AddDocumentDto {
  @ApiProperty({ enum: DOCUMENT_KINDS }) @IsIn(DOCUMENT_KINDS) readonly kind: DocumentKind;

  @ApiProperty({ maxLength: 200, description: 'What it is, in words' })
  @PlainText(200)
  readonly title: string;

  @ApiPropertyOptional({ format: 'date', description: 'The day that stands on it; left out: not known' })
  @IsOptional()
  @IsDay()
  readonly datedOn?: string;

  @ApiPropertyOptional({ maxLength: 200, description: 'Who wrote it, or which service' })
  @IsOptional()
  @PlainText(200)
  readonly author?: string;

  @ApiProperty({
    enum: FIELD_CLASSES,
    isArray: true,
    minItems: 1,
    description: 'What it tells of, beside who the child is: shown to who sees all of these',
  })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(FIELD_CLASSES.length)
  @ArrayUnique()
  @IsIn(FIELD_CLASSES, { each: true })
  readonly classes: readonly FieldClass[];

  @ApiPropertyOptional({ type: OriginalPlaceDto, description: 'Of what is evidence' })
  @IsOptional()
  @Part(() => OriginalPlaceDto)
  readonly original?: OriginalPlaceDto;

  @ApiPropertyOptional({
    format: 'uuid',
    description: 'The version of a document of this case that it follows',
  })
  @IsOptional()
  @IsUUID()
  readonly follows?: string;

  @ApiProperty({
    description:
      'Said by who adds it: no image of abuse, and no recording of a hearing. No program recognises one',
  })
  @IsBoolean()
  readonly isNoImageOfAbuse: boolean;

  @ApiProperty({
    maxLength: MOST_FILE_TEXT,
    format: 'byte',
    description: 'The file in base64: PDF, JPEG, PNG or WebP by what it is, 10 MB at most',
  })
  @Matches(/^[A-Za-z0-9+/]*={0,2}$/)
  @MaxLength(MOST_FILE_TEXT)
  @MinLength(4)
  readonly content: string;
}

export class DestroyDocumentDto {
  @ApiProperty({ enum: DESTRUCTION_REASONS })
  @IsIn(DESTRUCTION_REASONS)
  readonly reason: DestructionReason;
}

// -- what is answered ------------------------------------------------------------------------------------

export class DocumentAddedDto {
  @ApiProperty({ format: 'uuid', description: 'Of this version' }) readonly id: string;
  @ApiProperty({ description: 'SHA-256 of the file as it came' }) readonly originalSha256: string;
  @ApiProperty({ description: 'SHA-256 of what is kept' }) readonly sha256: string;
}

@ApiExtraModels(NamedDto)
export class DocumentVersionDto {
  @ApiProperty({ format: 'uuid' }) readonly id: string;
  @ApiProperty({ type: 'integer' }) readonly version: number;
  @ApiProperty({ enum: DOCUMENT_KINDS }) readonly kind: DocumentKind;
  @ApiProperty() readonly title: string;
  @ApiProperty({ type: String, format: 'date', nullable: true, description: '`null`: not known' })
  readonly datedOn: string | null;
  @ApiProperty({ type: String, nullable: true }) readonly author: string | null;
  @ApiProperty({ enum: FIELD_CLASSES, isArray: true }) readonly classes: readonly FieldClass[];
  @ApiProperty({ type: OriginalPlaceDto, nullable: true, description: '`null`: it is no evidence' })
  readonly original: OriginalPlaceDto | null;
  @ApiProperty({ format: 'date-time' }) readonly at: string;
  @ApiProperty(shownAs(NamedDto, 'Who added it')) readonly by: Shown<NamedDto>;
  @ApiProperty({ enum: DOCUMENT_TYPES }) readonly mediaType: DocumentType;
  @ApiProperty({ type: 'integer', nullable: true, description: 'Of a PDF' }) readonly pages: number | null;
  @ApiProperty({ type: 'integer' }) readonly bytes: number;
  @ApiProperty({ description: 'SHA-256 of the file as it came' }) readonly originalSha256: string;
  @ApiProperty({ description: 'SHA-256 of what is kept' }) readonly sha256: string;
}

@ApiExtraModels(NamedDto)
export class DestructionDto {
  @ApiProperty({ format: 'date-time' }) readonly at: string;
  @ApiProperty(shownAs(NamedDto, 'The person')) readonly by: Shown<NamedDto>;
  @ApiProperty({ enum: DESTRUCTION_REASONS }) readonly reason: DestructionReason;
}

export class CaseDocumentDto {
  @ApiProperty({ type: [DocumentVersionDto], description: 'The newest first; those behind it were replaced' })
  readonly versions: readonly DocumentVersionDto[];
  @ApiProperty({ type: DestructionDto, nullable: true, description: '`null`: its files are kept' })
  readonly destroyed: DestructionDto | null;
}

export class CaseDocumentsDto extends PageOfCaseDto {
  @ApiProperty({ type: [CaseDocumentDto], description: 'The newest first' })
  readonly items: readonly CaseDocumentDto[];
  @ApiProperty({ type: String, nullable: true }) readonly next: string | null;
  @ApiProperty({ type: 'integer', description: 'How many there are in all' }) readonly total: number;
  @ApiProperty({ type: 'integer', description: 'How many of them the reader sees no more of' })
  readonly closed: number;
  @ApiProperty() readonly mayAdd: boolean;
  @ApiProperty() readonly mayDestroy: boolean;
}
