import { OnCallContactEntity } from './on-call-contact.entity';

/** Whom to call, by territory. */
export const DIRECTORY_ENTITIES = [OnCallContactEntity] as const;
