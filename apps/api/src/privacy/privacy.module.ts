import { Module } from '@nestjs/common';
import { AccountsModule } from '../access/accounts/accounts.module';
import { BundleModule } from '../audit/bundle/bundle.module';
import { CasesModule } from '../cases/cases.module';
import { LedgerModule } from '../ledger/ledger.module';
import { ProtocolsModule } from '../protocols/protocols.module';
import { AccessRequestsController } from './access-requests/access-requests.controller';
import { AccessRequests } from './access-requests/access-requests.repository';
import { AccessRequestsService } from './access-requests/access-requests.service';
import { GatherLines } from './access-requests/gather-lines.service';
import { HandOver } from './access-requests/hand-over.service';
import { GatherStaff } from './access-requests/staff/gather-staff.service';
import { RecordedChanges } from './access-requests/staff/recorded-changes';
import { CasePrivacyController } from './case-privacy/case-privacy.controller';
import { CasePrivacyService } from './case-privacy/case-privacy.service';
import { ErasureCertificate } from './erasure/certificate/erasure-certificate.service';
import { EraseCaseService } from './erasure/erase-case.service';
import { ErasuresController } from './erasure/erasures.controller';
import { ErasuresRepository } from './erasure/erasures.repository';
import { ErasuresService } from './erasure/erasures.service';
import { ForgetAnswers } from './erasure/forget-answers';
import { ObstaclesQuery } from './erasure/obstacles.query';
import { EventWords } from './event-words';
import { HoldsController } from './holds/holds.controller';
import { HoldsRepository } from './holds/holds.repository';
import { HoldsService } from './holds/holds.service';
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
  imports: [AccountsModule, BundleModule, CasesModule, LedgerModule, ProtocolsModule],
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
    ErasuresRepository,
    ErasuresService,
    EventWords,
    ForgetAnswers,
    GatherLines,
    GatherStaff,
    HandOver,
    HoldsRepository,
    HoldsService,
    ObstaclesQuery,
    PrivacyScope,
    RecordedChanges,
    RecordSharingService,
    RetentionDecisions,
    RetentionService,
    SharingRepository,
  ],
  exports: [RecordSharingService, SharingRepository],
})
export class PrivacyModule {}
