import { ApiProperty, ApiPropertyOptional, type ApiPropertyOptions } from '@nestjs/swagger';
import type { Person, PersonInput } from '@repere/cases';
import { IsIn, IsOptional } from 'class-validator';
import { PlainText } from '../../platform/plain-text';
import { shown, shownText } from '../../platform/shown';
import { WordsDto } from '../../platform/words.dto';

const RELATIONS = [
  'parent',
  'sibling',
  'relative',
  'friend',
  'partner',
  'exploiter',
  'professional',
  'guardian',
  'other',
] as const;
const FAMILY_ROLES = ['protective', 'overwhelmed', 'unaware', 'implicated', 'unknown'] as const;

export class PersonInputDto implements PersonInput {
  @ApiProperty({ maxLength: 200 })
  @PlainText(200)
  readonly name: string;

  @ApiProperty({ enum: RELATIONS })
  @IsIn(RELATIONS)
  readonly relation: (typeof RELATIONS)[number];

  @ApiPropertyOptional({ enum: FAMILY_ROLES })
  @IsOptional()
  @IsIn(FAMILY_ROLES)
  readonly familyRole?: (typeof FAMILY_ROLES)[number];

  @ApiPropertyOptional({ maxLength: 500 })
  @IsOptional()
  @PlainText(500)
  readonly contact?: string;

  @ApiPropertyOptional({ maxLength: 10_000 })
  @IsOptional()
  @PlainText(10_000)
  readonly note?: string;
}

const shownCode = (codes: readonly string[]): ApiPropertyOptions =>
  shown({ type: 'string', enum: [...codes] }, 'The value');

export class PersonDto implements Person {
  @ApiProperty({ format: 'uuid' })
  readonly id: string;

  @ApiProperty(shownText('The value'))
  readonly name: Person['name'];

  @ApiProperty(shownCode(RELATIONS))
  readonly relation: Person['relation'];

  @ApiPropertyOptional(shownCode(FAMILY_ROLES))
  readonly familyRole?: Person['familyRole'];

  @ApiPropertyOptional(shownText('The value'))
  readonly contact?: Person['contact'];

  @ApiPropertyOptional(shownText('The value'))
  readonly note?: Person['note'];

  @ApiProperty({ description: 'Whether this person may be contacted now (G07)' })
  readonly mayBeContacted: boolean;

  @ApiPropertyOptional({ type: WordsDto })
  readonly whyNot?: WordsDto;
}
