import { type Gender, GENDERS } from '@repere/cases';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { ArrayMaxSize, IsArray, IsIn, IsOptional, Matches } from 'class-validator';
import { Part } from '../../platform/requests/nested-parts';
import { PlainText, PlainTexts } from '../../platform/answers/plain-text';

/** A birth as far as it is known: 2009, 2009-05, 2009-05-12, 2009~. */
export const EDTF_BIRTH = /^\d{4}(-\d{2}){0,2}~?$/;

export class SafeContactDto {
  @ApiPropertyOptional() @IsOptional() @PlainText(200) readonly how?: string;
  @ApiPropertyOptional() @IsOptional() @PlainText(200) readonly hours?: string;
  @ApiPropertyOptional() @IsOptional() @PlainText(100) readonly codeWord?: string;
  @ApiPropertyOptional() @IsOptional() @PlainText(200) readonly mayBeLeft?: string;
  @ApiPropertyOptional() @IsOptional() @PlainText(200) readonly whoElseReads?: string;
}

export class ChildDto {
  @ApiProperty({ description: 'What the child is called: given name, nickname, or "Inconnu·e"' })
  @PlainText(200)
  readonly calledName: string;

  @ApiPropertyOptional()
  @IsOptional()
  @PlainText(200)
  readonly givenNames?: string;

  @ApiPropertyOptional()
  @IsOptional()
  @PlainText(200)
  readonly familyName?: string;

  @ApiPropertyOptional({ type: [String], maxItems: 20 })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(20)
  @PlainTexts(200)
  readonly alsoKnownAs?: readonly string[];

  @ApiPropertyOptional({ example: '2009-05', description: 'EDTF: 2009, 2009-05, 2009-05-12, 2009~' })
  @IsOptional()
  @Matches(EDTF_BIRTH)
  readonly birth?: string;

  @ApiPropertyOptional({ enum: GENDERS })
  @IsOptional()
  @IsIn(GENDERS)
  readonly gender?: Gender;

  @ApiPropertyOptional()
  @IsOptional()
  @PlainText(100)
  readonly nationality?: string;

  @ApiPropertyOptional({ type: [String], maxItems: 10, description: 'BCP 47 codes' })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(10)
  @Matches(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, { each: true })
  readonly languages?: readonly string[];

  @ApiPropertyOptional({ type: [String], maxItems: 10 })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(10)
  @PlainTexts(40)
  readonly phones?: readonly string[];

  @ApiPropertyOptional({ type: SafeContactDto, description: 'G16: unknown = none' })
  @IsOptional()
  @Part(() => SafeContactDto)
  readonly safeContact?: SafeContactDto;
}
