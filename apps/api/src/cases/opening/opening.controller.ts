import { Body, Controller, type OnModuleInit, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { Idempotency } from '../../platform/requests/idempotency';
import { Route } from '../../platform/routes/route';
import { created } from '../../platform/routes/route-answers';
import { UnitOfWork } from '../../platform/unit/unit-of-work';
import { CaseFileDto } from '../page/case-file.dto';
import { CaseReader } from '../reading/case-reader';
import { ShowDuplicatesService } from '../duplicates/show-duplicates.service';
import { CasePageService } from '../page/case-page.service';
import { OpenCaseFileService } from './open-case-file.service';
import { DuplicateSearchDto, OpenCaseFileDto } from './open-case-file.dto';
import { DuplicateMatchesDto } from './opening.dto';

@ApiTags('cases')
@Controller('case-files')
export class OpeningController implements OnModuleInit {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly opening: OpenCaseFileService,
    private readonly duplicates: ShowDuplicatesService,
    private readonly reader: CaseReader,
    private readonly page: CasePageService,
    private readonly idempotency: Idempotency,
  ) {}

  onModuleInit(): void {
    this.idempotency.readsAgain('case-file.open', (id, response) => this.showOpened(id, response));
  }

  @Route('POST', {
    summary: 'Open a case with almost nothing: danger first, identification starts by itself',
    act: 'case-file.open',
    purpose: 'care',
    needs: { on: 'team', act: 'open' },
    once: true,
    answers: created(CaseFileDto),
    refuses: ['invalid', 'refused', 'conflict', 'too-many'],
  })
  async openCaseFile(
    @Body() body: OpenCaseFileDto,
    @Res({ passthrough: true }) response: Response,
  ): Promise<CaseFileDto> {
    return this.showOpened(await this.opening.openCaseFile(body), response);
  }

  @Route('POST duplicates', {
    summary: 'Cases that may be about the same child, with why. Only those that the reader may see',
    act: 'case-file.duplicates',
    purpose: 'care',
    needs: { on: 'team', act: 'open' },
    once: false,
    goesOn: 'looks',
    answers: DuplicateMatchesDto,
    refuses: ['invalid', 'too-many'],
  })
  async findDuplicates(@Body() { child }: DuplicateSearchDto): Promise<DuplicateMatchesDto> {
    const items = await this.duplicates.showDuplicates(child);
    this.unit.shows(items.map(({ caseFileId }) => caseFileId));
    return { items };
  }

  private async showOpened(id: string, response: Response): Promise<CaseFileDto> {
    const file = await this.reader.readCase(id);
    response.setHeader('ETag', `"${String(file.seq)}"`);
    return this.page.showCase(file);
  }
}
