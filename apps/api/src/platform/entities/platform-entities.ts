import { MigrationEntity } from './migration.entity';
import { DataKeyEntity } from './data-key.entity';
import { CapturedChangeEntity } from './captured-change.entity';
import { IndexGenerationEntity } from './index-generation.entity';
import { IdempotencyKeyEntity } from './idempotency-key.entity';
import { JobEntity } from './job.entity';
import { RateLimitHitEntity } from './rate-limit-hit.entity';
import { OutboxEntity } from './outbox.entity';

/** Keys, and what the machine keeps for itself. */
export const PLATFORM_ENTITIES = [
  MigrationEntity,
  DataKeyEntity,
  CapturedChangeEntity,
  IndexGenerationEntity,
  IdempotencyKeyEntity,
  JobEntity,
  OutboxEntity,
  RateLimitHitEntity,
] as const;
