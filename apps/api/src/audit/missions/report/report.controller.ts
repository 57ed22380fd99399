import { Controller, Inject, Param, Query, Res, StreamableFile } from '@nestjs/common';
import { ApiPropertyOptional, ApiTags } from '@nestjs/swagger';
import type { Words } from '@repere/cases';
import { zoneOf } from '@repere/territories';
import { IsIn, IsOptional } from 'class-validator';
import type { Response } from 'express';
import type { Configuration } from '../../../platform/settings/configuration';
import { fileOf } from '../../../platform/answers/file-of';
import { Route } from '../../../platform/routes/route';
import { binary } from '../../../platform/routes/route-answers';
import { CONFIGURATION } from '../../../platform/tokens';
import { UnitOfWork } from '../../../platform/unit/unit-of-work';
import type { DossierDocument } from '../../bundle/dossier/dossier-document';
import { PrintDossier } from '../../bundle/dossier/print-dossier';
import { writeHtml } from '../../bundle/dossier/write-html';
import { MissionFinder } from '../mission-finder';
import { MissionPage } from '../mission-page.service';
import { renderMission } from './render-mission';
import type { MissionDto } from '../mission.dto';

class ReportQueryDto {
  @ApiPropertyOptional({ enum: ['fr', 'en'], default: 'fr' })
  @IsOptional()
  @IsIn(['fr', 'en'])
  readonly language?: keyof Words;
}

/** The report of a mission, redacted to what its reader may see, as a page and as a paper. */
@ApiTags('audit')
@Controller('missions/:id')
export class MissionReportController {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly finder: MissionFinder,
    private readonly page: MissionPage,
    private readonly papers: PrintDossier,
    @Inject(CONFIGURATION) private readonly configuration: Configuration,
  ) {}

  @Route('GET report.html', {
    summary: 'The report as one page that needs nothing else',
    act: 'mission.report',
    purpose: 'audit',
    needs: { on: 'mission' },
    answers: binary('text/html'),
    refuses: ['invalid', 'not-found'],
  })
  async html(
    @Param('id') id: string,
    @Query() { language = 'fr' }: ReportQueryDto,
    @Res({ passthrough: true }) response: Response,
  ): Promise<StreamableFile> {
    const { document, name } = await this.renderReport(id, language);
    const html = writeHtml(document);
    // The page's own policy, which knows its one style; ours for the application knows it not.
    const [, policy = "default-src 'none'"] =
      /http-equiv="Content-Security-Policy" content="([^"]+)"/.exec(html) ?? [];
    response.setHeader('Content-Security-Policy', `${policy}; frame-ancestors 'none'`);
    return new StreamableFile(Buffer.from(html), {
      type: 'text/html; charset=utf-8',
      disposition: `inline; filename="${name}.html"`,
    });
  }

  @Route('GET report.pdf', {
    summary: 'The report on paper (PDF/UA-1)',
    act: 'mission.report',
    purpose: 'audit',
    needs: { on: 'mission' },
    answers: binary('application/pdf'),
    refuses: ['invalid', 'not-found'],
  })
  async pdf(@Param('id') id: string, @Query() { language = 'fr' }: ReportQueryDto): Promise<StreamableFile> {
    const { document, name } = await this.renderReport(id, language);
    return fileOf(await this.papers.print(document), 'application/pdf', `${name}.pdf`);
  }

  private async renderReport(
    id: string,
    language: keyof Words,
  ): Promise<{ readonly document: DossierDocument; readonly name: string }> {
    const mission: MissionDto = await this.page.showMission(await this.finder.readMission(id));
    const { account, space } = this.unit;
    const document = renderMission(mission, {
      language,
      zone: zoneOf(account.teams[0]?.territory),
      isFiction: this.configuration.demo || space.kind === 'training',
      now: this.unit.now(),
      madeBy: account.name,
    });
    return { document, name: `mission-${mission.reference}` };
  }
}
