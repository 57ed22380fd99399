import { Module } from '@nestjs/common';
import { CasesModule } from '../../cases/cases.module';
import { ProtocolsModule } from '../../protocols/protocols.module';
import { AuditScopes } from './audit-scope';
import { CaseConformanceController } from './case-conformance.controller';
import { CaseConformanceService } from './case-conformance.service';
import { ConformanceController } from './conformance.controller';
import { ConformanceService } from './conformance.service';
import { DeviationItems } from './deviation-items.service';
import { DeviationsService } from './deviations.service';
import { FiguresQuery } from './figures.query';
import { FollowedRunsQuery } from './followed-runs.query';
import { JudgeDeviationService } from './judge-deviation.service';
import { JudgementsRepository } from './judgements.repository';

/** Cases beside their protocols: figures, deviations, what is said of them. */
@Module({
  imports: [CasesModule, ProtocolsModule],
  controllers: [ConformanceController, CaseConformanceController],
  providers: [
    AuditScopes,
    CaseConformanceService,
    ConformanceService,
    DeviationItems,
    DeviationsService,
    FiguresQuery,
    FollowedRunsQuery,
    JudgeDeviationService,
    JudgementsRepository,
  ],
  exports: [AuditScopes],
})
export class ConformanceModule {}
