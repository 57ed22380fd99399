import { LeadProposalEntity } from './relations/lead-proposal.entity';
import { CaseLinkEntity } from './relations/case-link.entity';
import { SubstitutionEntity } from './relations/substitution.entity';
import { DutyEntity } from './relations/duty.entity';
import { RestrictionEntity } from './relations/restriction.entity';
import { RecusalEntity } from './relations/recusal.entity';
import { BreakGlassEntity } from './relations/break-glass.entity';

/** Relations of people to cases, and exclusions from them. */
export const RELATION_ENTITIES = [
  SubstitutionEntity,
  DutyEntity,
  RestrictionEntity,
  RecusalEntity,
  BreakGlassEntity,
  CaseLinkEntity,
  LeadProposalEntity,
] as const;
