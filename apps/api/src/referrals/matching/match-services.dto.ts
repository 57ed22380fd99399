import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import {
  CRITERIA,
  type Criterion,
  DIRECTORY_KINDS,
  type DirectoryKind,
  LANGUAGE_TAG,
  SERVED_SEXES,
  type ServedSex,
  SERVICE_NEEDS,
  SERVICE_TRAITS,
  type ServiceNeed,
  type ServiceTrait,
  type Verdict,
  VERDICTS,
} from '@repere/directory';
import type { Shown } from '@repere/cases';
import {
  ArrayMaxSize,
  ArrayUnique,
  IsArray,
  IsIn,
  IsInt,
  IsISO8601,
  IsOptional,
  Matches,
  Max,
  Min,
} from 'class-validator';
import { ServedAgesDto } from '../../directory/services/services.dto';
import { PageOfCaseDto } from '../../cases/page/page-of-case';
import { shownText } from '../../platform/answers/shown';

/** What is asked of the directory. What is left out is taken from the case, as far as the reader sees it. */
export class MatchServicesDto {
  @ApiProperty({ enum: SERVICE_NEEDS }) @IsIn(SERVICE_NEEDS) readonly need: ServiceNeed;

  @ApiPropertyOptional({
    minimum: 0,
    maximum: 17,
    description: 'In years; under 18, whatever is typed (G01)',
  })
  @IsOptional()
  @Max(17)
  @Min(0)
  @IsInt()
  readonly age?: number;

  @ApiPropertyOptional({ enum: SERVED_SEXES })
  @IsOptional()
  @IsIn(SERVED_SEXES)
  readonly sex?: ServedSex;

  @ApiPropertyOptional({ type: [String], description: 'BCP 47 codes; none: language is not looked at' })
  @IsOptional()
  @Matches(LANGUAGE_TAG, { each: true })
  @ArrayUnique()
  @ArrayMaxSize(10)
  @IsArray()
  readonly languages?: readonly string[];

  @ApiPropertyOptional({ format: 'date-time', description: 'When; now unless said' })
  @IsOptional()
  @IsISO8601({ strict: true })
  readonly at?: string;

  @ApiPropertyOptional({ minimum: 0, maximum: 100_000, description: 'How many to pass over' })
  @IsOptional()
  @Max(100_000)
  @Min(0)
  @IsInt()
  readonly from?: number;
}

/** One reason why a service fits or doesn’t. */
export class MatchedCriterionDto {
  @ApiProperty({ enum: CRITERIA }) readonly of: Criterion;
  @ApiProperty({ enum: VERDICTS, description: '`ask`: not known, and never a no' }) readonly verdict: Verdict;
  @ApiProperty({ description: 'Whether a `no` shuts the service out' }) readonly decides: boolean;
  @ApiPropertyOptional({ enum: SERVICE_TRAITS, description: 'Of `trait`: which' })
  readonly trait?: ServiceTrait;
}

export class MatchedServiceDto {
  @ApiProperty({ format: 'uuid' }) readonly id: string;
  @ApiProperty() readonly name: string;
  @ApiProperty({ enum: DIRECTORY_KINDS }) readonly kind: DirectoryKind;
  @ApiProperty({ type: [String], description: 'None: the whole country' })
  readonly territoryNames: readonly string[];
  @ApiProperty({ enum: VERDICTS }) readonly standing: Verdict;
  @ApiProperty({ type: [MatchedCriterionDto], description: 'Those that decide first' })
  readonly criteria: readonly MatchedCriterionDto[];
  @ApiProperty({
    type: 'integer',
    nullable: true,
    description: 'Borders of départements between; null: not by land',
  })
  readonly borders: number | null;
  @ApiProperty({ description: 'It answers in its own account; otherwise by a link or by telephone' })
  readonly hasAccount: boolean;
  @ApiProperty({ type: [String] }) readonly phones: readonly string[];
  @ApiProperty({ type: String, nullable: true }) readonly email: string | null;
  @ApiProperty(shownText('Where it is; empty: not known')) readonly address: Shown<string>;
  @ApiProperty({ description: 'Its address is secret' }) readonly hasSecretAddress: boolean;
  @ApiProperty({ type: String, nullable: true }) readonly say: string | null;
  @ApiProperty({ type: 'integer', nullable: true }) readonly freePlaces: number | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true, description: 'Of the free places' })
  readonly placesAt: string | null;
  @ApiProperty({ type: 'integer', nullable: true }) readonly waitingDays: number | null;
  @ApiProperty({ type: ServedAgesDto, nullable: true }) readonly ages: ServedAgesDto | null;
  @ApiProperty({ format: 'date-time' }) readonly verifiedAt: string;
  @ApiProperty() readonly isStale: boolean;
  @ApiProperty({
    description:
      'Somebody who answers there has the name of the child’s family, or of somebody around them, whom the reader may see',
  })
  readonly hasNamesake: boolean;
  @ApiProperty({ description: 'G05: it takes younger minors, and shuts out those of sixteen and seventeen' })
  readonly excludesSixteenSeventeen: boolean;
  @ApiProperty({ description: 'G05: nothing but that shuts this child out' }) readonly lostToAge: boolean;
}

export class MatchedServicesDto extends PageOfCaseDto {
  @ApiProperty({ description: 'Name of the territory of the case' }) readonly territory: string;
  @ApiProperty({ enum: SERVICE_NEEDS }) readonly need: ServiceNeed;
  @ApiProperty({
    type: ServedAgesDto,
    nullable: true,
    description: 'Looked for; null: the age is in doubt or not known',
  })
  readonly ages: ServedAgesDto | null;
  @ApiProperty({ enum: SERVED_SEXES, type: String, nullable: true }) readonly sex: ServedSex | null;
  @ApiProperty({ type: [String] }) readonly languages: readonly string[];
  @ApiProperty({ format: 'date-time' }) readonly at: string;
  @ApiProperty({ description: 'Services that fit' }) readonly fit: number;
  @ApiProperty({ description: 'Services of which something that decides is not known' })
  readonly toAsk: number;
  @ApiProperty({ description: 'Services that something shuts out' }) readonly cannot: number;
  @ApiProperty({ description: 'G05: of these, those that a younger child of the same need would find' })
  readonly lostToAge: number;
  @ApiProperty({ type: [MatchedServiceDto] }) readonly items: readonly MatchedServiceDto[];
  @ApiProperty({ type: 'integer', nullable: true, description: 'Hand back as `from`; null at the end' })
  readonly next: number | null;
}
