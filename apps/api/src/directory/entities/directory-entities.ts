import { DirectoryServiceEntity } from './directory-service.entity';
import { OnCallContactEntity } from './on-call-contact.entity';
import { ServiceAddressEntity } from './service-address.entity';
import { ServiceImportEntity } from './service-import.entity';
import { ServiceMemberEntity } from './service-member.entity';

/** Whom to call, by territory, and which services there are. */
export const DIRECTORY_ENTITIES = [
  OnCallContactEntity,
  ServiceImportEntity,
  DirectoryServiceEntity,
  ServiceAddressEntity,
  ServiceMemberEntity,
] as const;
