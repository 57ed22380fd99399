import { ApiExtraModels, ApiProperty, ApiPropertyOptional, OmitType } from '@nestjs/swagger';
import { FIELD_CLASSES, type FieldClass } from '@repere/access';
import { SHARING_GROUNDS, SHARING_MEANS, type SharingGround, type SharingMeans } from '@repere/privacy';
import { ArrayMaxSize, ArrayUnique, IsArray, IsBoolean, IsIn, IsOptional, IsUUID } from 'class-validator';
import type { Shown } from '@repere/cases';
import { NamedDto } from '../../cases/page/case-file.dto';
import { CHILD_VIEW, type ChildView } from '../../cases/steps/step-input.dto';
import { shownAs } from '../../platform/answers/shown';
import { IsDay } from '../../platform/requests/is-day';
import { Part } from '../../platform/requests/nested-parts';
import { PlainText } from '../../platform/answers/plain-text';
import { WordsDto } from '../../platform/answers/words.dto';

class InformedBeforehandDto {
  @ApiProperty({ enum: ['yes', 'no'] })
  @IsIn(['yes', 'no'])
  readonly told: 'yes' | 'no';

  @ApiPropertyOptional({ description: 'Why not: against the child’s interest, unreachable…' })
  @IsOptional()
  @PlainText(1_000)
  readonly why?: string;
}

export class SharingBasisDto {
  @ApiProperty({ description: 'Whether they are bound by secrecy' })
  @IsBoolean()
  readonly isBound: boolean;

  @ApiProperty({ description: 'Why strictly this is needed' })
  @PlainText(2_000)
  readonly why: string;

  @ApiProperty({ type: InformedBeforehandDto })
  @Part(() => InformedBeforehandDto)
  readonly child: InformedBeforehandDto;

  @ApiProperty({ type: InformedBeforehandDto })
  @Part(() => InformedBeforehandDto)
  readonly parents: InformedBeforehandDto;
}

export class SharingContentDto extends SharingBasisDto {
  @ApiProperty()
  @PlainText(200)
  readonly toWhom: string;

  @ApiPropertyOptional()
  @IsOptional()
  @PlainText(200)
  readonly service?: string;

  @ApiProperty()
  @PlainText(4_000)
  readonly what: string;

  @ApiProperty({ enum: SHARING_MEANS })
  @IsIn(SHARING_MEANS)
  readonly how: SharingMeans;

  @ApiPropertyOptional()
  @IsOptional()
  @PlainText(2_000)
  readonly answer?: string;
}

export class RecordSharingDto extends SharingContentDto {
  @ApiProperty({ format: 'date', description: 'Day on which it was told' })
  @IsDay()
  readonly on: string;

  @ApiProperty({ enum: SHARING_GROUNDS })
  @IsIn(SHARING_GROUNDS)
  readonly ground: SharingGround;

  @ApiProperty({ enum: FIELD_CLASSES, isArray: true })
  @IsArray()
  @ArrayMaxSize(FIELD_CLASSES.length)
  @ArrayUnique()
  @IsIn(FIELD_CLASSES, { each: true })
  readonly classes: readonly FieldClass[];

  @ApiPropertyOptional({ format: 'uuid', description: 'The line that this one corrects' })
  @IsOptional()
  @IsUUID()
  readonly corrects?: string;
}

/** As it stands in the register: a referral is recorded as it is opened. */
export class SharedDto extends OmitType(SharingContentDto, ['how', 'toWhom']) {
  @ApiProperty({ description: 'To whom; of a question for a place, every service that was asked' })
  readonly toWhom: string;
  @ApiProperty({ enum: [...SHARING_MEANS, 'referral'] }) readonly how:
    'spoken' | 'written' | 'meeting' | 'file' | 'referral';
  @ApiPropertyOptional({ format: 'date-time', description: 'Of a referral: when it ends by itself' })
  readonly until?: string;
  @ApiPropertyOptional({
    description:
      'Whoever was told may take the child in: their name tells where the child goes. A referral always does',
  })
  readonly mayTakeIn?: boolean;
  @ApiPropertyOptional({ ...CHILD_VIEW, description: 'Of a referral: what the child says of it, or why not' })
  readonly childView?: ChildView;
}

/** A new line of the register: typed, or of a referral. */
export type NewSharing = SharedDto & Pick<RecordSharingDto, 'on' | 'ground' | 'classes' | 'corrects'>;

@ApiExtraModels(SharedDto, NamedDto)
export class SharingDto {
  @ApiProperty({ format: 'uuid' }) readonly id: string;
  @ApiProperty({ format: 'date' }) readonly at: string;
  @ApiProperty(shownAs(NamedDto, 'The person'))
  readonly by: Shown<NamedDto>;
  @ApiProperty({ format: 'date-time' }) readonly recordedAt: string;
  @ApiProperty({ enum: SHARING_GROUNDS }) readonly ground: SharingGround;
  @ApiProperty({ type: WordsDto }) readonly groundWords: WordsDto;
  @ApiProperty({ enum: FIELD_CLASSES, isArray: true }) readonly classes: readonly FieldClass[];
  @ApiProperty({ type: String, format: 'uuid', nullable: true }) readonly corrects: string | null;
  @ApiProperty({ type: String, format: 'uuid', nullable: true }) readonly correctedBy: string | null;
  @ApiProperty({
    ...shownAs(SharedDto, 'What was told'),
    nullable: true,
    description: 'What was told, or that it is redacted; `null`: gone with the case’s key',
  })
  readonly content: Shown<SharedDto> | null;
}
