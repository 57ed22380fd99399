import { Module } from '@nestjs/common';
import { CasesModule } from '../../cases/cases.module';
import { LedgerModule } from '../../ledger/ledger.module';
import { LedgerCheckpointEntity } from '../../ledger/entities/ledger-checkpoint.entity';
import { DomainEntities } from '../../platform/data/domain-entities';
import { ProtocolsModule } from '../../protocols/protocols.module';
import { AuditBundleFileEntity } from '../entities/audit-bundle-file.entity';
import { AuditBundleEntity } from '../entities/audit-bundle.entity';
import { BundlePage } from './ordering/bundle-page.service';
import { BundleSeal } from './packing/bundle-seal';
import { BundlesController } from './ordering/bundles.controller';
import { BundlesQuery } from './ordering/bundles.query';
import { BundlesRepository } from './ordering/bundles.repository';
import { PrintDossier } from './dossier/print-dossier';
import { ExpireBundleJob } from './ordering/expire-bundle-job';
import { GatherBundle } from './gathering/gather-bundle.service';
import { GatherCase } from './gathering/gather-case.service';
import { LeavesQuery } from './gathering/leaves.query';
import { MakeBundleJob } from './ordering/make-bundle-job';
import { MakeBundle } from './ordering/make-bundle.service';
import { OrderBundle } from './ordering/order-bundle.service';
import { PackBundle } from './packing/pack-bundle';
import { PinnedCheckpoints } from './gathering/pinned-checkpoints';

/** Evidence to take away: ordered here for a case, by missions for theirs through `OrderBundle` and `BundlePage`. */
@Module({
  imports: [
    CasesModule,
    LedgerModule,
    ProtocolsModule,
    DomainEntities.forFeature([AuditBundleEntity, AuditBundleFileEntity, LedgerCheckpointEntity]),
  ],
  controllers: [BundlesController],
  providers: [
    BundlePage,
    BundleSeal,
    BundlesQuery,
    BundlesRepository,
    ExpireBundleJob,
    GatherBundle,
    GatherCase,
    LeavesQuery,
    MakeBundle,
    MakeBundleJob,
    OrderBundle,
    PackBundle,
    PinnedCheckpoints,
    PrintDossier,
  ],
  exports: [BundlePage, LeavesQuery, OrderBundle, PackBundle, PrintDossier],
})
export class BundleModule {}
