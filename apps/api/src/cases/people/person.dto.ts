import { ApiProperty, ApiPropertyOptional, type ApiPropertyOptions } from '@nestjs/swagger';
import {
  PERSON_RELATIONS,
  PERSON_ROLES,
  type PersonRelation,
  type PersonRole,
  type Shown,
  PERSON_ANSWERS,
  type PersonAnswer,
} from '@repere/cases';
import { IsIn, IsOptional } from 'class-validator';
import { PlainText } from '../../platform/answers/plain-text';
import { shown, shownText } from '../../platform/answers/shown';
import { WordsDto } from '../../platform/answers/words.dto';

export class PersonInputDto {
  @ApiProperty()
  @PlainText(200)
  readonly name: string;

  @ApiProperty({ enum: PERSON_RELATIONS })
  @IsIn(PERSON_RELATIONS)
  readonly relation: PersonRelation;

  @ApiPropertyOptional({ enum: PERSON_ROLES })
  @IsOptional()
  @IsIn(PERSON_ROLES)
  readonly familyRole?: PersonRole;

  @ApiPropertyOptional({ enum: PERSON_ANSWERS })
  @IsOptional()
  @IsIn(PERSON_ANSWERS)
  readonly livesWithChild?: 'yes' | 'no' | 'unknown';

  @ApiPropertyOptional({
    enum: PERSON_ANSWERS,
    description: '`no`: not to be contacted, whatever their role',
  })
  @IsOptional()
  @IsIn(PERSON_ANSWERS)
  readonly mayContact?: 'yes' | 'no' | 'unknown';

  @ApiPropertyOptional()
  @IsOptional()
  @PlainText(500)
  readonly contact?: string;

  @ApiPropertyOptional()
  @IsOptional()
  @PlainText(10_000)
  readonly note?: string;
}

const shownCode = (codes: readonly string[]): ApiPropertyOptions =>
  shown({ type: 'string', enum: [...codes] }, 'The value');

export class PersonDto {
  @ApiProperty({ description: 'Of the row in the list of adults' })
  readonly id: string;

  @ApiProperty(shownText('The value'))
  readonly name: Shown<string>;

  @ApiProperty(shownCode(PERSON_RELATIONS))
  readonly relation: Shown<PersonRelation>;

  @ApiPropertyOptional(shownCode(PERSON_ROLES))
  readonly familyRole?: Shown<PersonRole>;

  @ApiPropertyOptional(shownCode(PERSON_ANSWERS))
  readonly livesWithChild?: Shown<PersonAnswer>;

  @ApiPropertyOptional(shownCode(PERSON_ANSWERS))
  readonly mayContact?: Shown<PersonAnswer>;

  @ApiPropertyOptional(shownText('The value'))
  readonly contact?: Shown<string>;

  @ApiPropertyOptional(shownText('The value'))
  readonly note?: Shown<string>;

  @ApiProperty({ description: 'Whether this person may be contacted now (G07)' })
  readonly mayBeContacted: boolean;

  @ApiPropertyOptional({ type: WordsDto })
  readonly whyNot?: WordsDto;
}
