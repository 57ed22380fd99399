import { Module } from '@nestjs/common';
import { ProtocolLibrary } from './protocol-library';
import { ProtocolReader } from './protocol-reader';
import { ProtocolShelf } from './protocol-shelf';
import { ProtocolsController } from './protocols.controller';
import { PublishFolder } from './publish-folder';
import { PublishOverlays } from './publish-overlays';
import { PublishProtocols } from './publish-protocols';
import { ProofsQuery } from './versions/proofs.query';
import { VersionFiles } from './versions/version-files.query';
import { VersionRecordsQuery } from './versions/version-records.query';
import { VersionsController } from './versions/versions.controller';
import { VersionsRepository } from './versions/versions.repository';

@Module({
  // The fixed paths before those with a name.
  controllers: [VersionsController, ProtocolsController],
  providers: [
    ProofsQuery,
    ProtocolLibrary,
    ProtocolReader,
    ProtocolShelf,
    PublishFolder,
    PublishOverlays,
    PublishProtocols,
    VersionFiles,
    VersionRecordsQuery,
    VersionsRepository,
  ],
  exports: [ProtocolLibrary, ProtocolReader, ProtocolShelf],
})
export class ProtocolsModule {}
