import { Body, Controller, Param, type StreamableFile } from '@nestjs/common';
import { ApiProperty, ApiTags } from '@nestjs/swagger';
import { fileOf } from '../../platform/answers/file-of';
import { BundlePage } from '../bundle/ordering/bundle-page.service';
import { BundleDto, BundleRequestDto } from '../bundle/ordering/bundles.dto';
import { OrderBundle } from '../bundle/ordering/order-bundle.service';
import { MissionFinder } from './mission-finder';
import { refused } from '../../platform/refusals/refused';
import { Route } from '../../platform/routes/route';
import { accepted, binary } from '../../platform/routes/route-answers';
import { SampleRepository } from './planning/sample.repository';

class MissionBundlesDto {
  @ApiProperty({ type: [BundleDto] }) readonly items: readonly BundleDto[];
}

/** Evidence of a whole mission to take away: its cases, its own acts, and the proof of both. */
@ApiTags('audit')
@Controller('missions/:id/bundles')
export class MissionBundlesController {
  constructor(
    private readonly finder: MissionFinder,
    private readonly samples: SampleRepository,
    private readonly orders: OrderBundle,
    private readonly page: BundlePage,
  ) {}

  @Route('GET', {
    summary: 'Bundles that the reader ordered of this mission',
    act: 'bundle.list',
    purpose: 'audit',
    needs: { on: 'mission' },
    answers: MissionBundlesDto,
    refuses: ['not-found', 'not-allowed'],
  })
  async listBundles(@Param('id') id: string): Promise<MissionBundlesDto> {
    await this.finder.readMission(id);
    return { items: (await this.page.ofMission(id)) as readonly BundleDto[] };
  }

  @Route('POST', {
    summary: 'Order a bundle of the mission; it is made in the background',
    act: 'bundle.order',
    purpose: 'audit',
    needs: { on: 'mission' },
    once: true,
    answers: accepted(BundleDto),
    refuses: ['invalid', 'refused', 'too-many'],
  })
  async order(@Param('id') missionId: string, @Body() request: BundleRequestDto): Promise<BundleDto> {
    const { reference, state } = await this.finder.readMission(missionId);
    if (state === 'draft')
      throw refused(
        'mission-not-open',
        'La mission n’est pas encore ouverte : elle n’a pas de dossiers.',
        'The mission is not open yet: it has no cases.',
      );
    const caseFileIds = (await this.samples.listSample(missionId)).map(({ caseFileId }) => caseFileId);
    const id = await this.orders.order({ kind: 'mission', missionId, reference, caseFileIds }, request);
    return (await this.page.showBundle(id, { missionId })) as BundleDto;
  }

  // Asked again and again while it is made; it tells nothing of a case.
  @Route('GET :bundleId', {
    summary: 'How far a bundle is',
    act: 'bundle.read',
    purpose: 'audit',
    isUnrecorded: true,
    needs: { on: 'mission' },
    answers: BundleDto,
    refuses: ['not-found', 'not-allowed'],
  })
  async readBundle(@Param('id') missionId: string, @Param('bundleId') bundleId: string): Promise<BundleDto> {
    await this.finder.readMission(missionId);
    return (await this.page.showBundle(bundleId, { missionId })) as BundleDto;
  }

  @Route('GET :bundleId/download', {
    summary: 'The bundle as a ZIP, to be checked with `repere verify`',
    act: 'bundle.download',
    purpose: 'audit',
    needs: { on: 'mission' },
    answers: binary('application/zip'),
    refuses: ['not-found', 'not-allowed'],
  })
  async download(
    @Param('id') missionId: string,
    @Param('bundleId') bundleId: string,
  ): Promise<StreamableFile> {
    await this.finder.readMission(missionId);
    const { zip, fileName } = await this.page.download(bundleId, { missionId });
    return fileOf(zip, 'application/zip', fileName);
  }
}
