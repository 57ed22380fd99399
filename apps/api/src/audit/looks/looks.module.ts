import { Module } from '@nestjs/common';
import { CaseFileEntity } from '../../cases/entities/case/case-file.entity';
import { DomainEntities } from '../../platform/data/domain-entities';
import { LookEntity } from '../entities/look.entity';
import { LookQuestionEntity } from '../entities/look-question.entity';
import { CasesModule } from '../../cases/cases.module';
import { AskWhyService } from './ask-why.service';
import { LookQuestionsRepository } from './look-questions.repository';
import { LookedAtCases } from './looked-at';
import { LooksController } from './looks.controller';
import { LooksQuery } from './looks.query';
import { LooksService } from './looks.service';

@Module({
  imports: [CasesModule, DomainEntities.forFeature([CaseFileEntity, LookEntity, LookQuestionEntity])],
  controllers: [LooksController],
  providers: [AskWhyService, LookQuestionsRepository, LookedAtCases, LooksQuery, LooksService],
})
export class LooksModule {}
