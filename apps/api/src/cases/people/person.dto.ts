import { ApiProperty, ApiPropertyOptional, type ApiPropertyOptions } from '@nestjs/swagger';
import { type Person, PERSON_RELATIONS, PERSON_ROLES, type PersonInput } from '@repere/cases';
import { IsIn, IsOptional } from 'class-validator';
import { PlainText } from '../../platform/plain-text';
import { shown, shownText } from '../../platform/shown';
import { WordsDto } from '../../platform/words.dto';

const ANSWERS = ['yes', 'no', 'unknown'] as const;

export class PersonInputDto implements PersonInput {
  @ApiProperty({ maxLength: 200 })
  @PlainText(200)
  readonly name: string;

  @ApiProperty({ enum: PERSON_RELATIONS })
  @IsIn(PERSON_RELATIONS)
  readonly relation: PersonInput['relation'];

  @ApiPropertyOptional({ enum: PERSON_ROLES })
  @IsOptional()
  @IsIn(PERSON_ROLES)
  readonly familyRole?: PersonInput['familyRole'];

  @ApiPropertyOptional({ enum: ANSWERS })
  @IsOptional()
  @IsIn(ANSWERS)
  readonly livesWithChild?: PersonInput['livesWithChild'];

  @ApiPropertyOptional({ enum: ANSWERS, description: '`no`: not to be contacted, whatever their role' })
  @IsOptional()
  @IsIn(ANSWERS)
  readonly mayContact?: PersonInput['mayContact'];

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
  @ApiProperty({ description: 'Of the row in the list of adults' })
  readonly id: string;

  @ApiProperty(shownText('The value'))
  readonly name: Person['name'];

  @ApiProperty(shownCode(PERSON_RELATIONS))
  readonly relation: Person['relation'];

  @ApiPropertyOptional(shownCode(PERSON_ROLES))
  readonly familyRole?: Person['familyRole'];

  @ApiPropertyOptional(shownCode(ANSWERS))
  readonly livesWithChild?: Person['livesWithChild'];

  @ApiPropertyOptional(shownCode(ANSWERS))
  readonly mayContact?: Person['mayContact'];

  @ApiPropertyOptional(shownText('The value'))
  readonly contact?: Person['contact'];

  @ApiPropertyOptional(shownText('The value'))
  readonly note?: Person['note'];

  @ApiProperty({ description: 'Whether this person may be contacted now (G07)' })
  readonly mayBeContacted: boolean;

  @ApiPropertyOptional({ type: WordsDto })
  readonly whyNot?: WordsDto;
}
