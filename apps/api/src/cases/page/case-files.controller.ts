import { Controller, Param, Query, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { Route } from '../../platform/routes/route';
import { ok } from '../../platform/routes/route-answers';
import { CaseFileDto, CasePageDto, TimelinePageDto } from './case-file.dto';
import { UnitOfWork } from '../../platform/unit/unit-of-work';
import { CaseReader } from '../reading/case-reader';
import { JournalPageService } from '../journal/journal-page.service';
import { LEFT_OUT_QUERY, readLeftOut } from './redaction/read-left-out';
import { NextCallsService } from '../on-call/next-calls.service';
import { CasePageService } from './case-page.service';

@ApiTags('cases')
@Controller('case-files/:id')
export class CaseFilesController {
  constructor(
    private readonly reader: CaseReader,
    private readonly page: CasePageService,
    private readonly journal: JournalPageService,
    private readonly unit: UnitOfWork,
    private readonly calls: NextCallsService,
  ) {}

  @Route('GET page', {
    summary: 'The case with the first page of its chronology: what its page shows, read and recorded once',
    act: 'case-file.read',
    purpose: 'care',
    needs: { on: 'case-file', act: 'read' },
    answers: ok(CasePageDto, { headers: { ETag: { description: '`"<seq>"`', schema: { type: 'string' } } } }),
    refuses: [],
  })
  async readPage(
    @Param('id') id: string,
    @Res({ passthrough: true }) response: Response,
  ): Promise<CasePageDto> {
    const file = await this.reader.readCase(id);
    response.setHeader('ETag', `"${String(file.seq)}"`);
    const [shown, journal] = await Promise.all([this.page.showCase(file), this.journal.showEntries(file)]);
    this.unit.notes({ entries: journal.items.length });
    return { caseFile: await this.calls.addTo(shown, file), journal };
  }

  @Route('GET', {
    summary: 'The case page in one answer, redacted to what the reader may see',
    act: 'case-file.read',
    purpose: 'care',
    needs: { on: 'case-file', act: 'read' },
    query: [LEFT_OUT_QUERY],
    answers: ok(CaseFileDto, { headers: { ETag: { description: '`"<seq>"`', schema: { type: 'string' } } } }),
    refuses: ['invalid'],
  })
  async readCaseFile(
    @Param('id') id: string,
    @Res({ passthrough: true }) response: Response,
    @Query('leaveOut') leaveOut?: unknown,
  ): Promise<CaseFileDto> {
    const leftOut = readLeftOut(leaveOut);
    const file = await this.reader.readCase(id);
    response.setHeader('ETag', `"${String(file.seq)}"`);
    return this.calls.addTo(await this.page.showCase(file, leftOut), file);
  }

  @Route('GET journal', {
    summary: 'The chronology, newest first, in words, with what was asked, sent and answered beside it',
    act: 'case-file.journal',
    purpose: 'care',
    needs: { on: 'case-file', act: 'read' },
    query: [{ name: 'cursor', required: false }, LEFT_OUT_QUERY],
    answers: TimelinePageDto,
    refuses: ['invalid'],
  })
  async readJournal(
    @Param('id') id: string,
    @Query('cursor') cursor?: string,
    @Query('leaveOut') leaveOut?: unknown,
  ): Promise<TimelinePageDto> {
    const leftOut = readLeftOut(leaveOut);
    return this.journal.showJournal(await this.reader.readCase(id), cursor, leftOut);
  }
}
