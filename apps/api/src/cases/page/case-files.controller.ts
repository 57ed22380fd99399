import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiQuery, ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { Act } from '../../platform/act';
import { Refuses } from '../../platform/openapi';
import { CaseFileDto, TimelinePageDto } from '../case-file.dto';
import { CaseReader } from '../case-reader';
import { JournalPageService } from '../journal/journal-page.service';
import { LEFT_OUT_QUERY, readLeftOut } from './read-left-out';
import { CasePageService } from './case-page.service';

@ApiTags('cases')
@Controller('case-files/:id')
export class CaseFilesController {
  constructor(
    private readonly reader: CaseReader,
    private readonly page: CasePageService,
    private readonly journal: JournalPageService,
  ) {}

  @Get()
  @Act('case-file.read')
  @ApiOperation({ summary: 'The case page in one answer, cut to what the reader may see' })
  @ApiOkResponse({
    type: CaseFileDto,
    headers: { ETag: { description: '`"<seq>"`', schema: { type: 'string' } } },
  })
  @ApiQuery(LEFT_OUT_QUERY)
  @Refuses('not-found', 'invalid')
  async read(
    @Param('id') id: string,
    @Res({ passthrough: true }) response: Response,
    @Query('leaveOut') leaveOut?: unknown,
  ): Promise<CaseFileDto> {
    const leftOut = readLeftOut(leaveOut);
    const file = await this.reader.read(id);
    response.setHeader('ETag', `"${String(file.seq)}"`);
    return this.page.show(file, leftOut);
  }

  @Get('journal')
  @Act('case-file.journal')
  @ApiOperation({ summary: 'The chronology, newest first, in words' })
  @ApiQuery({ name: 'cursor', required: false })
  @ApiQuery(LEFT_OUT_QUERY)
  @ApiOkResponse({ type: TimelinePageDto })
  @Refuses('not-found', 'invalid')
  async readJournal(
    @Param('id') id: string,
    @Query('cursor') cursor?: string,
    @Query('leaveOut') leaveOut?: unknown,
  ): Promise<TimelinePageDto> {
    const leftOut = readLeftOut(leaveOut);
    return this.journal.show(await this.reader.read(id), cursor, leftOut);
  }
}
