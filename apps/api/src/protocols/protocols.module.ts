import { Module } from '@nestjs/common';
import { DomainEntities } from '../platform/data/domain-entities';
import { CheckDraft } from './drafts/checking/check-draft';
import { CommentsQuery } from './drafts/review/comments.query';
import { CommentsRepository } from './drafts/review/comments.repository';
import { DraftFinder } from './drafts/draft-finder';
import { DraftVersions } from './drafts/draft-versions';
import { DraftPage } from './drafts/draft-page.service';
import { ProtocolDraftsController } from './drafts/drafts.controller';
import { ProtocolDraftsQuery } from './drafts/drafts.query';
import { ProtocolDraftsRepository } from './drafts/drafts.repository';
import { PublishDraft } from './drafts/publish-draft.service';
import { ReviewController } from './drafts/review/review.controller';
import { ReviewDraft } from './drafts/review/review-draft.service';
import { WriteDraft } from './drafts/write-draft.service';
import { ExplorationsQuery } from './exploring/explorations.query';
import { ExplorationsRepository } from './exploring/explorations.repository';
import { ExploreDraft } from './exploring/explore-draft.service';
import { ExploreJob } from './exploring/explore-job';
import { Explorer } from './exploring/explorer';
import { ProveLibrary } from './exploring/prove-library';
import { ExplorationScope } from './exploring/exploration-scope';
import { ProtocolExportsController } from './exports/exports.controller';
import { PrintPaper } from './exports/print-paper';
import { PROTOCOL_ENTITIES } from './entities/protocol-entities';
import { ProtocolLibrary } from './protocol-library';
import { ProtocolReader } from './protocol-reader';
import { ProtocolRegistry } from './publishing/protocol-registry';
import { ProtocolsController } from './protocols.controller';
import { PublishFolder } from './publishing/publish-folder';
import { PublishOverlays } from './publishing/publish-overlays';
import { PublishProtocols } from './publishing/publish-protocols';
import { DiffController } from './versions/diff.controller';
import { TraceabilityController } from './traceability/traceability.controller';
import { DiffVersions } from './versions/diff-versions';
import { ProofsQuery } from './versions/proofs.query';
import { VersionFiles } from './versions/version-files.service';
import { VersionNews } from './versions/version-news';
import { VersionRecordsQuery } from './versions/version-records.query';
import { VersionsController } from './versions/versions.controller';
import { VersionsMarkQuery } from './versions/versions-mark.query';
import { VersionsRepository } from './versions/versions.repository';

@Module({
  imports: [DomainEntities.forFeature(PROTOCOL_ENTITIES)],
  // The fixed paths before those with a name.
  controllers: [
    TraceabilityController,
    ProtocolExportsController,
    VersionsController,
    DiffController,
    ProtocolsController,
    ProtocolDraftsController,
    ReviewController,
  ],
  providers: [
    CheckDraft,
    CommentsQuery,
    CommentsRepository,
    DiffVersions,
    DraftFinder,
    DraftPage,
    DraftVersions,
    ExplorationsQuery,
    ExplorationsRepository,
    ExploreDraft,
    ExploreJob,
    Explorer,
    ProtocolDraftsQuery,
    ProtocolDraftsRepository,
    ProveLibrary,
    PublishDraft,
    ReviewDraft,
    ExplorationScope,
    WriteDraft,
    PrintPaper,
    ProofsQuery,
    ProtocolLibrary,
    ProtocolReader,
    ProtocolRegistry,
    PublishFolder,
    PublishOverlays,
    PublishProtocols,
    VersionFiles,
    VersionNews,
    VersionRecordsQuery,
    VersionsMarkQuery,
    VersionsRepository,
  ],
  exports: [
    CheckDraft,
    DraftFinder,
    DraftVersions,
    PrintPaper,
    ProtocolDraftsRepository,
    ProtocolLibrary,
    ProtocolReader,
    ProtocolRegistry,
    PublishFolder,
    ReviewDraft,
    VersionNews,
    VersionsRepository,
    WriteDraft,
  ],
})
export class ProtocolsModule {}
