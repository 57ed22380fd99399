import { Body, Controller, Get, HttpCode, Param, Post, Query, StreamableFile } from '@nestjs/common';
import {
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiProduces,
  ApiQuery,
  ApiTags,
} from '@nestjs/swagger';
import { StepUp } from '../../access/factors/step-up';
import { Act } from '../../platform/act';
import { fileOf } from '../../platform/file-of';
import { Refuses } from '../../platform/openapi';
import { ParseUuid } from '../../platform/parse-uuid';
import { ErasureCertificate } from './certificate/erasure-certificate.service';
import { EraseCaseService } from './erase-case.service';
import { ApproveErasureDto, ErasureDto, ErasurePageDto, ProposeErasureDto } from './erasures.dto';
import { ErasuresService } from './erasures.service';

const ZIP = 'application/zip';
/** For good: whoever agrees has shown who they are as many minutes ago at most. */
const FRESH_MINUTES = 5;

@ApiTags('privacy')
@Controller()
@Refuses('not-allowed')
export class ErasuresController {
  constructor(
    private readonly erasures: ErasuresService,
    private readonly erasing: EraseCaseService,
    private readonly certificates: ErasureCertificate,
    private readonly stepUp: StepUp,
  ) {}

  @Get('erasures')
  @Act('erasure.list', { purpose: 'supervision' })
  @ApiOperation({
    summary: 'Erasures that wait for a second person, and those that were settled, newest first',
  })
  @ApiQuery({ name: 'cursor', required: false })
  @ApiOkResponse({ type: ErasurePageDto })
  @Refuses('invalid')
  list(@Query('cursor') cursor?: string): Promise<ErasurePageDto> {
    return this.erasures.list(cursor);
  }

  @Post('case-files/:id/erasure')
  @HttpCode(201)
  @Act('erasure.propose', { purpose: 'supervision', idempotent: true })
  @ApiOperation({ summary: 'Propose to erase a closed case; nothing is erased before another person agrees' })
  @ApiCreatedResponse({ type: ErasureDto })
  @Refuses('not-found', 'refused', 'invalid')
  propose(@Param('id') id: string, @Body() { ground, basis }: ProposeErasureDto): Promise<ErasureDto> {
    return this.erasures.propose(id, ground, basis);
  }

  @Post('erasures/:id/approve')
  @HttpCode(200)
  @Act('erasure.approve', { purpose: 'supervision', idempotent: true })
  @ApiOperation({ summary: 'Agree, as a second person: the case is erased at once, for good' })
  @ApiOkResponse({ type: ErasureDto })
  @Refuses('not-found', 'refused', 'stale', 'invalid', 'step-up-required')
  approve(@Param('id', ParseUuid) id: string, @Body() { hash }: ApproveErasureDto): Promise<ErasureDto> {
    this.stepUp.require(FRESH_MINUTES);
    return this.erasing.approve(id, hash);
  }

  @Post('erasures/:id/settle')
  @HttpCode(204)
  @Act('erasure.settle', { purpose: 'supervision', idempotent: true })
  @ApiOperation({ summary: 'Withdraw one’s own proposal, or refuse somebody else’s: the case stays' })
  @ApiNoContentResponse()
  @Refuses('not-found', 'refused')
  settle(@Param('id', ParseUuid) id: string): Promise<void> {
    return this.erasures.settle(id);
  }

  @Get('erasures/:id/certificate')
  @Act('erasure.certificate', { purpose: 'supervision' })
  @ApiOperation({
    summary: 'The certificate on paper, in both languages, with the proof of its entry in the record',
  })
  @ApiProduces(ZIP)
  @ApiOkResponse({
    description: 'A ZIP',
    content: { [ZIP]: { schema: { type: 'string', format: 'binary' } } },
  })
  @Refuses('not-found', 'refused')
  async certificate(@Param('id', ParseUuid) id: string): Promise<StreamableFile> {
    const { zip, reference } = await this.certificates.make(id);
    return fileOf(zip, ZIP, `${reference}.zip`);
  }
}
