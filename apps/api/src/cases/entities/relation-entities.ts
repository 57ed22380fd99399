import { SubstitutionEntity } from './relations/substitution.entity';
import { DutyEntity } from './relations/duty.entity';
import { RestrictionEntity } from './relations/restriction.entity';
import { RecusalEntity } from './relations/recusal.entity';
import { BreakGlassEntity } from './relations/break-glass.entity';

/** What ties people to cases, and what bars them. */
export const RELATION_ENTITIES = [
  SubstitutionEntity,
  DutyEntity,
  RestrictionEntity,
  RecusalEntity,
  BreakGlassEntity,
] as const;
