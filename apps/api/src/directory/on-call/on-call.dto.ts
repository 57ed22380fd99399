import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { PHONE_NUMBER } from '@repere/directory';
import { ON_CALL_KINDS, type OnCallKind } from '@repere/protocol';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsIn,
  IsOptional,
  Matches,
  ValidateNested,
} from 'class-validator';
import { PlainText, PlainTexts } from '../../platform/answers/plain-text';
import { WordsDto } from '../../platform/answers/words.dto';
import { INTERPRETER_SEXES, type InterpreterSex } from '../entities/on-call-contact.entity';
import type { DayHours, OpeningHours } from './opening-hours';

const TIME = /^([01]\d|2[0-3]):[0-5]\d$/;

export class DayHoursDto implements DayHours {
  @ApiProperty({ example: '18:00' }) @Matches(TIME) readonly from: string;
  @ApiProperty({ example: '08:00', description: 'Not later than `from`: the next morning' })
  @Matches(TIME)
  readonly to: string;
}

export class OpeningHoursDto implements OpeningHours {
  @ApiProperty({ type: DayHoursDto, nullable: true })
  @IsOptional()
  @ValidateNested()
  @Type(() => DayHoursDto)
  readonly weekdays: DayHoursDto | null;

  @ApiProperty({ type: DayHoursDto, nullable: true, description: 'Weekends and public holidays' })
  @IsOptional()
  @ValidateNested()
  @Type(() => DayHoursDto)
  readonly weekends: DayHoursDto | null;
}

export class OnCallContactToWriteDto {
  @ApiProperty() @PlainText(120) readonly name: string;

  @ApiProperty({ type: [String], description: 'The first is called first' })
  @Matches(PHONE_NUMBER, { each: true })
  @ArrayMinSize(1)
  @ArrayMaxSize(4)
  @IsArray()
  readonly phones: readonly string[];

  @ApiProperty({ type: OpeningHoursDto, nullable: true, description: 'Null: day and night' })
  @IsOptional()
  @ValidateNested()
  @Type(() => OpeningHoursDto)
  readonly hours: OpeningHoursDto | null;

  @ApiPropertyOptional({ description: 'What to say, beside what is always said to its kind' })
  @IsOptional()
  @PlainText(400)
  readonly say?: string;

  @ApiPropertyOptional({ type: [String], description: 'Of an interpreter' })
  @IsOptional()
  @PlainTexts(60)
  @ArrayMaxSize(40)
  @IsArray()
  readonly languages?: readonly string[];

  @ApiPropertyOptional({ enum: INTERPRETER_SEXES, isArray: true, description: 'Of an interpreter' })
  @IsOptional()
  @IsIn(INTERPRETER_SEXES, { each: true })
  @ArrayUnique()
  @IsArray()
  readonly sexes?: readonly InterpreterSex[];

  @ApiPropertyOptional({ description: 'Of an interpreter: also by telephone' })
  @IsOptional()
  @IsBoolean()
  readonly byTelephone?: boolean;
}

export class NewOnCallContactDto extends OnCallContactToWriteDto {
  @ApiProperty({ description: 'INSEE code of the département: 93, 2A, 974' })
  @Matches(/^[0-9AB]{2,3}$/)
  readonly territory: string;

  @ApiProperty({ enum: ON_CALL_KINDS }) @IsIn(ON_CALL_KINDS) readonly kind: OnCallKind;
}

/** One to call, as it is shown. */
export class OnCallContactDto {
  @ApiProperty({ format: 'uuid' }) readonly id: string;
  @ApiProperty() readonly name: string;
  @ApiProperty({ type: [String] }) readonly phones: readonly string[];
  @ApiProperty({ type: OpeningHoursDto, nullable: true, description: 'Null: day and night' })
  readonly hours: OpeningHoursDto | null;
  @ApiProperty({ description: 'Whether they answer now, by the clock of the territory' })
  readonly isOpen: boolean;
  @ApiProperty({ type: String, nullable: true }) readonly say: string | null;
  @ApiProperty({ type: [String] }) readonly languages: readonly string[];
  @ApiProperty({ enum: INTERPRETER_SEXES, isArray: true }) readonly sexes: readonly InterpreterSex[];
  @ApiProperty() readonly byTelephone: boolean;
  @ApiProperty({ format: 'date-time', description: 'When somebody last made sure of it' })
  readonly verifiedAt: string;
  @ApiProperty({ description: 'That was too long ago: it is to be made sure of again' })
  readonly isStale: boolean;
}

/** A kind with what a territory has of it; without contacts, it is missing, and that is said. */
export class OnCallKindDto {
  @ApiProperty({ enum: ON_CALL_KINDS }) readonly kind: OnCallKind;
  @ApiProperty({ type: WordsDto }) readonly title: WordsDto;
  @ApiProperty({ type: WordsDto, description: 'What to say to them' }) readonly say: WordsDto;
  @ApiProperty({ type: [OnCallContactDto] }) readonly contacts: readonly OnCallContactDto[];
}

export class OnCallTerritoryDto {
  @ApiProperty({ example: '93' }) readonly territory: string;
  @ApiProperty() readonly name: string;
  @ApiProperty({ description: 'IANA time zone' }) readonly zone: string;
  @ApiProperty({ type: [OnCallKindDto], description: 'Every kind there is' })
  readonly kinds: readonly OnCallKindDto[];
}

export class OnCallDirectoryDto {
  @ApiProperty({ type: [OnCallTerritoryDto], description: 'Where a team works, or that has a contact' })
  readonly items: readonly OnCallTerritoryDto[];
}
