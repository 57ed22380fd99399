import { Module } from '@nestjs/common';
import { ConformanceModule } from '../conformance/conformance.module';
import { EventLogController } from './event-log.controller';
import { EventLogService } from './event-log.service';
import { LoggedRowsQuery } from './logged-rows.query';

/** What happened, for process-mining tools. */
@Module({
  imports: [ConformanceModule],
  controllers: [EventLogController],
  providers: [EventLogService, LoggedRowsQuery],
})
export class EventLogModule {}
