import { Module } from '@nestjs/common';
import { AccountsModule } from '../access/accounts/accounts.module';
import { DomainEntities } from '../platform/data/domain-entities';
import { DIRECTORY_ENTITIES } from './entities/directory-entities';
import { ImportServicesService } from './import/import-services.service';
import { ServiceImportsController } from './import/service-imports.controller';
import { KeepContactsService } from './on-call/keep-contacts.service';
import { OnCallContactsController } from './on-call/on-call-contacts.controller';
import { OnCallContactsRepository } from './on-call/on-call-contacts.repository';
import { KeepServicesService } from './services/keep-services.service';
import { ServiceAddressesRepository } from './services/service-addresses.repository';
import { ServiceMembersQuery } from './services/service-members.query';
import { ServicesController } from './services/services.controller';
import { ServicesAskedNow } from './services/services-asked-now';
import { ServicesRepository } from './services/services.repository';
import { RemindToCheck } from './remind-to-check';

/** Whom to call, by territory, and which services there are. */
@Module({
  imports: [AccountsModule, DomainEntities.forFeature(DIRECTORY_ENTITIES)],
  controllers: [OnCallContactsController, ServiceImportsController, ServicesController],
  providers: [
    ImportServicesService,
    KeepContactsService,
    KeepServicesService,
    OnCallContactsRepository,
    ServiceAddressesRepository,
    ServiceMembersQuery,
    ServicesRepository,
    RemindToCheck,
    ServicesAskedNow,
  ],
  exports: [
    KeepServicesService,
    OnCallContactsRepository,
    ServiceAddressesRepository,
    ServiceMembersQuery,
    ServicesRepository,
  ],
})
export class DirectoryModule {}
