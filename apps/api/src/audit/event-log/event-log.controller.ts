import { Controller, Header, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Route } from '../../platform/routes/route';
import { ConformanceFilterDto } from '../conformance/filters.dto';
import { EventLogDto } from './event-log.dto';
import { EventLogService } from './event-log.service';

@ApiTags('audit')
@Controller('event-log')
export class EventLogController {
  constructor(private readonly log: EventLogService) {}

  @Route('GET', {
    summary:
      'What happened, as OCEL 2.0 for process-mining tools: pseudonymised, recorded with the cases shown',
    act: 'event-log.export',
    purpose: 'supervision',
    tellsHandling: true,
    needs: { on: 'lists' },
    answers: EventLogDto,
    refuses: ['not-allowed', 'invalid', 'too-large'],
  })
  @Header('Content-Disposition', 'attachment; filename="journal-ocel.json"')
  readEventLog(@Query() filter: ConformanceFilterDto): Promise<EventLogDto> {
    return this.log.writeEventLog(filter);
  }
}
