import { Module } from '@nestjs/common';
import { CasesModule } from '../../cases/cases.module';
import { ReplayController } from './replay.controller';
import { ReplayService } from './replay.service';

@Module({
  imports: [CasesModule],
  controllers: [ReplayController],
  providers: [ReplayService],
})
export class ReplayModule {}
