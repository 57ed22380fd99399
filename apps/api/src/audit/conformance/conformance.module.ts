import { Module } from '@nestjs/common';
import { CasesModule } from '../../cases/cases.module';
import { DomainEntities } from '../../platform/data/domain-entities';
import { ProtocolsModule } from '../../protocols/protocols.module';
import { DeviationJudgementEntity } from '../entities/deviation-judgement.entity';
import { AuditScopes } from './audit-scope';
import { CaseConformanceController } from './case-conformance.controller';
import { CaseConformanceService } from './case-conformance.service';
import { ConformanceController } from './conformance.controller';
import { ConformanceService } from './conformance.service';
import { DeviationItems } from './deviations/deviation-items.service';
import { DeviationsQuery } from './deviations/deviations.query';
import { DeviationGroupsService } from './deviations/deviation-groups.service';
import { DeviationsService } from './deviations/deviations.service';
import { FiguresQuery } from './figures.query';
import { FollowedRunsQuery } from './followed-runs.query';
import { JudgeDeviationService } from './deviations/judge-deviation.service';
import { JudgementsQuery } from './deviations/judgements.query';
import { JudgementsRepository } from './deviations/judgements.repository';

/** Cases beside their protocols: figures, deviations, what is said of them. */
@Module({
  imports: [CasesModule, ProtocolsModule, DomainEntities.forFeature([DeviationJudgementEntity])],
  controllers: [ConformanceController, CaseConformanceController],
  providers: [
    AuditScopes,
    CaseConformanceService,
    ConformanceService,
    DeviationItems,
    DeviationsQuery,
    DeviationGroupsService,
    DeviationsService,
    FiguresQuery,
    FollowedRunsQuery,
    JudgeDeviationService,
    JudgementsQuery,
    JudgementsRepository,
  ],
  exports: [AuditScopes],
})
export class ConformanceModule {}
