import { Body, Controller, Param } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { CaseReader } from '../cases/reading/case-reader';
import { ParseUuid } from '../platform/requests/parse-uuid';
import { Route } from '../platform/routes/route';
import { OpenReferralService } from './open-referral.service';
import { PartnersQuery } from './partners.query';
import { OpenReferralDto, ReferralChoicesDto, ReferredCaseDto } from './referral.dto';
import { AnswerReferralDto, GiveFeedbackDto } from './answers/answers.dto';
import { ReferredCaseService } from './referred-case.service';

/** By this referral, and nothing that another one carries. */
const RECEIVES = { on: 'case-file', act: 'receive', referral: 'referralId' } as const;

/** Referrals of one case: opened by who refers, each read and answered by its partner by its own id. */
@ApiTags('access')
@Controller('case-files/:id')
export class CaseReferralsController {
  constructor(
    private readonly reader: CaseReader,
    private readonly partners: PartnersQuery,
    private readonly opening: OpenReferralService,
    private readonly referred: ReferredCaseService,
  ) {}

  @Route('GET partners', {
    summary: 'To whom a part of the case can be referred, and what each class of fields would show them now',
    act: 'referral.choices',
    purpose: 'care',
    needs: { on: 'case-file', act: 'refer' },
    answers: ReferralChoicesDto,
    refuses: ['not-allowed'],
  })
  async listPartners(@Param('id') id: string): Promise<ReferralChoicesDto> {
    return this.partners.choices(await this.reader.readCase(id, 'refer'));
  }

  @Route('POST referrals', {
    summary: 'Open a part of the case to a partner until a day; recorded as shared in the same transaction',
    act: 'referral.open',
    purpose: 'care',
    needs: { on: 'case-file', act: 'refer' },
    once: true,
    answers: null,
    refuses: ['invalid', 'refused'],
  })
  openReferral(@Param('id') id: string, @Body() body: OpenReferralDto): Promise<void> {
    return this.opening.openReferral(id, body);
  }

  @Route('POST received-referrals/:referralId/answers', {
    summary:
      'What the partner answers: yes, no with its reason, or another offer. A later answer takes its place',
    act: 'referral.answer',
    purpose: 'care',
    needs: RECEIVES,
    once: true,
    answers: null,
    refuses: ['invalid', 'refused'],
  })
  answerReferral(
    @Param('id') id: string,
    @Param('referralId', new ParseUuid()) referralId: string,
    @Body() body: AnswerReferralDto,
  ): Promise<void> {
    return this.referred.answerReferral(id, referralId, body);
  }

  @Route('POST received-referrals/:referralId/feedback', {
    summary: 'What came of the child, as the partner says; owed within three months of a yes (F37)',
    act: 'referral.feedback',
    purpose: 'care',
    needs: RECEIVES,
    once: true,
    answers: null,
    refuses: ['invalid', 'refused'],
  })
  giveFeedback(
    @Param('id') id: string,
    @Param('referralId', new ParseUuid()) referralId: string,
    @Body() { words }: GiveFeedbackDto,
  ): Promise<void> {
    return this.referred.giveFeedback(id, referralId, words);
  }

  @Route('GET received-referrals/:referralId', {
    summary: 'What a referral carries of the case, for the partner to whom it is open',
    act: 'referral.read',
    purpose: 'care',
    needs: RECEIVES,
    answers: ReferredCaseDto,
    refuses: ['not-allowed'],
  })
  showReferredCase(
    @Param('id') id: string,
    @Param('referralId', new ParseUuid()) referralId: string,
  ): Promise<ReferredCaseDto> {
    return this.referred.showReferredCase(id, referralId);
  }
}
