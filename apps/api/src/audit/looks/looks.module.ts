import { Module } from '@nestjs/common';
import { CasesModule } from '../../cases/cases.module';
import { AskWhyService } from './ask-why.service';
import { LookQuestionsRepository } from './look-questions.repository';
import { LookedAtCases } from './looked-at';
import { LooksController } from './looks.controller';
import { LooksQuery } from './looks.query';
import { LooksService } from './looks.service';

@Module({
  imports: [CasesModule],
  controllers: [LooksController],
  providers: [AskWhyService, LookQuestionsRepository, LookedAtCases, LooksQuery, LooksService],
})
export class LooksModule {}
