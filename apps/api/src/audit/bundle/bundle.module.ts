import { Module } from '@nestjs/common';
import { CasesModule } from '../../cases/cases.module';
import { LedgerModule } from '../../ledger/ledger.module';
import { ProtocolsModule } from '../../protocols/protocols.module';
import { BundlePage } from './bundle-page.service';
import { BundleSeal } from './bundle-seal';
import { BundlesController } from './bundles.controller';
import { BundlesRepository } from './bundles.repository';
import { PrintDossier } from './dossier/print-dossier';
import { ExpireBundleJob } from './expire-bundle-job';
import { GatherBundle } from './gather-bundle.service';
import { GatherCase } from './gather-case.service';
import { LeavesQuery } from './leaves.query';
import { MakeBundleJob } from './make-bundle-job';
import { MakeBundle } from './make-bundle.service';
import { OrderBundle } from './order-bundle.service';
import { PackBundle } from './pack-bundle';
import { PinnedCheckpoints } from './pinned-checkpoints';

/** Evidence to take away: ordered here for a case, by missions for theirs through `OrderBundle` and `BundlePage`. */
@Module({
  imports: [CasesModule, LedgerModule, ProtocolsModule],
  controllers: [BundlesController],
  providers: [
    BundlePage,
    BundleSeal,
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
