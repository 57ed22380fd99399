import { Controller, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Route } from '../platform/routes/route';
import { ReceivedReferralsService } from './received-referrals.service';
import { UnansweredReferralsDto } from './answers/answers.dto';
import { SentReferralsService } from './answers/sent-referrals.service';
import { PastReferralsDto, ReceivedReferralsDto } from './referral.dto';

@ApiTags('access')
@Controller('referrals')
export class ReceivedReferralsController {
  constructor(
    private readonly received: ReceivedReferralsService,
    private readonly sent: SentReferralsService,
  ) {}

  @Route('GET unanswered', {
    summary:
      'Referrals of one’s teams that nobody answered in time, or of which nobody told what came of the child',
    act: 'referral.unanswered',
    purpose: 'care',
    needs: { on: 'team', act: 'approve' },
    query: [{ name: 'cursor', required: false }],
    answers: UnansweredReferralsDto,
    refuses: ['invalid'],
  })
  unanswered(@Query('cursor') cursor?: string): Promise<UnansweredReferralsDto> {
    return this.sent.unanswered(cursor);
  }

  @Route('GET past', {
    summary: 'Referrals to the partner who asks that are over or were taken back, with nothing of the child',
    act: 'referral.past',
    purpose: 'care',
    needs: { on: 'lists' },
    query: [{ name: 'cursor', required: false }],
    answers: PastReferralsDto,
    refuses: ['not-allowed', 'invalid'],
  })
  listPast(@Query('cursor') cursor?: string): Promise<PastReferralsDto> {
    return this.received.listPast(cursor);
  }

  @Route('GET', {
    summary: 'Cases of which a part is open to the partner who asks, the nearest end first',
    act: 'referral.list',
    purpose: 'care',
    needs: { on: 'lists' },
    query: [{ name: 'cursor', required: false }],
    answers: ReceivedReferralsDto,
    refuses: ['not-allowed', 'invalid'],
  })
  listReceived(@Query('cursor') cursor?: string): Promise<ReceivedReferralsDto> {
    return this.received.listReceived(cursor);
  }
}
