import { ApiProperty, ApiPropertyOptional, PickType } from '@nestjs/swagger';
import { SERVED_SEXES, type ServedSex, SERVICE_NEEDS, type ServiceNeed } from '@repere/directory';
import { SHARING_GROUNDS, type SharingGround } from '@repere/privacy';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsIn,
  IsInt,
  IsOptional,
  IsUUID,
  Matches,
  Max,
  Min,
} from 'class-validator';
import { ServedAgesDto } from '../../directory/services/services.dto';
import { NamedDto } from '../../cases/page/case-file.dto';
import { PageOfCaseDto } from '../../cases/page/page-of-case';
import { PlainText } from '../../platform/answers/plain-text';
import { OverDto } from '../taken-back/over.dto';
import {
  REFUSAL_REASONS,
  type RefusalReason,
  UNMET_REASONS,
  type UnmetReason,
} from '../answers/referral-state';
import { NobodyAroundDto } from '../matching/nobody-around.dto';
import {
  CAPACITY_ANSWERS,
  CAPACITY_EVENTS,
  CAPACITY_REASONS,
  CAPACITY_WANTED,
  type CapacityAnswer,
  type CapacityEventKind,
  type CapacityReason,
  type CapacityWanted,
  QUESTION_STATES,
  type QuestionState,
  REQUEST_STATES,
  type RequestState,
} from './capacity-state';

/** Services that one question goes to, at most. */
export const MOST_SERVICES = 30;
/** Hours within which an answer is asked for (TOOL). */
export const CAPACITY_HOURS = [1, 4, 24, 72] as const;
/** Hours that a place may be held. */
export const HELD_HOURS = [2, 4, 12, 24, 48, 72, 168] as const;

/** A language and nothing behind it: what may be written behind a tag would be a field for words. */
const LANGUAGE = /^[a-z]{2,3}$/;

/** What is asked of many services. There is no field for words: nothing can be said of the child but this. */
export class AskCapacityDto extends NobodyAroundDto {
  @ApiProperty({ enum: SERVICE_NEEDS }) @IsIn(SERVICE_NEEDS) readonly need: ServiceNeed;

  @ApiPropertyOptional({
    ...{ minimum: 0, maximum: 17 },
    description:
      'In years; a band of ages goes out. Left out: as the case says, as far as the reader sees it',
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

  @ApiPropertyOptional({
    ...{ type: [String], maxItems: 3 },
    description: 'ISO 639 codes, no region, only where language decides',
  })
  @IsOptional()
  @Matches(LANGUAGE, { each: true })
  @ArrayUnique()
  @ArrayMaxSize(3)
  @IsArray()
  readonly languages?: readonly string[];

  @ApiProperty({ enum: CAPACITY_WANTED }) @IsIn(CAPACITY_WANTED) readonly wanted: CapacityWanted;

  @ApiProperty({ enum: CAPACITY_HOURS, description: 'Hours within which an answer is asked for (TOOL)' })
  @IsIn(CAPACITY_HOURS)
  readonly answerHours: (typeof CAPACITY_HOURS)[number];

  @ApiProperty({ enum: SHARING_GROUNDS, description: 'Of the line in the register of sharing' })
  @IsIn(SHARING_GROUNDS)
  readonly ground: SharingGround;

  @ApiProperty({ type: [String], format: 'uuid', minItems: 1, maxItems: MOST_SERVICES })
  @IsUUID(undefined, { each: true })
  @ArrayUnique()
  @ArrayMinSize(1)
  @ArrayMaxSize(MOST_SERVICES)
  @IsArray()
  readonly serviceIds: readonly string[];
}

/** What a service answers. */
export class AnswerCapacityDto {
  @ApiProperty({ enum: CAPACITY_ANSWERS }) @IsIn(CAPACITY_ANSWERS) readonly answer: CapacityAnswer;

  @ApiPropertyOptional({ enum: HELD_HOURS, description: 'Of a yes: how long the place is held' })
  @IsOptional()
  @IsIn(HELD_HOURS)
  readonly heldHours?: (typeof HELD_HOURS)[number];

  @ApiPropertyOptional({ enum: REFUSAL_REASONS, description: 'Of a no' })
  @IsOptional()
  @IsIn(REFUSAL_REASONS)
  readonly reason?: RefusalReason;

  @ApiPropertyOptional({
    description: 'Of another offer: what; of one for somebody else: for whom; of a yes: on which condition',
  })
  @IsOptional()
  @PlainText(500)
  readonly words?: string;

  @ApiPropertyOptional({ description: 'Whom to call there' })
  @IsOptional()
  @PlainText(200)
  readonly whomToCall?: string;
}

export class RecordCapacityUnmetDto {
  @ApiProperty({ enum: UNMET_REASONS }) @IsIn(UNMET_REASONS) readonly reason: UnmetReason;
}

/** All that a service is shown: the question itself. */
export class AskedCapacityDto {
  @ApiProperty({ example: 'A3F09C', description: 'To speak of it by telephone; of this service alone' })
  readonly number: string;
  @ApiProperty({ enum: SERVICE_NEEDS }) readonly need: ServiceNeed;
  @ApiProperty({ type: ServedAgesDto, nullable: true, description: 'A band; null: a minor of unknown age' })
  readonly ages: ServedAgesDto | null;
  @ApiProperty({ enum: SERVED_SEXES, type: String, nullable: true }) readonly sex: ServedSex | null;
  @ApiProperty({ type: [String], description: 'None: language does not decide' })
  readonly languages: readonly string[];
  @ApiProperty({ enum: CAPACITY_WANTED }) readonly wanted: CapacityWanted;
  @ApiProperty({
    format: 'date-time',
    description: 'When an answer is due (TOOL); to a service to the minute, as two of them may compare',
  })
  readonly dueAt: string;
  @ApiProperty({ enum: REQUEST_STATES }) readonly state: RequestState;
  @ApiProperty({ type: String, format: 'date-time', nullable: true, description: 'Of a yes' })
  readonly heldUntil: string | null;
  @ApiProperty({ description: 'Nobody looks any more: no answer is taken' }) readonly isClosed: boolean;
  @ApiProperty({ type: OverDto, nullable: true, description: 'Of a closed one: why, and since when' })
  readonly over: OverDto | null;
  @ApiProperty({
    ...{ type: String, nullable: true, example: '01 23 45 67 89' },
    description: 'Of the team, as administrators keep it: to verify who asks',
  })
  readonly checkPhone: string | null;
}

export class ReceivedCapacityDto extends AskedCapacityDto {
  @ApiProperty({ format: 'uuid' }) readonly id: string;
  @ApiProperty({ description: 'Of the member’s own service' }) readonly service: string;
}

export class ReceivedCapacitiesDto {
  @ApiProperty({ type: [ReceivedCapacityDto], description: 'Of the last thirty days, the newest first' })
  readonly items: readonly ReceivedCapacityDto[];
  @ApiProperty({ type: String, nullable: true }) readonly next: string | null;
}

export class CapacityEventDto {
  @ApiProperty({ enum: CAPACITY_EVENTS }) readonly kind: CapacityEventKind;
  @ApiProperty({ format: 'date-time' }) readonly at: string;
  @ApiProperty({ type: String, nullable: true, description: 'Who; null: by the link' })
  readonly by: string | null;
  @ApiProperty({ enum: CAPACITY_REASONS, type: String, nullable: true })
  readonly reason: CapacityReason | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) readonly heldUntil: string | null;
  @ApiProperty({ type: String, nullable: true }) readonly words: string | null;
  @ApiProperty({ type: String, nullable: true }) readonly whomToCall: string | null;
}

/** How a link stands. `waiting`: its mail has not left. `locked`: five wrong codes. */
export const LINK_STATES = ['waiting', 'sent', 'locked', 'over'] as const;
export type LinkState = (typeof LINK_STATES)[number];

export class CapacityLinkDto {
  @ApiProperty({ enum: LINK_STATES }) readonly state: LinkState;
  @ApiProperty({
    ...{ type: String, nullable: true, example: '482 915' },
    description: 'To be told by telephone; null: not to this reader',
  })
  readonly code: string | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) readonly until: string | null;
}

export class CapacityRequestDto {
  @ApiProperty({ format: 'uuid' }) readonly id: string;
  @ApiProperty({ example: 'A3F09C' }) readonly number: string;
  @ApiProperty({ type: NamedDto }) readonly service: NamedDto;
  @ApiProperty({ description: 'It is in the directory no more, and can be told of no child' })
  readonly hasLeft: boolean;
  @ApiProperty({ type: [String] }) readonly phones: readonly string[];
  @ApiProperty({ type: [NamedDto], description: 'Accounts that are of it: to whom a part can be referred' })
  readonly members: readonly NamedDto[];
  @ApiProperty({ enum: REQUEST_STATES }) readonly state: RequestState;
  @ApiProperty({ type: CapacityLinkDto, nullable: true, description: 'Of a service without account' })
  readonly link: CapacityLinkDto | null;
  @ApiProperty({ description: 'Who the child is was told to it' }) readonly isReferred: boolean;
  @ApiProperty({
    description:
      'Of a yes: to be confirmed by telephone, it may be promised more often than there are places',
  })
  readonly isToConfirm: boolean;
  @ApiProperty({ type: [CapacityEventDto], description: 'Oldest first' })
  readonly events: readonly CapacityEventDto[];
}

export class CapacityQuestionDto extends PickType(AskedCapacityDto, [
  ...(['need', 'ages', 'sex', 'languages', 'wanted', 'dueAt'] as const),
]) {
  @ApiProperty({ format: 'date-time' }) readonly askedAt: string;
  @ApiProperty({ format: 'uuid' }) readonly id: string;
  @ApiProperty({ enum: QUESTION_STATES }) readonly state: QuestionState;
  @ApiProperty({ description: 'Services that were asked' }) readonly asked: number;
  @ApiProperty({ description: 'Of these, a yes that holds' }) readonly yes: number;
  @ApiProperty() readonly no: number;
  @ApiProperty() readonly otherOffer: number;
  @ApiProperty({ description: 'Not for them, but for somebody whom they name' }) readonly elsewhere: number;
  @ApiProperty({ description: 'Who said nothing in time, which is an answer' }) readonly silent: number;
  @ApiProperty({
    enum: UNMET_REASONS,
    type: String,
    nullable: true,
    description: 'Why nobody meets the need',
  })
  readonly unmet: UnmetReason | null;
  @ApiProperty({ description: 'Somebody covers the need' }) readonly isMet: boolean;
  @ApiProperty({ type: [CapacityRequestDto], description: 'Those who say yes first' })
  readonly requests: readonly CapacityRequestDto[];
}

export class CapacityQuestionsDto extends PageOfCaseDto {
  @ApiProperty({ description: 'May ask, record an answer, renew a link' }) readonly mayRefer: boolean;
  @ApiProperty({ type: [CapacityQuestionDto], description: 'The newest twenty, newest first' })
  readonly items: readonly CapacityQuestionDto[];
}
