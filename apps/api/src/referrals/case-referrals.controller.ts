import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiHeader, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CaseReader } from '../cases/case-reader';
import { Act } from '../platform/act';
import { Refuses } from '../platform/openapi';
import { OpenReferralService } from './open-referral.service';
import { PartnersQuery } from './partners.query';
import { OpenReferralDto, ReferralChoicesDto, ReferredCaseDto } from './referral.dto';
import { ReferredCaseService } from './referred-case.service';

/** Referrals of one case: opened by who names people in it, read by the partner. They are ended as every tie is. */
@ApiTags('access')
@Controller('case-files/:id')
@Refuses('not-found', 'not-allowed')
export class CaseReferralsController {
  constructor(
    private readonly reader: CaseReader,
    private readonly partners: PartnersQuery,
    private readonly opening: OpenReferralService,
    private readonly referred: ReferredCaseService,
  ) {}

  @Get('partners')
  @Act('referral.choices')
  @ApiOperation({
    summary: 'To whom a part of the case can be referred, and what each class of fields would show them now',
  })
  @ApiOkResponse({ type: ReferralChoicesDto })
  async listPartners(@Param('id') id: string): Promise<ReferralChoicesDto> {
    return this.partners.choices(await this.reader.read(id, 'assign'));
  }

  @Post('referrals')
  @HttpCode(204)
  @Act('referral.open', { idempotent: true })
  @ApiOperation({
    summary: 'Open a part of the case to a partner until a day; recorded as shared in the same transaction',
  })
  @ApiHeader({ name: 'Idempotency-Key', required: true })
  @ApiNoContentResponse()
  @Refuses('invalid', 'refused')
  open(@Param('id') id: string, @Body() body: OpenReferralDto): Promise<void> {
    return this.opening.open(id, body);
  }

  @Get('referral')
  @Act('referral.read')
  @ApiOperation({ summary: 'What a referral carries of the case, for the partner to whom it is open' })
  @ApiOkResponse({ type: ReferredCaseDto })
  show(@Param('id') id: string): Promise<ReferredCaseDto> {
    return this.referred.show(id);
  }
}
