import { Module } from '@nestjs/common';
import { DomainEntities } from '../../platform/data/domain-entities';
import { CasesModule } from '../cases.module';
import { CaseLinkEntity } from '../entities/relations/case-link.entity';
import { CaseLinksController } from './case-links.controller';
import { CaseLinksQuery } from './case-links.query';
import { CaseLinksRepository } from './case-links.repository';
import { CaseLinksService } from './case-links.service';

/** Ties between cases. */
@Module({
  imports: [CasesModule, DomainEntities.forFeature([CaseLinkEntity])],
  controllers: [CaseLinksController],
  providers: [CaseLinksQuery, CaseLinksRepository, CaseLinksService],
})
export class CaseLinksModule {}
