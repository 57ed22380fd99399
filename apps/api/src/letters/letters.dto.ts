import {
  ApiExtraModels,
  ApiProperty,
  ApiPropertyOptional,
  IntersectionType,
  OmitType,
  PickType,
} from '@nestjs/swagger';
import { FIELD_CLASSES, type FieldClass } from '@repere/access';
import { FAMILY_TOLD, type FamilyTold, type Shown } from '@repere/cases';
import {
  LETTER_GROUNDS,
  LETTER_LANGUAGES,
  type LetterGround,
  type LetterLanguage,
  SECOND_SIGNATURES,
  type SecondSignature,
} from '@repere/protocol';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsIn,
  IsISO8601,
  IsOptional,
  IsUUID,
  Matches,
} from 'class-validator';
import { NamedDto } from '../cases/page/case-file.dto';
import { PageOfCaseDto } from '../cases/page/page-of-case';
import { PlainText } from '../platform/answers/plain-text';
import { shownAs } from '../platform/answers/shown';
import { WordsDto } from '../platform/answers/words.dto';
import { Part, Parts } from '../platform/requests/nested-parts';
import { SharingBasisDto } from '../privacy/sharing/sharing.dto';
import {
  LETTER_MEANS,
  type LetterMeans,
  OWN_LETTER_RECEIVERS,
  type OwnLetterReceiver,
} from './entities/letter-sending.entity';
import { LetterDraftDto } from './drafts/letter-drafts.dto';

/** Name of a kind of letter, or of a part of one. */
const NAME = /^[a-z][a-z0-9-]{0,60}$/;

// -- what is sent ----------------------------------------------------------------------------------------

export class PartTextDto {
  @ApiProperty({ example: 'seen' }) @Matches(NAME) readonly id: string;

  @ApiProperty({ maxLength: 6_000, description: 'Its words; empty: the letter has no such part' })
  @PlainText(6_000, 0)
  readonly text: string;
}

export class FamilyToldDto {
  @ApiProperty({
    enum: FAMILY_TOLD,
    description: 'By us; they know without us; they were not told; it is not known yet',
  })
  @IsIn(FAMILY_TOLD)
  readonly is: FamilyTold;

  @ApiPropertyOptional({ maxLength: 500, description: 'Why not, or why it is not known yet; then always' })
  @IsOptional()
  @PlainText(500)
  readonly why?: string;
}

export class WriteLetterDto {
  @ApiProperty({ example: 'worrying-information', description: 'Name of its kind' })
  @Matches(NAME)
  readonly template: string;

  @ApiProperty({ maxLength: 600, description: 'To whom, with the address, line by line' })
  @PlainText(600)
  readonly recipient: string;

  @ApiProperty({ type: [PartTextDto], minItems: 1, maxItems: 12 })
  @Parts(() => PartTextDto, 12)
  @ArrayMinSize(1)
  readonly parts: readonly PartTextDto[];

  @ApiProperty({
    type: [String],
    maxItems: 500,
    description: 'Ids of what was left out at first and was chosen word by word',
  })
  @IsArray()
  @ArrayMaxSize(500)
  @ArrayUnique()
  @Matches(/^[\w.:/-]{1,200}$/, { each: true })
  readonly chosen: readonly string[];

  @ApiPropertyOptional({
    type: FamilyToldDto,
    description: 'Whether the family was told: always of a letter that has to say it, of no other',
  })
  @IsOptional()
  @Part(() => FamilyToldDto)
  readonly familyTold?: FamilyToldDto;

  @ApiPropertyOptional({ format: 'uuid', description: 'The run of the step that it does' })
  @IsOptional()
  @IsUUID()
  readonly runId?: string;

  @ApiPropertyOptional({ description: 'The step that it does' })
  @IsOptional()
  @Matches(/^[a-z][a-z0-9_]{0,80}$/)
  readonly step?: string;

  @ApiPropertyOptional({ format: 'uuid', description: 'The letter of this case that it corrects' })
  @IsOptional()
  @IsUUID()
  readonly corrects?: string;

  @ApiPropertyOptional({
    format: 'uuid',
    description: 'The referral that it tells of: always of a kind that is written from one, of no other',
  })
  @IsOptional()
  @IsUUID()
  readonly referralId?: string;
}

export class ProposeLetterQuery extends PickType(WriteLetterDto, ['referralId', 'corrects']) {}

/** What the law asks before something is told; whether they are bound and on which ground, the kind of letter says. */
export class LetterBasisDto extends OmitType(SharingBasisDto, ['isBound']) {}

export class SendLetterDto {
  @ApiProperty({ enum: LETTER_MEANS }) @IsIn(LETTER_MEANS) readonly how: LetterMeans;

  @ApiProperty({ format: 'date-time', description: 'When it left' })
  @IsISO8601({ strict: true })
  readonly sentAt: string;

  @ApiPropertyOptional({ maxLength: 200, description: 'Who has it now; always, but where the child has' })
  @IsOptional()
  @PlainText(200)
  readonly toWhom?: string;

  @ApiPropertyOptional({
    enum: OWN_LETTER_RECEIVERS,
    description:
      'Of a letter that is the child’s own, always: they have it by hand, their safe contact has, or somebody else, which needs a basis',
  })
  @IsOptional()
  @IsIn(OWN_LETTER_RECEIVERS)
  readonly receivedBy?: OwnLetterReceiver;

  @ApiPropertyOptional({ maxLength: 200, description: 'The recipient’s reference; ours unless said' })
  @IsOptional()
  @PlainText(200)
  readonly reference?: string;

  @ApiPropertyOptional({ maxLength: 200, description: 'Where a copy is kept besides' })
  @IsOptional()
  @PlainText(200)
  readonly keptWhere?: string;

  @ApiPropertyOptional({ maxLength: 200, description: 'Who signed second, where a second person must' })
  @IsOptional()
  @PlainText(200)
  readonly secondSignature?: string;

  @ApiPropertyOptional({
    type: LetterBasisDto,
    description:
      'What the law asks first (CASF L226-2-2); not of a letter that the child has, by hand or by their safe contact, nor of one that tells of a referral, which has its own',
  })
  @IsOptional()
  @Part(() => LetterBasisDto)
  readonly basis?: LetterBasisDto;
}

// -- what is answered ------------------------------------------------------------------------------------

export class LetterKindDto {
  @ApiProperty() readonly id: string;
  @ApiProperty({ type: WordsDto }) readonly title: WordsDto;
  @ApiProperty({ type: WordsDto }) readonly purpose: WordsDto;
}

class LetterStepDto {
  @ApiProperty({ format: 'uuid' }) readonly runId: string;
  @ApiProperty() readonly step: string;
}

export class SendingContentDto {
  @ApiProperty({
    enum: OWN_LETTER_RECEIVERS,
    nullable: true,
    description: 'Of a letter that is the child’s own',
  })
  readonly receivedBy: OwnLetterReceiver | null;
  @ApiProperty() readonly toWhom: string;
  @ApiProperty({ description: 'The recipient’s, or ours' }) readonly reference: string;
  @ApiProperty() readonly keptWhere: string;
  @ApiProperty({ type: String, nullable: true }) readonly secondSignature: string | null;
}

@ApiExtraModels(SendingContentDto, NamedDto)
export class LetterSendingDto {
  @ApiProperty({ format: 'date-time', description: 'When it left' }) readonly sentAt: string;
  @ApiProperty({ format: 'date-time', description: 'When that was recorded' }) readonly recordedAt: string;
  @ApiProperty({ enum: LETTER_MEANS }) readonly how: LetterMeans;
  @ApiProperty(shownAs(NamedDto, 'The person')) readonly by: Shown<NamedDto>;
  @ApiProperty(shownAs(SendingContentDto, 'To whom, and where its copy is'))
  readonly content: Shown<SendingContentDto>;
}

@ApiExtraModels(NamedDto)
export class LetterSummaryDto {
  @ApiProperty({ format: 'uuid' }) readonly id: string;
  @ApiProperty() readonly template: string;
  @ApiProperty({ type: WordsDto }) readonly title: WordsDto;
  @ApiProperty({ format: 'date-time', description: 'When its words were settled' }) readonly at: string;
  @ApiProperty(shownAs(NamedDto, 'The person')) readonly by: Shown<NamedDto>;
  @ApiProperty({ type: String, format: 'uuid', nullable: true }) readonly corrects: string | null;
  @ApiProperty({ type: String, format: 'uuid', nullable: true }) readonly correctedBy: string | null;
  @ApiProperty({ type: LetterSendingDto, nullable: true, description: '`null`: not sent' })
  readonly sending: LetterSendingDto | null;
}

export class LettersDto extends PageOfCaseDto {
  @ApiProperty({ type: [LetterKindDto], description: 'Kinds that the reader may write now' })
  readonly kinds: readonly LetterKindDto[];
  @ApiProperty({ type: [LetterSummaryDto], description: 'The newest first' })
  readonly letters: readonly LetterSummaryDto[];
}

class CountedClassDto {
  @ApiProperty({ enum: FIELD_CLASSES }) readonly fieldClass: FieldClass;
  @ApiProperty({ type: WordsDto }) readonly title: WordsDto;
  @ApiProperty({ type: 'integer' }) readonly count: number;
}

class WrittenPartDto {
  @ApiProperty() readonly id: string;
  @ApiProperty({ type: WordsDto }) readonly title: WordsDto;
  @ApiProperty({ description: 'In the letter’s language' }) readonly text: string;
}

export class LetterContentDto {
  @ApiProperty({ enum: LETTER_LANGUAGES, description: 'In which it is printed' })
  readonly language: LetterLanguage;
  @ApiProperty() readonly recipient: string;
  @ApiProperty({ type: [WrittenPartDto] }) readonly parts: readonly WrittenPartDto[];
  @ApiProperty({ type: FamilyToldDto, nullable: true, description: '`null`: it does not have to say it' })
  readonly familyTold: FamilyToldDto | null;
  @ApiProperty({ type: [String], description: 'Ids of what was left out at first and was chosen' })
  readonly chosen: readonly string[];
  @ApiProperty({ type: [CountedClassDto], description: 'What was known and left out' })
  readonly leftOut: readonly CountedClassDto[];
  @ApiProperty({ enum: LETTER_GROUNDS, nullable: true, description: '`null`: the child’s own' })
  readonly ground: LetterGround | null;
  @ApiProperty() readonly isBound: boolean;
  @ApiProperty({ enum: SECOND_SIGNATURES }) readonly second: SecondSignature;
}

@ApiExtraModels(LetterContentDto)
export class LetterDto extends IntersectionType(PageOfCaseDto, LetterSummaryDto) {
  @ApiProperty({ description: 'SHA-256 of the file' }) readonly sha256: string;
  @ApiProperty({ type: 'integer' }) readonly bytes: number;
  @ApiProperty({ type: LetterStepDto, nullable: true, description: 'The step that it does' })
  readonly step: LetterStepDto | null;
  @ApiProperty({ type: String, format: 'uuid', nullable: true, description: 'The referral that it tells of' })
  readonly referralId: string | null;
  @ApiProperty({ description: 'May record that it was sent' }) readonly maySend: boolean;
  @ApiProperty(shownAs(LetterContentDto, 'What it says')) readonly content: Shown<LetterContentDto>;
}

class LetterSourceDto {
  @ApiProperty() readonly code: string;
  @ApiProperty({ type: WordsDto }) readonly text: WordsDto;
}

class ProposedPartDto {
  @ApiProperty() readonly id: string;
  @ApiProperty({ type: WordsDto }) readonly title: WordsDto;
  @ApiProperty({ type: WordsDto, nullable: true }) readonly hint: WordsDto | null;
  @ApiProperty({ description: 'Without it, it is no letter of its kind' }) readonly isRequired: boolean;
  @ApiProperty({ description: 'In the letter’s language' }) readonly text: string;
}

class LeftOutLineDto {
  @ApiProperty() readonly id: string;
  @ApiProperty() readonly text: string;
  @ApiProperty({ enum: LETTER_LANGUAGES, description: 'Of the line: what is recorded is said in French' })
  readonly language: LetterLanguage;
  @ApiProperty({ description: 'Id of the part to which it goes once it is chosen' }) readonly part: string;
  @ApiPropertyOptional({
    description: 'The line of that part in whose place it goes, where that stands still',
  })
  readonly instead?: string;
}

class LeftOutClassDto {
  @ApiProperty({ enum: FIELD_CLASSES }) readonly fieldClass: FieldClass;
  @ApiProperty({ type: WordsDto }) readonly title: WordsDto;
  @ApiProperty({ type: [LeftOutLineDto] }) readonly lines: readonly LeftOutLineDto[];
}

class KnownFamilyToldDto extends FamilyToldDto {
  @ApiProperty({ type: WordsDto, description: 'The step or the letter that says it' })
  readonly source: WordsDto;
  @ApiProperty({ format: 'date-time', description: 'Of when it is' }) readonly at: string;
}

export class AskedFamilyToldDto {
  @ApiProperty({ description: 'Id of the part that says it first' }) readonly part: string;
  @ApiProperty({ type: KnownFamilyToldDto, nullable: true, description: '`null`: nothing is known of it' })
  readonly known: KnownFamilyToldDto | null;
}

export class LetterProposalDto extends IntersectionType(PageOfCaseDto, LetterKindDto) {
  @ApiProperty({ enum: LETTER_LANGUAGES, description: 'In which it is printed' })
  readonly language: LetterLanguage;
  @ApiProperty({ type: WordsDto }) readonly signs: WordsDto;
  @ApiProperty({ enum: SECOND_SIGNATURES }) readonly second: SecondSignature;
  @ApiProperty({ type: [LetterSourceDto] }) readonly sources: readonly LetterSourceDto[];
  @ApiProperty({ description: 'To whom, line by line' }) readonly recipient: string;
  @ApiProperty({ type: [ProposedPartDto] }) readonly parts: readonly ProposedPartDto[];
  @ApiProperty({
    type: AskedFamilyToldDto,
    nullable: true,
    description: 'What its writer chooses before it is settled; `null`: it does not have to say it',
  })
  readonly familyTold: AskedFamilyToldDto | null;
  @ApiProperty({ type: [LeftOutClassDto], description: 'What is known besides, to choose from word by word' })
  readonly leftOut: readonly LeftOutClassDto[];
  @ApiProperty({ type: [LetterDraftDto], description: 'What the reader has typed of it and not settled' })
  readonly drafts: readonly LetterDraftDto[];
}

export class LetterMadeDto {
  @ApiProperty({ format: 'uuid' }) readonly id: string;
}
