import { Body, Controller, Param, type StreamableFile } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { fileOf } from '../../../platform/answers/file-of';
import { Route } from '../../../platform/routes/route';
import { accepted, binary } from '../../../platform/routes/route-answers';
import { BundlePage } from './bundle-page.service';
import { BundleDto, BundleRequestDto, CaseBundlesDto } from './bundles.dto';
import { OrderBundle } from './order-bundle.service';

/** Evidence of a case to take away: whoever has it can check it without us. */
@ApiTags('audit')
@Controller('case-files/:id/bundles')
export class BundlesController {
  constructor(
    private readonly orders: OrderBundle,
    private readonly page: BundlePage,
  ) {}

  @Route('GET', {
    summary: 'Bundles that the reader ordered of this case, and what the next could leave out',
    act: 'bundle.list',
    purpose: 'audit',
    needs: { on: 'case-file', act: 'audit' },
    answers: CaseBundlesDto,
    refuses: ['not-allowed'],
  })
  listBundles(@Param('id') id: string): Promise<CaseBundlesDto> {
    return this.page.ofCase(id) as Promise<CaseBundlesDto>;
  }

  @Route('POST', {
    summary: 'Order a bundle; it is made in the background, redacted to what the reader may see',
    act: 'bundle.order',
    purpose: 'audit',
    needs: { on: 'case-file', act: 'audit' },
    once: true,
    tellsHandling: true,
    answers: accepted(BundleDto),
    refuses: ['invalid', 'refused', 'too-many'],
  })
  async order(@Param('id') caseFileId: string, @Body() request: BundleRequestDto): Promise<BundleDto> {
    const id = await this.orders.order({ kind: 'case', caseFileId }, request);
    return (await this.page.showBundle(id, { caseFileId })) as BundleDto;
  }

  // Asked again and again while it is made; it tells nothing of the case, and an entry each time would be in its way.
  @Route('GET :bundleId', {
    summary: 'How far a bundle is',
    act: 'bundle.read',
    purpose: 'audit',
    isUnrecorded: true,
    needs: { on: 'case-file', act: 'audit' },
    answers: BundleDto,
    refuses: ['not-allowed'],
  })
  async readBundle(@Param('id') caseFileId: string, @Param('bundleId') bundleId: string): Promise<BundleDto> {
    return (await this.page.showBundle(bundleId, { caseFileId })) as BundleDto;
  }

  @Route('GET :bundleId/download', {
    summary: 'The bundle as a ZIP, to be checked with `repere verify`',
    act: 'bundle.download',
    purpose: 'audit',
    needs: { on: 'case-file', act: 'audit' },
    tellsHandling: true,
    answers: binary('application/zip'),
    refuses: ['not-allowed'],
  })
  async download(
    @Param('id') caseFileId: string,
    @Param('bundleId') bundleId: string,
  ): Promise<StreamableFile> {
    const { zip, fileName } = await this.page.download(bundleId, { caseFileId });
    return fileOf(zip, 'application/zip', fileName);
  }
}
