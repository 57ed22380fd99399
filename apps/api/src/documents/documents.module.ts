import { Module } from '@nestjs/common';
import { CasesModule } from '../cases/cases.module';
import { DomainEntities } from '../platform/data/domain-entities';
import { PrivacyModule } from '../privacy/privacy.module';
import { AddDocumentService } from './add-document.service';
import { CleanBefore } from './clean-before';
import { DestroyDocumentService } from './destroy-document.service';
import { DocumentsController } from './documents.controller';
import { DocumentsOfAccess } from './documents-of-access.service';
import { DocumentsPageService } from './documents-page.service';
import { DocumentsQuery } from './documents.query';
import { DocumentsRepository } from './documents.repository';
import { DOCUMENT_ENTITIES } from './entities/document-entities';

/** Papers and pictures that came into a case: made anew, kept under its key, destroyed by who supervises. */
@Module({
  imports: [CasesModule, PrivacyModule, DomainEntities.forFeature(DOCUMENT_ENTITIES)],
  controllers: [DocumentsController],
  providers: [
    AddDocumentService,
    CleanBefore,
    DestroyDocumentService,
    DocumentsOfAccess,
    DocumentsPageService,
    DocumentsQuery,
    DocumentsRepository,
  ],
})
export class DocumentsModule {}
