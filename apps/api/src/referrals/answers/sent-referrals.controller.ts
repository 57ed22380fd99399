import { Body, Controller, Param } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { CaseReader } from '../../cases/reading/case-reader';
import { ParseUuid } from '../../platform/requests/parse-uuid';
import { Route } from '../../platform/routes/route';
import { AnswerReferralService } from './answer-referral.service';
import {
  AnswerReferralDto,
  FollowUpReferralDto,
  RecordUnmetDto,
  RemindPartnerDto,
  SentReferralsDto,
  TakeOfferDto,
} from './answers.dto';
import { FollowUpReferralService } from './follow-up-referral.service';
import { TakeOfferService } from './take-offer.service';
import { SentReferralsService } from './sent-referrals.service';
import { WithdrawReferralService } from '../taken-back/withdraw-referral.service';

const REFERS = { on: 'case-file', act: 'refer' } as const;

/** What became of the referrals of one case, for who works on it. */
@ApiTags('access')
@Controller('case-files/:id/referrals')
export class SentReferralsController {
  constructor(
    private readonly reader: CaseReader,
    private readonly sent: SentReferralsService,
    private readonly answering: AnswerReferralService,
    private readonly following: FollowUpReferralService,
    private readonly offers: TakeOfferService,
    private readonly withdrawing: WithdrawReferralService,
  ) {}

  @Route('GET', {
    summary: 'What was asked of whom, since when, what they answered, and which needs nobody meets',
    act: 'referral.sent',
    purpose: 'care',
    needs: { on: 'case-file', act: 'read' },
    answers: SentReferralsDto,
    refuses: [],
  })
  async listSentReferrals(@Param('id') id: string): Promise<SentReferralsDto> {
    return this.sent.showSent(await this.reader.readCase(id));
  }

  @Route('POST :referralId/answers', {
    summary: 'The answer of a partner, as it was told by telephone or on paper',
    act: 'referral.record-answer',
    purpose: 'care',
    needs: REFERS,
    once: true,
    answers: null,
    refuses: ['invalid', 'refused'],
  })
  async recordAnswer(
    @Param('id') id: string,
    @Param('referralId', new ParseUuid()) referralId: string,
    @Body() body: AnswerReferralDto,
  ): Promise<void> {
    await this.answering.recordAnswer(await this.reader.lock(id), referralId, body);
  }

  @Route('PUT offers-taken/:referralId', {
    summary: 'What the service offered instead is taken: it has the child as after a yes',
    act: 'referral.take-offer',
    purpose: 'care',
    needs: REFERS,
    once: true,
    answers: null,
    refuses: ['invalid', 'refused'],
  })
  async takeOffer(
    @Param('id') id: string,
    @Param('referralId', new ParseUuid()) referralId: string,
    @Body() body: TakeOfferDto,
  ): Promise<void> {
    await this.offers.takeOffer(await this.reader.lock(id), referralId, body);
  }

  @Route('PUT withdrawn/:referralId', {
    summary:
      'One referral is taken back: an account reads nothing behind it any more, the link of a service without one says so; others stay',
    act: 'referral.withdraw',
    purpose: 'care',
    needs: { on: 'case-file', act: 'assign' },
    once: true,
    answers: null,
    refuses: [],
  })
  async withdraw(
    @Param('id') id: string,
    @Param('referralId', new ParseUuid()) referralId: string,
  ): Promise<void> {
    await this.withdrawing.withdraw(await this.reader.lock(id), referralId);
  }

  @Route('POST :referralId/reminders', {
    summary: 'The partner was chased, or is by a mail that says nothing of the child',
    act: 'referral.remind',
    purpose: 'care',
    needs: REFERS,
    once: true,
    answers: null,
    refuses: ['invalid', 'refused'],
  })
  async remind(
    @Param('id') id: string,
    @Param('referralId', new ParseUuid()) referralId: string,
    @Body() body: RemindPartnerDto,
  ): Promise<void> {
    await this.answering.remind(await this.reader.lock(id), referralId, body);
  }

  @Route('POST :referralId/follow-ups', {
    summary: 'The child was received by the service, or the referral is over, and whether the need was met',
    act: 'referral.progress',
    purpose: 'care',
    needs: REFERS,
    once: true,
    answers: null,
    refuses: ['invalid', 'refused'],
  })
  async followUp(
    @Param('id') id: string,
    @Param('referralId', new ParseUuid()) referralId: string,
    @Body() body: FollowUpReferralDto,
  ): Promise<void> {
    await this.following.recordOutcome(await this.reader.lock(id), referralId, body);
  }

  @Route('POST :referralId/unmet', {
    summary: 'Nobody meets the need for which this was sent',
    act: 'referral.unmet',
    purpose: 'care',
    needs: REFERS,
    once: true,
    answers: null,
    refuses: ['invalid', 'refused'],
  })
  async recordUnmet(
    @Param('id') id: string,
    @Param('referralId', new ParseUuid()) referralId: string,
    @Body() body: RecordUnmetDto,
  ): Promise<void> {
    await this.answering.recordUnmet(await this.reader.lock(id), referralId, body);
  }
}
