import { Module } from '@nestjs/common';
import { CaseFileEntity } from '../../cases/entities/case/case-file.entity';
import { DomainEntities } from '../../platform/data/domain-entities';
import { AccessEventEntity } from '../entities/access-event.entity';
import { AccessQuestionEntity } from '../entities/access-question.entity';
import { CasesModule } from '../../cases/cases.module';
import { AskWhyService } from './ask-why.service';
import { AccessQuestionsRepository } from './access-questions.repository';
import { AccessedCases } from './accessed-cases';
import { AccessLogController } from './access-log.controller';
import { AccessLogQuery } from './access-log.query';
import { AccessLogService } from './access-log.service';

@Module({
  imports: [
    CasesModule,
    DomainEntities.forFeature([CaseFileEntity, AccessEventEntity, AccessQuestionEntity]),
  ],
  controllers: [AccessLogController],
  providers: [AskWhyService, AccessQuestionsRepository, AccessedCases, AccessLogQuery, AccessLogService],
})
export class AccessLogModule {}
