import { Body, Controller, Param } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { CaseReader } from '../../cases/reading/case-reader';
import { ParseUuid } from '../../platform/requests/parse-uuid';
import { Route } from '../../platform/routes/route';
import { ReferToServiceDto, ServiceToTellDto } from './tell-service.dto';
import { TellServiceService } from './tell-service.service';

/** Referrals to services without account: told by telephone or letter, answered as every other. */
@ApiTags('access')
@Controller('case-files/:id/told-referrals')
export class ToldReferralsController {
  constructor(
    private readonly reader: CaseReader,
    private readonly telling: TellServiceService,
  ) {}

  @Route('GET services/:serviceId', {
    summary: 'The service that is to be told, and for which open needs of the case it could be',
    act: 'referral.choices',
    purpose: 'care',
    needs: { on: 'case-file', act: 'refer' },
    answers: ServiceToTellDto,
    refuses: ['not-allowed'],
  })
  async showService(
    @Param('id') id: string,
    @Param('serviceId', new ParseUuid()) serviceId: string,
  ): Promise<ServiceToTellDto> {
    return this.telling.showService(await this.reader.readCase(id, 'refer'), serviceId);
  }

  @Route('POST', {
    summary:
      'A service without account was told who the child is, by telephone or letter: a referral with its clock; recorded as shared',
    act: 'referral.tell',
    purpose: 'care',
    needs: { on: 'case-file', act: 'refer' },
    once: true,
    answers: null,
    refuses: ['invalid', 'refused'],
  })
  async referTo(@Param('id') id: string, @Body() body: ReferToServiceDto): Promise<void> {
    await this.telling.referTo(await this.reader.lock(id), body);
  }
}
