import { Module } from '@nestjs/common';
import { CasesModule } from '../../cases/cases.module';
import { PersonEntity } from '../../cases/entities/case/person.entity';
import { DomainEntities } from '../../platform/data/domain-entities';
import { ReplayController } from './replay.controller';
import { ReplayService } from './replay.service';

@Module({
  imports: [CasesModule, DomainEntities.forFeature([PersonEntity])],
  controllers: [ReplayController],
  providers: [ReplayService],
})
export class ReplayModule {}
