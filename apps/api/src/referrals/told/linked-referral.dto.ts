import { ApiProperty, IntersectionType, OmitType, PickType } from '@nestjs/swagger';
import { SERVICE_NEEDS, type ServiceNeed } from '@repere/directory';
import { Matches } from 'class-validator';
import { LINK_TOKEN } from '../../access/accounts/mail/link-token';
import { AnswerReferralDto, ReferralEventDto, SentReferralDto } from '../answers/answers.dto';
import { ReceivedTermsDto } from '../received-terms';
import { ReferralMessagesDto, WriteMessageDto } from '../messages/messages.dto';
import { OverDto } from '../taken-back/over.dto';
import { OpenAnswerLinkDto } from '../answer-links/answer-links.dto';

/** Codes alone: the child’s words are told, not shown behind a link. */
class LinkedTermsDto extends OmitType(ReceivedTermsDto, ['childView']) {}

/** A referral as the service sees it that was told of it: how it stands and what was answered. Nothing of the case. */
export class LinkedReferralDto extends PickType(SentReferralDto, ['state', 'sentAt', 'dueAt']) {
  @ApiProperty({ example: 'A3F09C', description: 'What it is called on the telephone' })
  readonly number: string;
  @ApiProperty({ enum: SERVICE_NEEDS, type: String, nullable: true }) readonly need: ServiceNeed | null;
  @ApiProperty({
    ...{ type: OverDto, nullable: true },
    description: 'Why nothing is asked any more, and no answer taken; null: it goes on',
  })
  readonly over: OverDto | null;
  @ApiProperty({
    ...{ type: String, nullable: true, example: '01 23 45 67 89' },
    description: 'Of the team, as administrators keep it: to verify who asks',
  })
  readonly checkPhone: string | null;
  @ApiProperty({
    ...{ type: LinkedTermsDto, nullable: true },
    description: 'As it was told; null: gone with the case’s key, or nothing is asked any more',
  })
  readonly terms: LinkedTermsDto | null;
  @ApiProperty({ type: [ReferralEventDto], description: 'What was answered by the link, oldest first' })
  readonly answers: readonly ReferralEventDto[];
  @ApiProperty({ type: ReferralMessagesDto, description: 'None where nothing is asked any more' })
  readonly messages: ReferralMessagesDto;
}

/** To the team, by the link. */
export class WriteMessageByLinkDto extends IntersectionType(WriteMessageDto, OpenAnswerLinkDto) {}

export class AnswerReferralByLinkDto extends AnswerReferralDto implements OpenAnswerLinkDto {
  @ApiProperty({ description: 'What stands behind # in the link of the mail' })
  @Matches(LINK_TOKEN)
  readonly token: string;

  @ApiProperty({ example: '482915', description: 'Six digits, as they were told by telephone' })
  @Matches(/^[0-9]{6}$/)
  readonly code: string;
}
