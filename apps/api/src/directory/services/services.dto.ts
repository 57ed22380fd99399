import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import {
  DIRECTORY_KINDS,
  type DirectoryKind,
  LANGUAGE_TAG,
  PHONE_NUMBER,
  SERVED_SEXES,
  type ServedAges,
  type ServedSex,
  SERVICE_LIMITS,
  SERVICE_NEEDS,
  SERVICE_TRAITS,
  type ServiceNeed,
  type ServiceTrait,
} from '@repere/directory';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayUnique,
  IsArray,
  IsIn,
  IsInt,
  IsOptional,
  Matches,
  Max,
  Min,
  ValidateNested,
} from 'class-validator';
import { EMAIL } from '../../access/accounts/administration/accounts.dto';
import { PlainText } from '../../platform/answers/plain-text';
import { OpeningHoursDto } from '../on-call/on-call.dto';

export const OPENINGS = ['unknown', 'always', 'at-hours'] as const;
export type Opening = (typeof OPENINGS)[number];
/** What the list of services can be narrowed to. */
export const SERVICE_FILTERS = ['to-check', 'excludes-16-17'] as const;
export type ServiceFilter = (typeof SERVICE_FILTERS)[number];

export class ServedAgesDto implements ServedAges {
  @ApiProperty({ minimum: 0, maximum: SERVICE_LIMITS.age })
  @Max(SERVICE_LIMITS.age)
  @Min(0)
  @IsInt()
  readonly from: number;
  @ApiProperty({ minimum: 0, maximum: SERVICE_LIMITS.age })
  @Max(SERVICE_LIMITS.age)
  @Min(0)
  @IsInt()
  readonly to: number;
}

export class ServiceToWriteDto {
  @ApiProperty() @PlainText(SERVICE_LIMITS.name) readonly name: string;

  @ApiProperty({ enum: DIRECTORY_KINDS }) @IsIn(DIRECTORY_KINDS) readonly kind: DirectoryKind;

  @ApiProperty({ type: [String], description: 'INSEE codes of départements; none: the whole country' })
  @Matches(/^[0-9AB]{2,3}$/, { each: true })
  @ArrayUnique()
  @ArrayMaxSize(112)
  @IsArray()
  readonly territories: readonly string[];

  @ApiProperty({ enum: SERVICE_NEEDS, isArray: true, nullable: true, description: 'Null: not known' })
  @IsOptional()
  @IsIn(SERVICE_NEEDS, { each: true })
  @ArrayUnique()
  @IsArray()
  readonly needs: readonly ServiceNeed[] | null;

  @ApiProperty({ type: ServedAgesDto, nullable: true, description: 'Null: not known' })
  @IsOptional()
  @ValidateNested()
  @Type(() => ServedAgesDto)
  readonly ages: ServedAgesDto | null;

  @ApiProperty({ enum: SERVED_SEXES, isArray: true, nullable: true, description: 'Null: not known' })
  @IsOptional()
  @IsIn(SERVED_SEXES, { each: true })
  @ArrayUnique()
  @IsArray()
  readonly sexes: readonly ServedSex[] | null;

  @ApiProperty({ type: [String], nullable: true, description: 'BCP 47; null: not known' })
  @IsOptional()
  @Matches(LANGUAGE_TAG, { each: true })
  @ArrayUnique()
  @ArrayMaxSize(SERVICE_LIMITS.languages)
  @IsArray()
  readonly languages: readonly string[] | null;

  @ApiProperty({ enum: SERVICE_TRAITS, isArray: true, description: 'What it is known to have' })
  @IsIn(SERVICE_TRAITS, { each: true })
  @ArrayUnique()
  @IsArray()
  readonly has: readonly ServiceTrait[];

  @ApiProperty({ enum: SERVICE_TRAITS, isArray: true, description: 'What it is known not to have' })
  @IsIn(SERVICE_TRAITS, { each: true })
  @ArrayUnique()
  @IsArray()
  readonly hasNot: readonly ServiceTrait[];

  @ApiPropertyOptional({ type: 'integer', nullable: true, description: 'Places that are free now' })
  @IsOptional()
  @Max(999)
  @Min(0)
  @IsInt()
  readonly freePlaces?: number | null;

  @ApiPropertyOptional({ type: 'integer', nullable: true, description: 'Days that one waits' })
  @IsOptional()
  @Max(SERVICE_LIMITS.waitingDays)
  @Min(0)
  @IsInt()
  readonly waitingDays?: number | null;

  @ApiProperty({ type: [String], description: 'The first is called first' })
  @Matches(PHONE_NUMBER, { each: true })
  @ArrayMaxSize(SERVICE_LIMITS.phones)
  @IsArray()
  readonly phones: readonly string[];

  @ApiPropertyOptional({ format: 'email', description: 'Where it can be asked by mail' })
  @IsOptional()
  @Matches(EMAIL)
  readonly email?: string;

  @ApiProperty({ enum: OPENINGS }) @IsIn(OPENINGS) readonly opening: Opening;

  @ApiPropertyOptional({ type: OpeningHoursDto, nullable: true, description: 'Of `at-hours`' })
  @IsOptional()
  @ValidateNested()
  @Type(() => OpeningHoursDto)
  readonly hours?: OpeningHoursDto | null;

  @ApiPropertyOptional({
    description:
      'Left out: as it was; empty: none. One that is secret is never given back to who keeps the directory',
  })
  @IsOptional()
  @PlainText(SERVICE_LIMITS.address, 0)
  readonly address?: string;

  @ApiPropertyOptional({ description: 'What to know before asking' })
  @IsOptional()
  @PlainText(SERVICE_LIMITS.say)
  readonly say?: string;
}

export class FindServicesDto {
  @ApiPropertyOptional({ description: 'A part of the name' })
  @IsOptional()
  @PlainText(120, 0)
  readonly text?: string;

  @ApiPropertyOptional({ description: 'INSEE code of a département' })
  @IsOptional()
  @Matches(/^[0-9AB]{2,3}$/)
  readonly territory?: string;

  @ApiPropertyOptional({ enum: DIRECTORY_KINDS })
  @IsOptional()
  @IsIn(DIRECTORY_KINDS)
  readonly kind?: DirectoryKind;

  @ApiPropertyOptional({ enum: SERVICE_FILTERS })
  @IsOptional()
  @IsIn(SERVICE_FILTERS)
  readonly only?: ServiceFilter;

  @ApiPropertyOptional({ minimum: 0, maximum: 100_000, description: 'How many to pass over' })
  @IsOptional()
  @Max(100_000)
  @Min(0)
  @IsInt()
  readonly from?: number;
}

export class RemoveServiceQueryDto {
  @ApiPropertyOptional({ enum: ['asked'], description: '`asked`: although somebody waits for its answer' })
  @IsOptional()
  @IsIn(['asked'])
  readonly although?: 'asked';
}

export class ServiceMemberDto {
  @ApiProperty({ format: 'uuid' }) readonly id: string;
  @ApiProperty() readonly name: string;
}

/** A service as who keeps the directory sees it. */
export class DirectoryServiceDto extends ServiceToWriteDto {
  @ApiProperty({ format: 'uuid' }) readonly id: string;
  @ApiProperty({ type: [String], description: 'Names of the territories' })
  readonly territoryNames: readonly string[];
  @ApiProperty({ description: 'Its address is secret: it can be replaced here, and not read' })
  readonly hasSecretAddress: boolean;
  @ApiProperty({ type: String, format: 'date-time', nullable: true, description: 'Of the free places' })
  readonly placesAt: string | null;
  @ApiProperty({ format: 'date-time', description: 'When somebody last made sure of it' })
  readonly verifiedAt: string;
  @ApiProperty({ description: 'Who' }) readonly verifiedBy: string;
  @ApiProperty({ description: 'That was too long ago (TOOL): it is to be made sure of again' })
  readonly isStale: boolean;
  @ApiProperty({ description: 'G05: takes younger minors, and shuts out those of sixteen and seventeen' })
  readonly excludesSixteenSeventeen: boolean;
  @ApiProperty({ type: [ServiceMemberDto] }) readonly members: readonly ServiceMemberDto[];
}

export class DirectoryServicesDto {
  @ApiProperty({ type: [DirectoryServiceDto] }) readonly items: readonly DirectoryServiceDto[];
  @ApiProperty({ description: 'Of all that fit what was asked' }) readonly total: number;
  @ApiProperty({ type: 'integer', nullable: true, description: 'Hand back as `from`; null at the end' })
  readonly next: number | null;
  @ApiProperty({ description: 'Of all services, those to be made sure of again' })
  readonly toCheck: number;
  @ApiProperty({ type: [ServiceMemberDto], description: 'Accounts of partners, who may be made members' })
  readonly partners: readonly ServiceMemberDto[];
}
