import { Body, Controller, Get, HttpCode, Param, Post, type StreamableFile } from '@nestjs/common';
import { ApiAcceptedResponse, ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import { Act } from '../../platform/act';
import { fileOf } from '../../platform/file-of';
import { Refuses } from '../../platform/openapi';
import { BundlePage } from './bundle-page.service';
import { BundleDto, BundleRequestDto, CaseBundlesDto } from './bundles.dto';
import { OrderBundle } from './order-bundle.service';

/** Evidence of a case to take away: whoever has it can check it without us. */
@ApiTags('audit')
@Controller('case-files/:id/bundles')
@Refuses('not-found', 'not-allowed')
export class BundlesController {
  constructor(
    private readonly orders: OrderBundle,
    private readonly page: BundlePage,
  ) {}

  @Get()
  @Act('bundle.list', { purpose: 'audit' })
  @ApiOperation({
    summary: 'Bundles that the reader ordered of this case, and what the next could leave out',
  })
  @ApiOkResponse({ type: CaseBundlesDto })
  list(@Param('id') id: string): Promise<CaseBundlesDto> {
    return this.page.ofCase(id) as Promise<CaseBundlesDto>;
  }

  @Post()
  @HttpCode(202)
  @Act('bundle.order', { purpose: 'audit', idempotent: true })
  @ApiOperation({ summary: 'Order a bundle; it is made in the background, cut to what the reader may see' })
  @ApiAcceptedResponse({ type: BundleDto })
  @Refuses('invalid', 'refused', 'too-many')
  async order(@Param('id') caseFileId: string, @Body() request: BundleRequestDto): Promise<BundleDto> {
    const id = await this.orders.order({ kind: 'case', caseFileId }, request);
    return (await this.page.show(id, { caseFileId })) as BundleDto;
  }

  // Asked again and again while it is made; it tells nothing of the case, and an entry each time would be in its way.
  @Get(':bundleId')
  @Act('bundle.read', { purpose: 'audit', isUnrecorded: true })
  @ApiOperation({ summary: 'How far a bundle is' })
  @ApiOkResponse({ type: BundleDto })
  async read(@Param('id') caseFileId: string, @Param('bundleId') bundleId: string): Promise<BundleDto> {
    return (await this.page.show(bundleId, { caseFileId })) as BundleDto;
  }

  @Get(':bundleId/download')
  @Act('bundle.download', { purpose: 'audit' })
  @ApiOperation({ summary: 'The bundle as a ZIP, to be checked with `repere verify`' })
  @ApiProduces('application/zip')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async download(
    @Param('id') caseFileId: string,
    @Param('bundleId') bundleId: string,
  ): Promise<StreamableFile> {
    const { zip, fileName } = await this.page.download(bundleId, { caseFileId });
    return fileOf(zip, 'application/zip', fileName);
  }
}
