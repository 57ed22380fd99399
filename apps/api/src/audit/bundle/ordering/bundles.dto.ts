import { ApiProperty } from '@nestjs/swagger';
import { BUNDLE_STATES, type BundleState } from '@repere/audit';
import { FIELD_CLASSES, type FieldClass } from '@repere/protocol';
import { ArrayMaxSize, ArrayUnique, IsArray, IsIn, IsOptional, Matches } from 'class-validator';
import { Part } from '../../../platform/requests/nested-parts';
import { PlainText, PlainTexts } from '../../../platform/answers/plain-text';
import { WordsDto } from '../../../platform/answers/words.dto';

const FACT = /^[a-z][a-z0-9_]{0,63}(\.[a-z][a-z0-9_]{0,63})?$/i;

export class LeftOutDto {
  @ApiProperty({ enum: FIELD_CLASSES, isArray: true, description: 'Classes of fields that stay out' })
  @IsArray()
  @ArrayUnique()
  @ArrayMaxSize(FIELD_CLASSES.length)
  @IsIn(FIELD_CLASSES, { each: true })
  readonly classes: readonly FieldClass[];

  @ApiProperty({ type: [String], description: "Facts by id, a row's field as `list.field`" })
  @IsArray()
  @ArrayUnique()
  @ArrayMaxSize(200)
  @Matches(FACT, { each: true })
  readonly fields: readonly string[];
}

export class BundleRequestDto {
  @ApiProperty({ description: 'For whom and what for; stands in the dossier' })
  @PlainText(500, 3)
  readonly reason: string;

  @ApiProperty({ type: LeftOutDto })
  @Part(() => LeftOutDto)
  readonly leaveOut: LeftOutDto;

  @ApiProperty({
    required: false,
    type: [String],
    description: 'Checkpoints that were kept elsewhere (signed notes, C2SP tlog-checkpoint)',
  })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(5)
  @PlainTexts(4_000)
  readonly pinned?: readonly string[];
}

export class BundleDto {
  @ApiProperty({ format: 'uuid' }) readonly id: string;
  @ApiProperty({ enum: ['case', 'mission'] }) readonly kind: 'case' | 'mission';
  @ApiProperty({ enum: BUNDLE_STATES }) readonly state: BundleState;
  @ApiProperty({ minimum: 0, maximum: 1 }) readonly progress: number;
  @ApiProperty({ format: 'date-time' }) readonly askedAt: string;
  @ApiProperty() readonly reason: string;
  @ApiProperty({ type: LeftOutDto }) readonly leaveOut: LeftOutDto;
  @ApiProperty({ enum: FIELD_CLASSES, isArray: true }) readonly redacted: readonly FieldClass[];
  @ApiProperty({ description: 'Nothing is left out, so that the verifier can replay the journal' })
  readonly isWhole: boolean;
  @ApiProperty({ type: Number, nullable: true }) readonly entries: number | null;
  @ApiProperty({ type: Number, nullable: true }) readonly bytes: number | null;
  @ApiProperty() readonly fileName: string;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) readonly keptUntil: string | null;
}

export class FieldToLeaveOutDto {
  @ApiProperty() readonly id: string;
  @ApiProperty({ type: WordsDto }) readonly title: WordsDto;
  @ApiProperty({ enum: FIELD_CLASSES }) readonly fieldClass: FieldClass;
}

export class CaseBundlesDto {
  @ApiProperty({ format: 'uuid' }) readonly caseFileId: string;
  @ApiProperty() readonly reference: string;
  @ApiProperty({ type: [BundleDto] }) readonly items: readonly BundleDto[];
  @ApiProperty({ enum: FIELD_CLASSES, isArray: true }) readonly redacted: readonly FieldClass[];
  @ApiProperty({ type: [FieldToLeaveOutDto] }) readonly fields: readonly FieldToLeaveOutDto[];
  @ApiProperty({ description: 'Acts in the journal' }) readonly entries: number;
}
