import { Module } from '@nestjs/common';
import { AccountsModule } from '../access/accounts/accounts.module';
import { DomainEntities } from '../platform/data/domain-entities';
import { DIRECTORY_ENTITIES } from './entities/directory-entities';
import { KeepContactsService } from './on-call/keep-contacts.service';
import { OnCallContactsController } from './on-call/on-call-contacts.controller';
import { OnCallContactsRepository } from './on-call/on-call-contacts.repository';

/** Whom to call, by territory. */
@Module({
  imports: [AccountsModule, DomainEntities.forFeature(DIRECTORY_ENTITIES)],
  controllers: [OnCallContactsController],
  providers: [KeepContactsService, OnCallContactsRepository],
  exports: [OnCallContactsRepository],
})
export class DirectoryModule {}
