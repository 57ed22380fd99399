import { Body, Controller, Param } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { CaseReader } from '../../cases/reading/case-reader';
import { ParseUuid } from '../../platform/requests/parse-uuid';
import { Route } from '../../platform/routes/route';
import { ReferredCaseService } from '../referred-case.service';
import { WriteToServiceDto, WriteMessageDto, MarkReadDto } from './messages.dto';
import { ReferralMessages } from './referral-messages.service';

const REFERS = { on: 'case-file', act: 'refer' } as const;

/** Messages between the team that refers and the account that was asked, about one referral. */
@ApiTags('access')
@Controller('case-files/:id')
export class MessagesController {
  constructor(
    private readonly reader: CaseReader,
    private readonly messages: ReferralMessages,
    private readonly referred: ReferredCaseService,
  ) {}

  @Route('POST referrals/:referralId/messages', {
    summary: 'Write to the service of a referral; recorded as shared in the same transaction',
    act: 'referral.message',
    purpose: 'care',
    needs: REFERS,
    once: true,
    answers: null,
    refuses: ['invalid', 'refused'],
  })
  async writeToService(
    @Param('id') id: string,
    @Param('referralId', new ParseUuid()) referralId: string,
    @Body() body: WriteToServiceDto,
  ): Promise<void> {
    await this.messages.writeToService(await this.reader.lock(id), referralId, body);
  }

  @Route('PUT referrals/messages-read/:referralId', {
    summary: 'What the service wrote was read: it waits for nobody any more',
    act: 'referral.messages-read',
    purpose: 'care',
    needs: REFERS,
    once: true,
    answers: null,
    refuses: ['invalid', 'refused'],
  })
  async markRead(
    @Param('id') id: string,
    @Param('referralId', new ParseUuid()) referralId: string,
    @Body() body: MarkReadDto,
  ): Promise<void> {
    await this.messages.markRead(await this.reader.lock(id), referralId, body);
  }

  @Route('POST received-referrals/:referralId/messages', {
    summary: 'Write to the team, by the partner; no answer, whatever it says',
    act: 'referral.message-to-team',
    purpose: 'care',
    needs: { on: 'case-file', act: 'receive', referral: 'referralId' },
    once: true,
    answers: null,
    refuses: ['invalid', 'refused'],
  })
  writeToTeam(
    @Param('id') id: string,
    @Param('referralId', new ParseUuid()) referralId: string,
    @Body() { words }: WriteMessageDto,
  ): Promise<void> {
    return this.referred.writeToTeam(id, referralId, words);
  }
}
