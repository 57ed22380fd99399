import { Module } from '@nestjs/common';
import { BoardModule } from './board/board.module';
import { BundleModule } from './bundle/bundle.module';
import { ConformanceModule } from './conformance/conformance.module';
import { EventLogModule } from './event-log/event-log.module';
import { AccessLogModule } from './access-log/access-log.module';
import { MissionsModule } from './missions/missions.module';
import { ReplayModule } from './replay/replay.module';

/** The audit workbench: replay, conformance, missions, who looked, the team board, bundles. */
@Module({
  imports: [
    BoardModule,
    BundleModule,
    ConformanceModule,
    EventLogModule,
    AccessLogModule,
    MissionsModule,
    ReplayModule,
  ],
})
export class AuditModule {}
