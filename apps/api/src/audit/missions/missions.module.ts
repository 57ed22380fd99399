import { Module } from '@nestjs/common';
import { DomainEntities } from '../../platform/data/domain-entities';
import { MissionCaseEntity } from '../entities/mission-case.entity';
import { MissionFindingEntity } from '../entities/mission-finding.entity';
import { MissionEntity } from '../entities/mission.entity';
import { DrawnCasesQuery } from './planning/drawn-cases.query';
import { FindingNumbersQuery } from './findings/finding-numbers.query';
import { MissionProgressQuery } from './mission-progress.query';
import { CasesModule } from '../../cases/cases.module';
import { ProtocolsModule } from '../../protocols/protocols.module';
import { BundleModule } from '../bundle/bundle.module';
import { ExamineCase } from './examine-case.service';
import { FindingsController } from './findings/findings.controller';
import { FindingsRepository } from './findings/findings.repository';
import { Findings } from './findings/findings.service';
import { MissionBundlesController } from './mission-bundles.controller';
import { MissionFinder } from './mission-finder';
import { MissionFrameQuery } from './planning/mission-frame.query';
import { MissionPage } from './mission-page.service';
import { MissionStaffQuery } from './planning/mission-staff.query';
import { MissionsController } from './missions.controller';
import { MissionsRepository } from './missions.repository';
import { OpenMission } from './planning/open-mission.service';
import { PlanMission } from './planning/plan-mission.service';
import { MissionReportController } from './report/report.controller';
import { SampleRepository } from './planning/sample.repository';

/** Audit missions and their findings. */
@Module({
  imports: [
    BundleModule,
    CasesModule,
    ProtocolsModule,
    DomainEntities.forFeature([MissionEntity, MissionCaseEntity, MissionFindingEntity]),
  ],
  controllers: [MissionsController, MissionReportController, MissionBundlesController, FindingsController],
  providers: [
    DrawnCasesQuery,
    FindingNumbersQuery,
    MissionProgressQuery,
    ExamineCase,
    Findings,
    FindingsRepository,
    MissionFinder,
    MissionFrameQuery,
    MissionPage,
    MissionStaffQuery,
    MissionsRepository,
    OpenMission,
    PlanMission,
    SampleRepository,
  ],
  exports: [ExamineCase, Findings, MissionFinder, MissionPage, OpenMission, PlanMission, SampleRepository],
})
export class MissionsModule {}
