import { ApiExtraModels, ApiProperty, ApiPropertyOptional, IntersectionType } from '@nestjs/swagger';
import { FIELD_CLASSES, type FieldClass, REFERABLE_CLASSES } from '@repere/access';
import { ANSWER_HOURS, type AnswerHours, SERVICE_NEEDS, type ServiceNeed } from '@repere/directory';
import { SHARING_GROUNDS, type SharingGround } from '@repere/privacy';
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
import type { Shown } from '@repere/cases';
import { NamedDto } from '../cases/page/case-file.dto';
import { PlainText } from '../platform/answers/plain-text';
import { shownListOf, shownText } from '../platform/answers/shown';
import { WordsDto } from '../platform/answers/words.dto';
import { Part } from '../platform/requests/nested-parts';
import { MARK, MOST_LINES } from './copies/copies.dto';
import { NobodyAroundDto } from './matching/nobody-around.dto';
import { ReferralEventDto } from './answers/answers.dto';
import { ReferralMessagesDto } from './messages/messages.dto';
import { REFERRAL_STATES, type ReferralState } from './answers/referral-state';
import { CHILD_VIEW, type ChildView, ChildViewDto } from '../cases/steps/step-input.dto';
import { SeenPreparedDto } from './prepared/seen-prepared.dto';
import { SharingBasisDto } from '../privacy/sharing/sharing.dto';
import { ReceivedTermsDto } from './received-terms';

/** What every referral says, to an account or to a service without one. */
export class ReferralTermsDto extends IntersectionType(SharingBasisDto, NobodyAroundDto) {
  @ApiProperty({ enum: REFERABLE_CLASSES, isArray: true, minItems: 1 })
  @IsIn(REFERABLE_CLASSES, { each: true })
  @ArrayUnique()
  @ArrayMinSize(1)
  @ArrayMaxSize(REFERABLE_CLASSES.length)
  @IsArray()
  readonly classes: readonly FieldClass[];

  @ApiProperty({ enum: SHARING_GROUNDS })
  @IsIn(SHARING_GROUNDS)
  readonly ground: SharingGround;

  @ApiPropertyOptional({
    enum: ANSWER_HOURS,
    description:
      'Hours within which an answer is asked for (TOOL); unless said, 4 for what is needed at once and 48 otherwise. Never beyond a place that is held',
  })
  @IsOptional()
  @IsIn(ANSWER_HOURS)
  readonly answerHours?: AnswerHours;

  @ApiPropertyOptional({
    ...CHILD_VIEW,
    description:
      'What the child says of it, or why not, for who receives it; left out, it is said that nothing is noted',
  })
  @IsOptional()
  @Part(() => ChildViewDto)
  readonly childView?: ChildView;

  @ApiPropertyOptional({
    description:
      'Why a second service is told who the child is while another may still take them, before its answer is due. Kept with what was sent',
  })
  @IsOptional()
  @PlainText(500)
  readonly besideAnother?: string;
}

export class OpenReferralDto extends ReferralTermsDto {
  @ApiProperty({ format: 'uuid', description: 'The account of a partner' })
  @IsUUID()
  readonly accountId: string;

  @ApiProperty({
    format: 'date-time',
    description: 'When it ends by itself; 107 days at most: until feedback is due, and a fortnight',
  })
  @IsISO8601({ strict: true })
  readonly until: string;

  @ApiProperty({ description: 'What the partner is asked for; they read it' })
  @PlainText(2_000)
  readonly request: string;

  @ApiProperty({
    example: 'A'.repeat(43),
    description: 'Mark of the preview that was looked at: refused where it says something else by now',
  })
  @Matches(MARK)
  readonly previewed: string;

  @ApiPropertyOptional({
    ...{ type: [String], maxItems: MOST_LINES, example: ['A'.repeat(43)] },
    description: 'Lines of that preview that do not leave; left out, all of them do',
  })
  @IsOptional()
  @Matches(MARK, { each: true })
  @ArrayUnique()
  @ArrayMaxSize(MOST_LINES)
  @IsArray()
  readonly leftOut?: readonly string[];

  @ApiPropertyOptional({
    enum: SERVICE_NEEDS,
    description: 'Which need of the directory: for it one service at a time is told who the child is',
  })
  @IsOptional()
  @IsIn(SERVICE_NEEDS)
  readonly need?: ServiceNeed;

  @ApiPropertyOptional({
    description:
      'Why who the child is is told before a yes: of a bed, where no service said that it has one; of a need in words, while another may take the child for a bed. Kept with what was sent',
  })
  @IsOptional()
  @PlainText(500)
  readonly beforeYes?: string;

  @ApiPropertyOptional({ format: 'uuid', description: 'The need of an earlier referral that nobody meets' })
  @IsOptional()
  @IsUUID()
  readonly needId?: string;

  @ApiPropertyOptional({
    format: 'uuid',
    description: 'The request to which the service said yes: one at a time is told who the child is',
  })
  @IsOptional()
  @IsUUID()
  readonly capacityRequestId?: string;

  @ApiPropertyOptional({
    type: SeenPreparedDto,
    description: 'What was prepared of it, as it was seen: it goes with the sending',
  })
  @IsOptional()
  @Part(() => SeenPreparedDto)
  readonly prepared?: SeenPreparedDto;
}

export class ReferralPartnerDto extends NamedDto {
  @ApiProperty({ type: [String], description: 'Names of their teams: where they work' })
  readonly organisations: readonly string[];
}

class ReferableClassDto {
  @ApiProperty({ enum: REFERABLE_CLASSES }) readonly fieldClass: FieldClass;
  @ApiProperty({ type: WordsDto }) readonly title: WordsDto;
  @ApiProperty({ type: [WordsDto], description: 'What is recorded of it now, by its titles' })
  readonly now: readonly WordsDto[];
}

export class ReferralChoicesDto {
  @ApiProperty({ type: [ReferralPartnerDto] }) readonly partners: readonly ReferralPartnerDto[];
  @ApiProperty({ type: [ReferableClassDto] }) readonly classes: readonly ReferableClassDto[];
}

const NAME = shownText('The name');

class ReferralDto {
  @ApiProperty({ format: 'uuid' }) readonly caseFileId: string;
  @ApiProperty({ example: 'RP-7K4M-2QX' }) readonly reference: string;
  @ApiProperty(NAME) readonly calledName: Shown<string>;
  @ApiProperty({ description: 'The team that referred the case: whom to ask' }) readonly team: string;
  @ApiProperty({ example: 'Europe/Paris' }) readonly zone: string;
  @ApiProperty({ format: 'date-time' }) readonly since: string;
  @ApiProperty({ format: 'date-time', description: 'When it ends by itself' }) readonly until: string;
}

export class ReceivedReferralDto extends ReferralDto {
  @ApiProperty({ format: 'uuid', description: 'Several may be of one case' }) readonly id: string;
  @ApiProperty({
    ...{ type: WordsDto, nullable: true },
    description: 'What is asked: a need of the directory, or the words of who asks; null: closed by a no',
  })
  readonly asks: WordsDto | null;
  @ApiProperty({ enum: REFERRAL_STATES }) readonly state: ReferralState;
  @ApiProperty({ description: 'Accepted since the team took what they had offered' })
  readonly isOfferTaken: boolean;
  @ApiProperty({ format: 'date-time', description: 'When an answer is due' }) readonly dueAt: string;
  @ApiProperty({ type: [WordsDto], description: 'Titles of the classes that it carries' })
  readonly carries: readonly WordsDto[];
  @ApiProperty({ description: 'The team wrote what the partner has not seen' })
  readonly hasNewMessage: boolean;
}

/** One that is open no more: who had sent it, and that it was taken back. Nothing of the child. */
export class PastReferralDto {
  @ApiProperty({ format: 'uuid' }) readonly id: string;
  @ApiProperty({ format: 'uuid' }) readonly caseFileId: string;
  @ApiProperty() readonly team: string;
  @ApiProperty({ example: 'RP-7K4M-2QX', description: 'As they knew it' }) readonly reference: string;
  @ApiProperty({ format: 'date-time' }) readonly since: string;
  @ApiProperty({ format: 'date-time' }) readonly endedAt: string;
  @ApiProperty({ description: 'By the team, before its time' }) readonly isWithdrawn: boolean;
}

export class PastReferralsDto {
  @ApiProperty({ type: [PastReferralDto], description: 'Over in the last ninety days, the newest first' })
  readonly items: readonly PastReferralDto[];
  @ApiProperty({ type: String, nullable: true }) readonly next: string | null;
}

export class ReceivedReferralsDto {
  @ApiProperty({ type: [ReceivedReferralDto] }) readonly items: readonly ReceivedReferralDto[];
  @ApiProperty({ type: String, nullable: true }) readonly next: string | null;
}

export class ReferredLineDto {
  @ApiProperty({ type: WordsDto }) readonly title: WordsDto;
  @ApiProperty({ type: WordsDto }) readonly shown: WordsDto;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) readonly at: string | null;
  @ApiProperty({
    ...{ type: String, format: 'date-time', nullable: true },
    description: 'When it was sent by itself; null: with the referral',
  })
  readonly addedAt: string | null;
}

@ApiExtraModels(ReferredLineDto)
export class ReferredPartDto {
  @ApiProperty({ enum: FIELD_CLASSES }) readonly fieldClass: FieldClass;
  @ApiProperty({ type: WordsDto }) readonly title: WordsDto;
  @ApiProperty(shownListOf(ReferredLineDto, 'The lines, none when nothing is recorded'))
  readonly lines: Shown<readonly ReferredLineDto[]>;
}

export class ReferredCaseDto extends ReferralDto {
  @ApiProperty({
    ...{ type: ReceivedTermsDto, nullable: true },
    description: 'As it was told when it was sent; null: gone with the case’s key, or closed',
  })
  readonly terms: ReceivedTermsDto | null;
  @ApiProperty({ description: 'The partner said no: nothing of the child is shown to them any more' })
  readonly isClosed: boolean;
  @ApiProperty(shownText('What the partner is asked for')) readonly request: Shown<string>;
  @ApiProperty({ enum: REFERRAL_STATES }) readonly state: ReferralState;
  @ApiProperty({ format: 'date-time', description: 'When an answer is due' }) readonly dueAt: string;
  @ApiProperty({
    ...{ type: String, nullable: true, example: '01 23 45 67 89' },
    description: 'Of the team, as administrators keep it: to verify who asks',
  })
  readonly checkPhone: string | null;
  @ApiProperty({
    ...{ type: String, format: 'date-time', nullable: true },
    description: 'When feedback is due (TOOL: the three months of F37), as long as it is owed',
  })
  readonly feedbackDueAt: string | null;
  @ApiProperty({ description: 'A yes was given: what comes of the child can be told' })
  readonly mayGiveFeedback: boolean;
  @ApiProperty({ type: [ReferralEventDto], description: 'What was answered, oldest first' })
  readonly answers: readonly ReferralEventDto[];
  @ApiProperty({ type: ReferralMessagesDto, description: 'None where the partner said no' })
  readonly messages: ReferralMessagesDto;
  @ApiProperty({ type: [ReferredPartDto], description: 'Each class of fields there is' })
  readonly parts: readonly ReferredPartDto[];
}
