import { RetentionDecisionEntity } from './retention-decision.entity';
import { LegalHoldEntity } from './legal-hold.entity';
import { ErasureEntity } from './erasure.entity';
import { ErasedEventEntity } from './erased-event.entity';
import { SharingEntity } from './sharing.entity';
import { AccessRequestEntity } from './access-request.entity';

/** Privacy as work: periods, holds, erasures, what was shared, and requests for access. */
export const PRIVACY_ENTITIES = [
  RetentionDecisionEntity,
  LegalHoldEntity,
  ErasureEntity,
  ErasedEventEntity,
  SharingEntity,
  AccessRequestEntity,
] as const;
