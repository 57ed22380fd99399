import { Module } from '@nestjs/common';
import { TeamEntity } from '../access/entities/accounts/team.entity';
import { AccountsModule } from '../access/accounts/accounts.module';
import { BundleModule } from '../audit/bundle/bundle.module';
import { CasesModule } from '../cases/cases.module';
import { LedgerPayloadEntity } from '../platform/record/ledger-payload.entity';
import { LedgerModule } from '../ledger/ledger.module';
import { DomainEntities } from '../platform/data/domain-entities';
import { IdempotencyKeyEntity } from '../platform/entities/idempotency-key.entity';
import { ProtocolsModule } from '../protocols/protocols.module';
import { AccessRequestsController } from './access-requests/access-requests.controller';
import { AccessRequests } from './access-requests/access-requests.repository';
import { AccessRequestsService } from './access-requests/access-requests.service';
import { GatherLines } from './access-requests/gather-lines.service';
import { FilesBeside } from './access-requests/files-beside';
import { LinesBeside } from './access-requests/lines-beside';
import { PackFiles } from './access-requests/pack-files.service';
import { HandOver } from './access-requests/hand-over.service';
import { RequestOrderQuery } from './access-requests/request-order.query';
import { GatherStaff } from './access-requests/staff/gather-staff.service';
import { RecordedChanges } from './access-requests/staff/recorded-changes.query';
import { CasePrivacyController } from './case-privacy/case-privacy.controller';
import { CasePrivacyService } from './case-privacy/case-privacy.service';
import { ErasureCertificate } from './erasure/certificate/erasure-certificate.service';
import { EraseCaseService } from './erasure/erase-case.service';
import { ErasureQuery } from './erasure/erasure.query';
import { ErasuresController } from './erasure/erasures.controller';
import { ErasuresRepository } from './erasure/erasures.repository';
import { ErasuresService } from './erasure/erasures.service';
import { EraseKeptAnswers } from './erasure/erase-kept-answers';
import { ObstaclesQuery } from './erasure/obstacles.query';
import { EventWords } from './event-words';
import { HeldCasesQuery } from './holds/held-cases.query';
import { HoldsController } from './holds/holds.controller';
import { HoldsRepository } from './holds/holds.repository';
import { HoldsService } from './holds/holds.service';
import { PRIVACY_ENTITIES } from './entities/privacy-entities';
import { PrivacyScope } from './privacy-scope';
import { DueCasesQuery } from './retention/due-cases.query';
import { DueCasesService } from './retention/due-cases.service';
import { RetentionController } from './retention/retention.controller';
import { RetentionDecisions } from './retention/retention-decisions.repository';
import { RetentionService } from './retention/retention.service';
import { RecordSharingService } from './sharing/record-sharing.service';
import { SharingController } from './sharing/sharing.controller';
import { SharingRepository } from './sharing/sharing.repository';

/** Privacy as work: how long, held or erased, what was shared, and what a person is handed about themselves. */
@Module({
  imports: [
    ...[AccountsModule, BundleModule, CasesModule, LedgerModule, ProtocolsModule],
    DomainEntities.forFeature([...PRIVACY_ENTITIES, IdempotencyKeyEntity, LedgerPayloadEntity, TeamEntity]),
  ],
  controllers: [
    AccessRequestsController,
    CasePrivacyController,
    ErasuresController,
    HoldsController,
    RetentionController,
    SharingController,
  ],
  providers: [
    AccessRequests,
    AccessRequestsService,
    CasePrivacyService,
    DueCasesQuery,
    DueCasesService,
    EraseCaseService,
    ErasureCertificate,
    ErasureQuery,
    ErasuresRepository,
    ErasuresService,
    EventWords,
    EraseKeptAnswers,
    GatherLines,
    GatherStaff,
    FilesBeside,
    HandOver,
    HeldCasesQuery,
    HoldsRepository,
    HoldsService,
    LinesBeside,
    PackFiles,
    ObstaclesQuery,
    PrivacyScope,
    RecordedChanges,
    RequestOrderQuery,
    RecordSharingService,
    RetentionDecisions,
    RetentionService,
    SharingRepository,
  ],
  exports: [FilesBeside, LinesBeside, RecordSharingService, SharingRepository],
})
export class PrivacyModule {}
