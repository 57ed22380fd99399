import { Controller, Get, Header, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Act } from '../../platform/act';
import { Refuses } from '../../platform/openapi';
import { ConformanceFilterDto } from '../conformance/filters.dto';
import { EventLogDto } from './event-log.dto';
import { EventLogService } from './event-log.service';

@ApiTags('audit')
@Controller('event-log')
export class EventLogController {
  constructor(private readonly log: EventLogService) {}

  @Get()
  @Act('event-log.export', { purpose: 'supervision' })
  @Header('Content-Disposition', 'attachment; filename="journal-ocel.json"')
  @ApiOperation({
    summary:
      'What happened, as OCEL 2.0 for process-mining tools: pseudonymised, recorded with the cases shown',
  })
  @ApiOkResponse({ type: EventLogDto })
  @Refuses('not-allowed', 'invalid', 'too-large')
  read(@Query() filter: ConformanceFilterDto): Promise<EventLogDto> {
    return this.log.write(filter);
  }
}
