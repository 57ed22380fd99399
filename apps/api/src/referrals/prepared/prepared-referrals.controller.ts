import { Body, Controller, Param } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { CaseReader } from '../../cases/reading/case-reader';
import { ParseUuid } from '../../platform/requests/parse-uuid';
import { Route } from '../../platform/routes/route';
import { created } from '../../platform/routes/route-answers';
import {
  ChangePreparedDto,
  DropPreparedDto,
  KeptPreparedDto,
  PrepareReferralDto,
  ResumedReferralDto,
} from './prepared.dto';
import { PrepareReferralService } from './prepare-referral.service';
import { ShowPreparedService } from './show-prepared.service';

const REFERS = { on: 'case-file', act: 'refer' } as const;

/** Referrals that are composed and not sent: kept, taken up again by whoever may refer, or dropped. */
@ApiTags('access')
@Controller('case-files/:id/prepared-referrals')
export class PreparedReferralsController {
  constructor(
    private readonly reader: CaseReader,
    private readonly showing: ShowPreparedService,
    private readonly preparing: PrepareReferralService,
  ) {}

  @Route('GET :preparedId', {
    summary: 'A prepared referral, to go on from',
    act: 'referral.resume',
    purpose: 'care',
    needs: REFERS,
    answers: ResumedReferralDto,
    refuses: ['not-allowed'],
  })
  async resume(
    @Param('id') id: string,
    @Param('preparedId', new ParseUuid()) preparedId: string,
  ): Promise<ResumedReferralDto> {
    return this.showing.resume(await this.reader.readCase(id, 'refer'), preparedId);
  }

  @Route('POST', {
    summary: 'Keep what is composed for a service, without sending it; nothing leaves',
    act: 'referral.prepare',
    purpose: 'care',
    needs: REFERS,
    once: true,
    answers: created(KeptPreparedDto),
    refuses: ['invalid', 'refused'],
  })
  async prepare(@Param('id') id: string, @Body() body: PrepareReferralDto): Promise<KeptPreparedDto> {
    return { id: await this.preparing.prepare(await this.reader.lock(id), body) };
  }

  @Route('PUT :preparedId', {
    summary: 'Keep it as it is composed now, over the version that was seen',
    act: 'referral.prepare',
    purpose: 'care',
    needs: REFERS,
    once: true,
    answers: null,
    refuses: ['invalid', 'refused'],
  })
  async changePrepared(
    @Param('id') id: string,
    @Param('preparedId', new ParseUuid()) preparedId: string,
    @Body() { version, ...composed }: ChangePreparedDto,
  ): Promise<void> {
    await this.preparing.changePrepared(await this.reader.lock(id), { id: preparedId, version }, composed);
  }

  @Route('PUT :preparedId/dropped', {
    summary: 'A prepared referral is not sent: it goes',
    act: 'referral.drop-prepared',
    purpose: 'care',
    needs: REFERS,
    once: true,
    answers: null,
    refuses: ['invalid', 'refused'],
  })
  async drop(
    @Param('id') id: string,
    @Param('preparedId', new ParseUuid()) preparedId: string,
    @Body() { version }: DropPreparedDto,
  ): Promise<void> {
    await this.preparing.drop(await this.reader.lock(id), { id: preparedId, version });
  }
}
