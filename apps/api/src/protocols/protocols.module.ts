import { Module } from '@nestjs/common';
import { ProtocolLibrary } from './protocol-library';
import { ProtocolShelf } from './protocol-shelf';
import { ProtocolsController } from './protocols.controller';
import { PublishProtocols } from './publish-protocols';

@Module({
  controllers: [ProtocolsController],
  providers: [ProtocolLibrary, ProtocolShelf, PublishProtocols],
  exports: [ProtocolLibrary, ProtocolShelf],
})
export class ProtocolsModule {}
