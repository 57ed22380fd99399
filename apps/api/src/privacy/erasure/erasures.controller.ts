import { Body, Controller, Param, Query, StreamableFile } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { StepUp } from '../../access/factors/second-step/step-up';
import { fileOf } from '../../platform/answers/file-of';
import { ParseUuid } from '../../platform/requests/parse-uuid';
import { Route } from '../../platform/routes/route';
import { binary, created } from '../../platform/routes/route-answers';
import { ErasureCertificate } from './certificate/erasure-certificate.service';
import { EraseCaseService } from './erase-case.service';
import { ApproveErasureDto, ErasureDto, ErasurePageDto, ProposeErasureDto } from './erasures.dto';
import { ErasuresService } from './erasures.service';

const ZIP = 'application/zip';
/** For good: whoever agrees has shown who they are as many minutes ago at most. */
const FRESH_MINUTES = 5;

@ApiTags('privacy')
@Controller()
export class ErasuresController {
  constructor(
    private readonly erasures: ErasuresService,
    private readonly erasing: EraseCaseService,
    private readonly certificates: ErasureCertificate,
    private readonly stepUp: StepUp,
  ) {}

  @Route('GET erasures', {
    summary: 'Erasures that wait for a second person, and those that were settled, newest first',
    act: 'erasure.list',
    purpose: 'supervision',
    needs: { on: 'team', act: 'see-privacy' },
    query: [{ name: 'cursor', required: false }],
    answers: ErasurePageDto,
    refuses: ['invalid'],
  })
  listErasures(@Query('cursor') cursor?: string): Promise<ErasurePageDto> {
    return this.erasures.listErasures(cursor);
  }

  @Route('POST case-files/:id/erasure', {
    summary: 'Propose to erase a closed case; nothing is erased before another person agrees',
    act: 'erasure.propose',
    purpose: 'supervision',
    needs: { on: 'case-file', act: 'retain' },
    once: true,
    answers: created(ErasureDto),
    refuses: ['refused', 'invalid'],
  })
  proposeErasure(@Param('id') id: string, @Body() { ground, basis }: ProposeErasureDto): Promise<ErasureDto> {
    return this.erasures.proposeErasure(id, ground, basis);
  }

  @Route('POST erasures/:id/approve', {
    summary: 'Agree, as a second person: the case is erased at once, for good',
    act: 'erasure.approve',
    purpose: 'supervision',
    needs: { on: 'privacy' },
    once: true,
    answers: ErasureDto,
    refuses: ['refused', 'stale', 'invalid', 'step-up-required'],
  })
  approveErasure(
    @Param('id', ParseUuid) id: string,
    @Body() { hash }: ApproveErasureDto,
  ): Promise<ErasureDto> {
    this.stepUp.require(FRESH_MINUTES);
    return this.erasing.approveErasure(id, hash);
  }

  @Route('POST erasures/:id/settle', {
    summary: 'Withdraw one’s own proposal, or refuse somebody else’s: the case stays',
    act: 'erasure.settle',
    purpose: 'supervision',
    needs: { on: 'privacy' },
    once: true,
    answers: null,
    refuses: ['refused'],
  })
  settleErasure(@Param('id', ParseUuid) id: string): Promise<void> {
    return this.erasures.settleErasure(id);
  }

  @Route('GET erasures/:id/certificate', {
    summary: 'The certificate on paper, in both languages, with the proof of its entry in the record',
    act: 'erasure.certificate',
    purpose: 'supervision',
    needs: { on: 'privacy' },
    answers: binary(ZIP),
    refuses: ['not-allowed', 'not-found', 'refused'],
  })
  async certificate(@Param('id', ParseUuid) id: string): Promise<StreamableFile> {
    const { zip, reference } = await this.certificates.makeCertificate(id);
    return fileOf(zip, ZIP, `${reference}.zip`);
  }
}
