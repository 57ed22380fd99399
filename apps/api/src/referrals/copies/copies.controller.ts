import { Body, Controller, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { CaseReader } from '../../cases/reading/case-reader';
import { ParseUuid } from '../../platform/requests/parse-uuid';
import { Route } from '../../platform/routes/route';
import { ReferralAdditionsDto, ReferralPreviewDto, SendAdditionDto } from './copies.dto';
import { SendAdditionService } from './send-addition.service';

const REFERS = { on: 'case-file', act: 'refer' } as const;

/** What a partner is sent of one case: looked at before it leaves, added to line by line. */
@ApiTags('access')
@Controller('case-files/:id')
export class CopiesController {
  constructor(
    private readonly reader: CaseReader,
    private readonly additions: SendAdditionService,
  ) {}

  @Route('GET referral-preview', {
    summary: 'Exactly what a referral of these classes would send now',
    act: 'referral.preview',
    purpose: 'care',
    needs: REFERS,
    query: [{ name: 'classes', required: false }],
    answers: ReferralPreviewDto,
    refuses: ['not-allowed'],
  })
  async previewReferral(
    @Param('id') id: string,
    @Query('classes') classes?: string,
  ): Promise<ReferralPreviewDto> {
    return this.additions.preview(await this.reader.readCase(id, 'refer'), String(classes ?? '').split(','));
  }

  @Route('GET referrals/:referralId/additions', {
    summary: 'What was recorded since of what a referral carries, and was not sent yet',
    act: 'referral.additions',
    purpose: 'care',
    needs: REFERS,
    answers: ReferralAdditionsDto,
    refuses: ['not-allowed'],
  })
  async listAdditions(
    @Param('id') id: string,
    @Param('referralId', new ParseUuid()) referralId: string,
  ): Promise<ReferralAdditionsDto> {
    return this.additions.listAdditions(await this.reader.readCase(id, 'refer'), referralId);
  }

  @Route('POST referrals/:referralId/additions', {
    summary: 'Send one line more; recorded as shared in the same transaction',
    act: 'referral.add',
    purpose: 'care',
    needs: REFERS,
    once: true,
    answers: null,
    refuses: ['invalid', 'refused'],
  })
  async sendAddition(
    @Param('id') id: string,
    @Param('referralId', new ParseUuid()) referralId: string,
    @Body() addition: SendAdditionDto,
  ): Promise<void> {
    await this.additions.sendAddition(await this.reader.lock(id), referralId, addition);
  }
}
