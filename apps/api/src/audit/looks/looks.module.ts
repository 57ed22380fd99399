import { Module } from '@nestjs/common';
import { CaseFileEntity } from '../../cases/entities/case/case-file.entity';
import { DomainEntities } from '../../platform/data/domain-entities';
import { AccessEventEntity } from '../entities/look.entity';
import { AccessQuestionEntity } from '../entities/look-question.entity';
import { CasesModule } from '../../cases/cases.module';
import { AskWhyService } from './ask-why.service';
import { AccessQuestionsRepository } from './look-questions.repository';
import { AccessedCases } from './looked-at';
import { AccessLogController } from './looks.controller';
import { AccessLogQuery } from './looks.query';
import { AccessLogService } from './looks.service';

@Module({
  imports: [
    CasesModule,
    DomainEntities.forFeature([CaseFileEntity, AccessEventEntity, AccessQuestionEntity]),
  ],
  controllers: [AccessLogController],
  providers: [AskWhyService, AccessQuestionsRepository, AccessedCases, AccessLogQuery, AccessLogService],
})
export class AccessLogModule {}
